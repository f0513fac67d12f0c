#include "core/net/resilientclient.h"

#include "core/net/resilientreply.h"

#include <QRandomGenerator>

namespace Core {

ResilientClient::ResilientClient(ChatClient &inner, const Clock &clock, const RetryLimits &limits,
                                 Random random)
    : m_inner(inner)
    , m_clock(clock)
    , m_limits(limits)
    , m_random(std::move(random))
{
    if (!m_random)
        m_random = [] { return QRandomGenerator::global()->generateDouble(); };
}

ResilientClient::~ResilientClient() = default;

void ResilientClient::setKeys(const QString &provider, const QList<PoolKey> &keys)
{
    if (keys.isEmpty())
        m_pools.remove(provider);
    else
        m_pools.insert(provider, std::make_shared<KeyPool>(m_clock, keys));
}

KeyPool *ResilientClient::keyPool(const QString &provider) const
{
    return m_pools.value(provider).get();
}

Breaker::State ResilientClient::breakerState(const QString &provider) const
{
    return m_breakers.value(provider).state(m_clock.monotonicMs());
}

ChatReply *ResilientClient::send(const ChatRequest &request, QObject *owner)
{
    return new ResilientReply(*this, request, owner);
}

QFuture<Result<QStringList>> ResilientClient::models(const Provider &provider,
                                                     const QByteArray &key)
{
    return m_inner.models(provider, key);
}

} // namespace Core
