#pragma once

#include "core/base/error.h"
#include "core/store/storechange.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace Core {

/// Hears what others change in a store on a server while they change it, and whether the server
/// is there. Has a thread and a connection of its own; its signals come in the thread that
/// created it. A connection that was cut is made anew after a while that grows and is never the
/// same for two programs, so that a server that comes back is not overrun.
class StoreListener final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoreListener)

public:
    explicit StoreListener(const QString &url, QObject *parent = nullptr);
    ~StoreListener() override;

    /// Looks at once whether the server is there, and tells.
    void look();
    /// For how long it has waited for the server's answer.
    qint64 silentMs() const;
    bool isLost() const; ///< the last that was tried; known before lost() arrives
    void hangUp(); ///< waits no longer

signals:
    void heard(const Core::StoreChange &change);
    /// The server is there. What others changed before this was not heard.
    void connected();
    void lost(const Core::Error &error);

private:
    class Ear;
    class Wait;

    QThread m_thread;
    std::shared_ptr<Wait> m_wait;
    Ear *m_ear; ///< lives in the thread and ends with it
};

/// What a notice on the channel says; nothing where it is none of ours.
std::optional<StoreChange> changeFromNotice(const QString &notice);

} // namespace Core
