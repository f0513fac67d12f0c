#include "core/store/storefile.h"

#include "core/store/engine.h"
#include "core/store/migrations.h"
#include "core/store/sqlite.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QtEndian>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

QString markerPath(const QString &path)
{
    return path + u".id"_s;
}

bool hasWriteAheadLog(const QString &path)
{
    return QFileInfo(path + u"-wal"_s).size() > 0;
}

} // namespace

StoreFile::StoreFile(const QString &path, const Clock &clock)
    : m_path(QFileInfo(path).absoluteFilePath())
    , m_clock(clock)
{
}

Error StoreFile::damaged(const QString &detail) const
{
    return {.kind = Error::Kind::StoreDamaged, .detail = detail, .where = m_path};
}

Result<std::unique_ptr<Connection>> StoreFile::open()
{
    if (const Result<void> locked = lock(); !locked)
        return locked.error();
    const bool isNew = QFileInfo(m_path).size() == 0 && !QFileInfo::exists(markerPath(m_path))
        && !hasWriteAheadLog(m_path);
    if (isNew) {
        if (m_whyReadOnly)
            return *m_whyReadOnly;
        if (const Result<void> made = create(); !made)
            return made.error();
    }
    if (const Result<void> checked = check(); !checked)
        return checked.error();
    if (m_whyReadOnly)
        return openReader();
    m_readAccess = Connection::Access::Read; // the writer makes what readers need
    return openWriter();
}

Result<void> StoreFile::lock()
{
    const QFileInfo file(m_path);
    if (!QDir().mkpath(file.absolutePath()))
        return Error{.kind = Error::Kind::FileAccess,
                     .detail = u"the folder cannot be made"_s,
                     .where = file.absolutePath()};
    m_lock = std::make_unique<QLockFile>(m_path + u".lock"_s);
    m_lock->setStaleLockTime(0); // a lock is stale when its program is gone, however old it is
    if (m_lock->tryLock(0)) {
        if (file.exists() && !file.isWritable())
            m_whyReadOnly = Error{.kind = Error::Kind::StoreReadOnly, .where = m_path};
        return {};
    }
    if (m_lock->error() != QLockFile::LockFailedError) {
        m_whyReadOnly = Error{.kind = Error::Kind::StoreReadOnly, .where = m_path};
        return {};
    }
    qint64 pid = 0;
    QString host;
    QString program;
    (void)m_lock->getLockInfo(&pid, &host, &program);
    m_whyReadOnly = Error{.kind = Error::Kind::StoreBusy,
                          .detail = u"%1, process %2 on %3"_s.arg(program).arg(pid).arg(host),
                          .where = m_path};
    return {};
}

Result<void> StoreFile::create()
{
    // Made under another name, so that the file is either not there or whole.
    const QString unfinished = m_path + u".new"_s;
    QFile::remove(unfinished);
    {
        const auto connection = Connection::open(unfinished, Connection::Access::ReadWrite);
        if (!connection)
            return connection.error();
        Connection &database = **connection;
        const Result<void> marked =
            database.exec(u"PRAGMA application_id = %1"_s.arg(Sqlite::applicationId));
        if (!marked)
            return marked;
        if (const Result<void> migrated = migrate(database, m_clock); !migrated)
            return migrated;
    }
    QFile::remove(m_path); // empty, or not there
    if (!QFile::rename(unfinished, m_path))
        return Error{.kind = Error::Kind::FileAccess,
                     .detail = u"the new store cannot be put in its place"_s,
                     .where = m_path};
    return {};
}

Result<void> StoreFile::check()
{
    if (const Result<void> header = checkHeader(); !header)
        return header;
    return checkInside();
}

Result<void> StoreFile::checkHeader() const
{
    QFile file(m_path);
    if (!file.exists() || file.size() == 0)
        return damaged(u"a store was here (%1) and is gone"_s.arg(markerPath(m_path)));
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            .kind = Error::Kind::FileAccess, .detail = file.errorString(), .where = m_path};
    constexpr qsizetype headerSize = 100;
    constexpr qsizetype pageSizeAt = 16;
    constexpr qsizetype pageCountAt = 28;
    constexpr qsizetype applicationIdAt = 68;
    const QByteArray header = file.read(headerSize);
    if (header.size() < headerSize || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return damaged(u"not a database"_s);
    if (qFromBigEndian<qint32>(header.constData() + applicationIdAt) != Sqlite::applicationId)
        return damaged(u"a database of another program"_s);
    const quint16 pageSize = qFromBigEndian<quint16>(header.constData() + pageSizeAt);
    const qint64 pages = qFromBigEndian<quint32>(header.constData() + pageCountAt);
    if (!hasWriteAheadLog(m_path) && file.size() < pages * (pageSize == 1 ? 65536 : pageSize))
        return damaged(u"its end is missing"_s);
    return {};
}

Result<void> StoreFile::checkInside()
{
    // Read-only, so that nothing is written into a file that turns out to be damaged or newer.
    const bool wasCutOff = hasWriteAheadLog(m_path);
    Result<std::unique_ptr<Connection>> opened = openReader();
    if (!opened && opened.error().kind != Error::Kind::StoreDamaged && !wasCutOff) {
        m_readAccess = Connection::Access::ReadFrozen;
        opened = openReader();
    }
    if (!opened)
        return opened.error();
    Connection &database = **opened;

    const Result<int> version = Sqlite::schemaVersion(database);
    if (!version)
        return version.error();
    if (*version > sqliteEngine().newestVersion())
        m_whyReadOnly =
            Error{.kind = Error::Kind::StoreNewer,
                  .detail = u"version %1, and this program knows %2"_s.arg(*version).arg(
                      sqliteEngine().newestVersion()),
                  .where = m_path};
    const Result<QString> id = storeId(database);
    if (!id)
        return id.error().kind == Error::Kind::StoreFailed ? damaged(id.error().detail)
                                                           : id.error();
    const QString marked = markedId();
    if (id->isEmpty() || (!marked.isEmpty() && marked != *id))
        return damaged(u"another store than the one that was here (%1)"_s.arg(markerPath(m_path)));
    if (wasCutOff && !m_whyReadOnly) {
        const Result<QStringList> problems = Sqlite::quickCheck(database);
        if (!problems)
            return problems.error();
        if (!problems->isEmpty())
            return damaged(problems->first());
    }
    return m_whyReadOnly ? Result<void>() : keepMarker(*id);
}

Result<std::unique_ptr<Connection>> StoreFile::openWriter()
{
    auto opened = Connection::open(m_path, Connection::Access::ReadWrite);
    if (!opened)
        return opened;
    if (const Result<void> migrated = migrate(**opened, m_clock); !migrated)
        return migrated.error();
    return opened;
}

HistoryDoor StoreFile::historyDoor() const
{
    return {m_path,
            m_readAccess == Connection::Access::ReadFrozen ? HistoryDoor::Access::Frozen
                                                           : HistoryDoor::Access::Shared};
}

Result<std::unique_ptr<Connection>> StoreFile::openReader() const
{
    return Connection::open(m_path, m_readAccess);
}

QString StoreFile::markedId() const
{
    QFile marker(markerPath(m_path));
    if (!marker.open(QIODevice::ReadOnly))
        return {};
    return QString::fromLatin1(marker.read(100)).trimmed();
}

Result<void> StoreFile::keepMarker(const QString &id) const
{
    if (markedId() == id)
        return {};
    QSaveFile marker(markerPath(m_path));
    if (marker.open(QIODevice::WriteOnly) && marker.write(id.toLatin1() + '\n') > 0
        && marker.commit())
        return {};
    return Error{.kind = Error::Kind::FileAccess,
                 .detail = marker.errorString(),
                 .where = markerPath(m_path)};
}

} // namespace Core
