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
    m_restUntilMs = problem ? m_clock.monotonicMs() + m_limits.restMs : 0;
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

QFuture<Result<void>> SharedCache::keep(const QString &conversationId, const QByteArray &value)
{
    if (!isOn() || value.size() > m_limits.bytes)
        return readyFuture(Result<void>());
    return ask({"SET", keyOf(conversationId), value, "EX", QByteArray::number(m_limits.lifetimeS)});
}

QFuture<Result<void>> SharedCache::ping()
{
    if (!m_link)
        return readyFuture(Result<void>(Error{.kind = Error::Kind::NotFound}));
    return ask({"PING"});
}

QFuture<Result<void>> SharedCache::ask(const QByteArrayList &command)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    m_link->ask(command, [this, promise](const Result<QByteArray> &done) {
        promise->addResult(done ? Result<void>() : done.error());
        promise->finish();
        note(done);
    });
    return promise->future();
}

} // namespace Core
