#pragma once

#include "core/base/clock.h"
#include "core/store/conversationstore.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace Core {

/// Makes a verified copy of the user's own store once a day while the program runs, in a folder
/// of its name beside it or in one of the user's choice, and keeps the newest few. A store on a
/// server has copies of its own. Lives in the thread that created it.
class BackupKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackupKeeper)

public:
    /// Both must outlive it.
    BackupKeeper(ConversationStore &store, const Clock &clock, QObject *parent = nullptr);

    /// `location` is of the store, which is open for writing. 0 kept: none are made, and those
    /// that are there stay.
    void watch(const QString &location, int kept, const QString &folder = {});
    const QString &folder() const { return m_folder; } ///< empty: of no file

    /// Makes one now if the newest is a day old, or there is none.
    void look();
    void make(); ///< now, unless one is being made

    static QString folderOf(const QString &location);
    static QStringList copiesIn(const QString &folder); ///< paths, newest first
    static QDateTime timeOf(const QString &path); ///< UTC; invalid where it is none of them

signals:
    void made(const QString &path);
    void failed(const Core::Error &error);

private:
    void prune() const;

    ConversationStore &m_store;
    const Clock &m_clock;
    QTimer m_timer;
    QString m_location;
    QString m_folder;
    int m_kept = 0;
    bool m_isMaking = false;
};

} // namespace Core
