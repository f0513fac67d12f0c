#include "core/store/restore.h"

#include "core/store/engine.h"
#include "core/store/filesync.h"
#include "core/store/migrations.h"
#include "core/store/sqlite.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <unistd.h>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

Error failed(const QString &path)
{
    return {.kind = Error::Kind::FileAccess, .detail = qt_error_string(errno), .where = path};
}

/// The id of the store that it is a copy of.
Result<QString> checkedId(const QString &copy)
{
    const auto opened = Connection::open(copy, Connection::Access::ReadFrozen);
    if (!opened)
        return opened.error();
    const Result<int> version = Sqlite::schemaVersion(**opened);
    if (!version)
        return version.error();
    if (*version > sqliteEngine().newestVersion())
        return Error{.kind = Error::Kind::StoreNewer,
                     .detail = u"version %1, and this program knows %2"_s.arg(*version).arg(
                         sqliteEngine().newestVersion()),
                     .where = copy};
    const Result<QStringList> problems = Sqlite::wholeCheck(**opened);
    if (!problems)
        return problems.error();
    const Result<QString> id = storeId(**opened);
    if (!id)
        return id;
    if (!problems->isEmpty() || id->isEmpty())
        return Error{.kind = Error::Kind::StoreDamaged,
                     .detail = problems->value(0, u"it holds no store"_s),
                     .where = copy};
    return id;
}

/// What a program that died had not yet put into the file. Where that cannot be done, the log is
/// kept beside the file instead.
void emptyLog(const QString &path)
{
    if (QFileInfo(path + u"-wal"_s).size() == 0)
        return;
    const auto opened = Connection::open(path, Connection::Access::ReadWrite);
    if (opened)
        (void)(*opened)->exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

/// Gives what is there a second name, so that it is never without one.
Result<void> keepUnder(const QString &name, const QString &path)
{
    emptyLog(path);
    if (::link(QFile::encodeName(path).constData(), QFile::encodeName(name).constData()) != 0
        && !QFile::copy(path, name)) // a file system without links
        return failed(name);
    const QString log = path + u"-wal"_s;
    if (QFileInfo(log).size() > 0 && !QFile::copy(log, name + u"-wal"_s))
        return failed(name + u"-wal"_s);
    return {};
}

QString markerPath(const QString &path)
{
    return path + u".id"_s;
}

QString markedId(const QString &path)
{
    QFile marker(markerPath(path));
    return marker.open(QIODevice::ReadOnly) ? QString::fromLatin1(marker.read(100)).trimmed()
                                            : QString();
}

Result<void> mark(const QString &path, const QString &id)
{
    QSaveFile marker(markerPath(path));
    if (marker.open(QIODevice::WriteOnly) && marker.write(id.toLatin1() + '\n') > 0
        && marker.commit())
        return {};
    return Error{.kind = Error::Kind::FileAccess,
                 .detail = marker.errorString(),
                 .where = marker.fileName()};
}

Result<void> putInPlace(const QString &ready, const QString &path)
{
    for (const QString &rest : {u"-wal"_s, u"-shm"_s}) // of the one before
        QFile::remove(path + rest);
    if (!synced(ready)
        || ::rename(QFile::encodeName(ready).constData(), QFile::encodeName(path).constData()) != 0
        || !synced(QFileInfo(path).absolutePath()))
        return failed(path);
    return {};
}

} // namespace

Result<QString> restoreStore(const QString &copy, const QString &path, const Clock &clock)
{
    QLockFile lock(path + u".lock"_s);
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return Error{.kind = Error::Kind::StoreBusy, .where = path};
    const Result<QString> id = checkedId(copy);
    if (!id)
        return id.error();
    const QString ready = path + u".restoring"_s;
    QFile::remove(ready);
    if (!QFile::copy(copy, ready))
        return Error{.kind = Error::Kind::FileAccess,
                     .detail = u"the copy cannot be brought beside the store"_s,
                     .where = ready};
    QFile::setPermissions(ready, QFile::ReadOwner | QFile::WriteOwner);
    QString kept;
    if (QFileInfo(path).size() > 0) {
        kept = path + u".before-"_s + clock.now().toUTC().toString(u"yyyy-MM-dd-HHmmss"_s);
        if (const Result<void> done = keepUnder(kept, path); !done)
            return done.error();
    }
    if (markedId(path) != *id) // first, since neither file opens under the other's
        QFile::remove(markerPath(path));
    if (const Result<void> done = putInPlace(ready, path); !done)
        return done.error();
    if (const Result<void> done = mark(path, *id); !done)
        return done.error();
    return kept;
}

} // namespace Core
