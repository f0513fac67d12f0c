#include "core/net/resilientclient.h"

#include "core/net/resilientreply.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace Core {

using namespace Qt::Literals::StringLiterals;

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
    m_poolKeys.remove(provider);
    if (keys.isEmpty())
        m_pools.remove(provider);
    else
        m_pools.insert(provider, std::make_shared<KeyPool>(m_clock, keys));
}

void ResilientClient::forgive(const QString &provider)
{
    m_breakers.remove(provider);
    if (m_poolKeys.remove(provider) > 0)
        m_pools.remove(provider);
}

QByteArray ResilientClient::rests() const
{
    const qint64 now = m_clock.monotonicMs();
    QJsonArray rests;
    for (auto each = m_breakers.begin(); each != m_breakers.end(); ++each) {
        const auto rest = each->rest(now);
        if (!rest)
            continue;
        const QDateTime until = m_clock.now().addMSecs(rest->leftMs);
        rests.append(QJsonObject{{u"provider"_s, each.key()},
                                 {u"until"_s, until.toString(Qt::ISODateWithMs)},
                                 {u"whole_ms"_s, rest->wholeMs},
                                 {u"openings"_s, rest->openings}});
    }
    return QJsonDocument(rests).toJson(QJsonDocument::Compact);
}

void ResilientClient::restoreRests(const QByteArray &json)
{
    const QJsonArray rests = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &rest : rests) {
        const QString provider = rest["provider"_L1].toString();
        const auto until = QDateTime::fromString(rest["until"_L1].toString(), Qt::ISODateWithMs);
        if (!until.isValid() || m_breakers.contains(provider))
            continue;
        m_breakers[provider].restore({.leftMs = m_clock.now().msecsTo(until),
                                      .wholeMs = rest["whole_ms"_L1].toInteger(),
                                      .openings = rest["openings"_L1].toInt()},
                                     m_clock.monotonicMs());
    }
}

std::shared_ptr<KeyPool> ResilientClient::poolFor(const Provider &provider, const QByteArray &key)
{
    const bool isOurs = m_poolKeys.contains(provider.name);
    if (key.isEmpty() || (m_pools.contains(provider.name) && !isOurs))
        return m_pools.value(provider.name);
    if (isOurs && m_poolKeys[provider.name] == key && m_poolsOf[provider.name] == provider)
        return m_pools[provider.name];
    QList<PoolKey> keys;
    for (const QByteArray &each : key.split(','))
        keys.append({.id = u"key %1"_s.arg(keys.size() + 1),
                     .secret = each.trimmed(),
                     .group = provider.keysShareLimits ? provider.name : QString(),
                     .requestsPerMinute = provider.requestsPerMinute,
                     .tokensPerMinute = provider.tokensPerMinute});
    m_poolKeys[provider.name] = key;
    m_poolsOf[provider.name] = provider;
    return m_pools[provider.name] = std::make_shared<KeyPool>(m_clock, keys);
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
    return m_inner.models(provider, key.split(',').first().trimmed());
}

} // namespace Core
