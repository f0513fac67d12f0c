#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace Core {

class NetworkPool;

/// The right to use one access manager alone; gives it back when it dies. May outlive the pool.
class NetworkLease
{
    Q_DISABLE_COPY_MOVE(NetworkLease)

public:
    NetworkLease(NetworkPool *pool, QNetworkAccessManager *manager);
    ~NetworkLease();

    QNetworkAccessManager &manager() const { return *m_manager; }

private:
    QPointer<NetworkPool> m_pool;
    QNetworkAccessManager *m_manager;
};

using NetworkLeasePtr = std::shared_ptr<NetworkLease>;

/// Access managers, each with one request at a time: Qt opens six connections per host and
/// manager, queues the rest behind them, and fails the whole queue when one breaks. A manager
/// that has spoken to the same host comes first, for its open connection. Beyond `limit`
/// requests the next ones wait here, in order. A few idle managers are kept, each has a thread.
class NetworkPool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkPool)

public:
    static constexpr int defaultLimit = 64;
    static constexpr int mostIdle = 8;

    explicit NetworkPool(int limit = defaultLimit);
    ~NetworkPool() override;

    using Granted = std::function<void(NetworkLeasePtr)>;

    /// Calls `granted` once a manager is free: at once, or later. Never if `receiver` dies.
    void lease(const QString &origin, QObject *receiver, Granted granted);

    int managerCount() const { return int(m_entries.size()); }
    int busyCount() const;

private:
    friend class NetworkLease;

    struct Entry
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        QString origin;
        bool busy = false;
    };
    struct Waiting
    {
        QString origin;
        QPointer<QObject> receiver;
        Granted granted;
    };

    Entry *idleEntry(const QString &origin);
    NetworkLeasePtr occupy(Entry &entry, const QString &origin);
    void giveBack(QNetworkAccessManager *manager);
    void grantNext();
    void trim();

    int m_limit;
    std::vector<Entry> m_entries;
    std::deque<Waiting> m_waiting;
};

} // namespace Core
