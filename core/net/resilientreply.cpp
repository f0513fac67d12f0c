#include "core/net/resilientreply.h"

#include "core/net/learnt.h"

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

/// A guess before sending, for limits of tokens; what it really took is settled afterwards.
qint64 roughTokens(const QByteArray &body)
{
    return body.size() / 4;
}

qint64 tokensOf(const ReplySummary &summary, const QByteArray &body)
{
    return summary.usage ? summary.usage->prompt + summary.usage->completion : roughTokens(body);
}

} // namespace

ResilientReply::ResilientReply(ResilientClient &client, const ChatRequest &request, QObject *owner)
    : ChatReply(owner)
    , m_client(client)
    , m_request(request)
    , m_pool(client.m_pools.value(request.provider.name))
    , m_started(client.m_clock.monotonicMs())
{
    m_wait.setSingleShot(true);
    m_wait.setTimerType(Qt::PreciseTimer); // a coarse one ends up to 5 % before a Retry-After
    connect(&m_wait, &QTimer::timeout, this, &ResilientReply::begin);
    m_wait.start(0);
}

ResilientReply::~ResilientReply()
{
    if (m_pool && m_grant)
        m_pool->failed(m_grant->ticket, {Error::Kind::Cancelled, {}});
}

void ResilientReply::abort()
{
    m_wait.stop();
    if (m_try)
        return m_try->abort();
    fail({.kind = Error::Kind::Cancelled}, whole({}));
}

void ResilientReply::begin()
{
    if (takeKey())
        send();
}

/// Waiting for a key is not a try.
bool ResilientReply::takeKey()
{
    if (!m_pool)
        return true;
    const KeyOffer offer = m_pool->reserve(roughTokens(m_request.body));
    if (offer.grant) {
        m_grant = offer.grant;
        m_request.key = offer.grant->secret;
        return true;
    }
    const Error error = offer.error.value_or(Error{.kind = Error::Kind::RateLimited,
                                                   .detail = u"all keys are at their limit"_s,
                                                   .retryAfterMs = offer.waitMs});
    if (offer.waitMs < 0 || offer.waitMs > leftMs()) {
        fail(error, whole({}));
        return false;
    }
    again(error, offer.waitMs);
    return false;
}

void ResilientReply::send()
{
    ++m_tries;
    m_tryStarted = elapsedMs();
    ChatRequest request = m_request;
    if (request.clocks.total > 0)
        request.clocks.total = int(std::max<qint64>(leftMs(), 1));
    wire(m_client.m_inner.send(request, this));
}

void ResilientReply::wire(ChatReply *reply)
{
    m_try = reply;
    connect(reply, &ChatReply::textAppended, this, [this](const QString &text) {
        m_hasShown = true;
        emit textAppended(text);
    });
    connect(reply, &ChatReply::reasoningAppended, this, [this](const QString &text) {
        m_hasShown = true;
        emit reasoningAppended(text);
    });
    connect(reply, &ChatReply::finished, this, &ResilientReply::onFinished);
    connect(reply, &ChatReply::failed, this, &ResilientReply::onFailed);
}

void ResilientReply::onFinished(const ReplySummary &summary)
{
    m_try = nullptr;
    report({}, summary);
    finish(whole(summary));
}

void ResilientReply::onFailed(const Error &error, const ReplySummary &summary)
{
    m_try = nullptr;
    report(error, summary);
    if (m_hasShown || !summary.toolCalls.isEmpty())
        return fail(error, whole(summary));
    if (tryAdapted(error) || tryOtherKey(error))
        return;
    tryLater(error, summary);
}

/// Once, and not counted as a try: the request was refused as it was written.
bool ResilientReply::tryAdapted(const Error &error)
{
    const std::optional<Provider> learnt = learntFrom(error, m_request.provider);
    if (!learnt || std::exchange(m_hasAdapted, true))
        return false;
    m_request.provider = *learnt;
    m_request.body = adaptedBody(m_request.body, *learnt);
    emit m_client.learnt(*learnt);
    --m_tries;
    again(error, 0);
    return true;
}

/// The pool has been told of the failure, so it offers another key, or says how long to wait.
bool ResilientReply::tryOtherKey(const Error &error)
{
    const bool isOfTheKey = error.kind == Error::Kind::RateLimited
        || error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::QuotaExhausted;
    if (!m_pool || !isOfTheKey || m_tries >= m_client.m_limits.tries)
        return false;
    const KeyOffer offer = m_pool->reserve(roughTokens(m_request.body));
    if (offer.grant)
        m_pool->release(offer.grant->ticket); // begin() takes it
    else if (error.kind != Error::Kind::RateLimited || offer.waitMs < 0 || offer.waitMs > leftMs()
             || !isWorthRetrying(error))
        return false;
    again(error, offer.grant ? 0 : offer.waitMs);
    return true;
}

void ResilientReply::tryLater(const Error &error, const ReplySummary &summary)
{
    const FailedTry failed{.error = error, .tries = m_tries, .hasShown = m_hasShown};
    const std::optional<qint64> wait =
        waitBeforeRetry(failed, m_client.m_limits, m_client.m_random());
    if (!wait || *wait > leftMs())
        return fail(error, whole(summary));
    again(error, *wait);
}

void ResilientReply::again(const Error &error, qint64 waitMs)
{
    m_retries.append({.reason = retryReason(error), .waitedMs = waitMs});
    m_wait.start(int(waitMs));
    emit retrying(error, waitMs);
}

void ResilientReply::report(const std::optional<Error> &error, const ReplySummary &summary)
{
    endGrant(error, summary);
    emit m_client.tried({.provider = m_request.provider.name,
                         .error = error,
                         .firstTokenMs = summary.timing.firstToken,
                         .totalMs = summary.timing.total});
}

void ResilientReply::endGrant(const std::optional<Error> &error, const ReplySummary &summary)
{
    if (!m_pool || !m_grant)
        return;
    const quint64 ticket = std::exchange(m_grant, std::nullopt)->ticket;
    if (error)
        m_pool->failed(ticket, *error);
    else
        m_pool->succeeded(ticket, tokensOf(summary, m_request.body));
}

/// The summary of the last try as one of the whole call.
ReplySummary ResilientReply::whole(ReplySummary summary) const
{
    summary.retries = m_retries;
    for (qint64 *moment :
         {&summary.timing.queued, &summary.timing.connected, &summary.timing.firstToken}) {
        if (*moment >= 0)
            *moment += m_tryStarted;
    }
    summary.timing.total = elapsedMs();
    return summary;
}

qint64 ResilientReply::elapsedMs() const
{
    return m_client.m_clock.monotonicMs() - m_started;
}

qint64 ResilientReply::leftMs() const
{
    const int total = m_request.clocks.total;
    return total > 0 ? total - elapsedMs() : std::numeric_limits<int>::max();
}

} // namespace Core
