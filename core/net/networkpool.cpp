#include "core/net/networkpool.h"

#include "core/net/networkrules.h"

#include <algorithm>

namespace Core {

NetworkLease::NetworkLease(NetworkPool *pool, QNetworkAccessManager *manager)
    : m_pool(pool)
    , m_manager(manager)
{
}

NetworkLease::~NetworkLease()
{
    if (m_pool)
        m_pool->giveBack(m_manager);
}

NetworkPool::NetworkPool(int limit)
    : m_limit(limit)
{
}

NetworkPool::~NetworkPool() = default;

void NetworkPool::lease(const QString &origin, QObject *receiver, Granted granted)
{
    m_waiting.push_back({origin, receiver, std::move(granted)});
    grantNext();
}

int NetworkPool::busyCount() const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(),
                             [](const Entry &entry) { return entry.busy; }));
}

/// One of the same origin; else a new one, or, at the limit, one of another origin.
NetworkPool::Entry *NetworkPool::idleEntry(const QString &origin)
{
    Entry *any = nullptr;
    for (Entry &entry : m_entries) {
        if (entry.busy)
            continue;
        if (entry.origin == origin)
            return &entry;
        any = &entry;
    }
    if (int(m_entries.size()) >= m_limit)
        return any;
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxyFactory(new SystemProxies); // the manager's from now on
    m_entries.push_back({std::move(manager), {}, false});
    return &m_entries.back();
}

NetworkLeasePtr NetworkPool::occupy(Entry &entry, const QString &origin)
{
    entry.origin = origin;
    entry.busy = true;
    return std::make_shared<NetworkLease>(this, entry.manager.get());
}

void NetworkPool::giveBack(QNetworkAccessManager *manager)
{
    const auto entry =
        std::find_if(m_entries.begin(), m_entries.end(),
                     [manager](const Entry &each) { return each.manager.get() == manager; });
    Q_ASSERT(entry != m_entries.end());
    entry->busy = false;
    // Not from within somebody's destructor.
    QMetaObject::invokeMethod(
        this,
        [this] {
            grantNext();
            trim();
        },
        Qt::QueuedConnection);
}

void NetworkPool::trim()
{
    int tooMany = managerCount() - busyCount() - mostIdle;
    std::erase_if(m_entries,
                  [&tooMany](const Entry &entry) { return !entry.busy && tooMany-- > 0; });
}

void NetworkPool::grantNext()
{
    while (!m_waiting.empty()) {
        if (!m_waiting.front().receiver) {
            m_waiting.pop_front();
            continue;
        }
        Entry *entry = idleEntry(m_waiting.front().origin);
        if (!entry)
            return;
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        next.granted(occupy(*entry, next.origin));
    }
}

} // namespace Core
