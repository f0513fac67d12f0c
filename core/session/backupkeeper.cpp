#include "core/session/backupkeeper.h"

#include "core/base/async.h"

#include <QDir>
#include <QFileInfo>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int firstLookMs = 60 * 1000; // a program that is only looked into makes none
constexpr int lookIntervalMs = 15 * 60 * 1000;
const QString nameFormat = u"yyyy-MM-dd-HHmmss"_s;

} // namespace

BackupKeeper::BackupKeeper(ConversationStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_timer.setInterval(lookIntervalMs);
        look();
    });
}

/// By the name, since a file that is copied about gets another time.
QDateTime BackupKeeper::timeOf(const QString &path)
{
    QDateTime time = QDateTime::fromString(QFileInfo(path).completeBaseName(), nameFormat);
    time.setTimeSpec(Qt::UTC);
    return time;
}

QString BackupKeeper::folderOf(const QString &location)
{
    return QFileInfo(location).absoluteFilePath() + u".backups"_s;
}

QStringList BackupKeeper::copiesIn(const QString &folder)
{
    QStringList paths;
    const QFileInfoList files =
        QDir(folder).entryInfoList({u"*.db"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo &file : files) {
        if (timeOf(file.filePath()).isValid())
            paths += file.filePath();
    }
    return paths;
}

void BackupKeeper::watch(const QString &location, int kept, const QString &folder)
{
    const bool isFile = !location.isEmpty() && !location.contains("://"_L1);
    m_location = isFile ? location : QString();
    m_folder = isFile ? folderOf(location) : QString();
    if (isFile && !folder.isEmpty()) // of its own in there: others may keep theirs in it, too
        m_folder = QDir(folder).filePath(QFileInfo(m_folder).fileName());
    m_kept = kept;
    if (m_location.isEmpty() || m_kept <= 0)
        return m_timer.stop();
    if (!m_timer.isActive())
        m_timer.start(firstLookMs);
}

void BackupKeeper::look()
{
    if (m_location.isEmpty() || m_kept <= 0)
        return;
    const QStringList copies = copiesIn(m_folder);
    if (copies.isEmpty() || timeOf(copies.first()).addDays(1) <= m_clock.now())
        make();
}

void BackupKeeper::make()
{
    if (m_isMaking || m_location.isEmpty())
        return;
    const QDir folder(m_folder);
    if (!folder.mkpath(u"."_s)) {
        emit failed({.kind = Error::Kind::FileAccess,
                     .detail = u"the folder cannot be made"_s,
                     .where = folder.path()});
        return;
    }
    m_isMaking = true;
    const QString path = folder.filePath(m_clock.now().toUTC().toString(nameFormat) + u".db"_s);
    whenDone(m_store.backup(path), this, [this, path](const Result<void> &done) {
        m_isMaking = false;
        if (!done) {
            emit failed(done.error());
            return;
        }
        prune();
        emit made(path);
    });
}

/// Only after a new one is whole.
void BackupKeeper::prune() const
{
    if (m_kept <= 0) // one that was asked for by hand
        return;
    for (const QString &path : copiesIn(m_folder).mid(m_kept))
        QFile::remove(path);
}

} // namespace Core
