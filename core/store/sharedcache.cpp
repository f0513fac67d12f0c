#include "core/store/sharedcache.h"

#include "core/base/async.h"
#include "core/base/redact.h"
#include "core/store/redislink.h"
#include "core/store/storedvalues.h"

#include <QPromise>

namespace Core {

namespace {

QByteArray keyOf(const QString &conversationId)
{
    return "ctx:" + QByteArray::number(workspaceId) + ':' + conversationId.toUtf8();
}

} // namespace

SharedCache::SharedCache(const Clock &clock, QObject *parent)
    : SharedCache(clock, Limits(), parent)
{
}

SharedCache::SharedCache(const Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limits(limits)
{
}

SharedCache::~SharedCache() = default;

Result<void> SharedCache::setAddress(const QString &url)
{
    m_link.reset();
    m_restUntilMs = 0;
    if (std::exchange(m_problem, std::nullopt))
        emit problemChanged();
    if (url.isEmpty())
        return {};
    const Result<RedisAddress> address = RedisAddress::fromUrl(url);
    if (!address)
        return address.error();
    rememberSecret(address->password);
    m_link = std::make_unique<RedisLink>(*address, m_limits.timeoutMs);
    return {};
}

bool SharedCache::isOn() const
{
    return m_link && m_clock.monotonicMs() >= m_restUntilMs;
}

void SharedCache::note(const Result<QByteArray> &answer)
{
    const std::optional<Error> problem =
        answer ? std::nullopt : std::optional<Error>(answer.error());
    if (problem)
        m_restUntilMs = m_clock.monotonicMs() + m_limits.restMs;
    if (problem == m_problem)
        return;
    m_problem = problem;
    emit problemChanged();
}

QFuture<QByteArray> SharedCache::find(const QString &conversationId)
{
    if (!isOn())
        return readyFuture(QByteArray());
    auto promise = std::make_shared<QPromise<QByteArray>>();
    promise->start();
    m_link->ask({"GET", keyOf(conversationId)}, [this, promise](const Result<QByteArray> &found) {
        promise->addResult(found && found->size() <= m_limits.bytes ? *found : QByteArray());
        promise->finish();
        note(found);
    });
    return promise->future();
}

void SharedCache::keep(const QString &conversationId, const QByteArray &value)
{
    if (!isOn() || value.size() > m_limits.bytes)
        return;
    m_link->ask({"SET", keyOf(conversationId), value, "EX", QByteArray::number(m_limits.lifetimeS)},
                [this](const Result<QByteArray> &done) { note(done); });
}

} // namespace Core
