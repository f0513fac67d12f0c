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

/// Whether the provider may bill the try: it began to answer, or the whole request went out
/// and nobody knows what became of it.
bool mayBeBilled(const ReplySummary &summary)
{
    return summary.status / 100 == 2 || (summary.status == 0 && summary.wasSent);
}

} // namespace

ResilientReply::ResilientReply(ResilientClient &client, const ChatRequest &request, QObject *owner)
    : ChatReply(owner)
    , m_client(client)
    , m_request(request)
    , m_candidates{{request.provider, request.model, request.key, request.body}}
    , m_started(client.m_clock.monotonicMs())
{
    m_candidates += request.alternatives;
    for (int i = 0; i < m_candidates.size(); ++i)
        m_left.append(i);
    m_wait.setSingleShot(true);
    m_wait.setTimerType(Qt::PreciseTimer); // a coarse one ends up to 5 % before a Retry-After
    connect(&m_wait, &QTimer::timeout, this, &ResilientReply::begin);
    m_wait.start(0);
}

ResilientReply::~ResilientReply()
{
    const Error stopped{.kind = Error::Kind::Cancelled};
    if (m_pool && m_grant)
        m_pool->failed(m_grant->ticket, stopped);
    endPass(stopped);
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
    if (!std::exchange(m_hasChosen, true))
        chooseProvider();
    if (takeKey())
        send();
}

/// The first one that does not rest; else the one that has the least rest left.
void ResilientReply::chooseProvider()
{
    const qint64 now = m_client.m_clock.monotonicMs();
    int leastBad = m_left.first();
    for (const int each : std::as_const(m_left)) {
        Breaker &breaker = m_client.m_breakers[nameOf(each)];
        m_hasPassed = breaker.tryPass(now);
        if (m_hasPassed)
            return take(each);
        if (breaker.waitMs(now) < m_client.m_breakers[nameOf(leastBad)].waitMs(now))
            leastBad = each;
    }
    m_wasLeastBad = true;
    take(leastBad);
}

void ResilientReply::take(int candidate)
{
    m_left.removeOne(candidate);
    m_candidate = candidate;
    m_triesHere = 0;
    m_hasAdapted = false;
    m_request.provider = m_candidates[candidate].provider;
    m_request.model = m_candidates[candidate].model;
    m_request.key = m_candidates[candidate].key;
    m_request.body = m_candidates[candidate].body;
    m_pool = m_client.poolFor(m_request.provider, m_request.key);
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
    const bool isLong = offer.waitMs < 0 || offer.waitMs > leftMs();
    if (tryOtherProvider(error))
        return false;
    if (isLong)
        fail(error, whole({}));
    else
        again(error, offer.waitMs);
    return false;
}

void ResilientReply::send()
{
    ++m_tries;
    ++m_triesHere;
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
    m_hasSent = summary.wasSent || summary.status > 0;
    report(error, summary);
    if (m_hasShown || !summary.toolCalls.isEmpty())
        return fail(error, whole(summary));
    const bool mayBeLost = mayBeBilled(summary);
    if (mayBeLost)
        m_lost.append(lostTry(error, summary));
    if (goOn(error))
        return;
    if (mayBeLost)
        m_lost.removeLast(); // it is how the call ended
    fail(error, whole(summary));
}

bool ResilientReply::goOn(const Error &error)
{
    if (tryAdapted(error) || tryOtherKey(error))
        return true;
    const bool isAlone = m_candidates.size() == 1;
    if ((isAlone || m_triesHere < m_client.m_limits.triesPerProvider) && tryLater(error))
        return true;
    return tryOtherProvider(error);
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
    --m_triesHere;
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

bool ResilientReply::tryLater(const Error &error)
{
    const FailedTry failed{.error = error, .tries = m_tries, .hasShown = m_hasShown};
    const std::optional<qint64> wait =
        waitBeforeRetry(failed, m_client.m_limits, m_client.m_random());
    if (!wait || *wait > leftMs())
        return false;
    again(error, *wait);
    return true;
}

/// What the request or the user is to blame for would fail elsewhere too.
bool ResilientReply::tryOtherProvider(const Error &error)
{
    if (!Breaker::counts(error) || m_left.isEmpty() || m_tries >= m_client.m_limits.tries
        || leftMs() <= 0)
        return false;
    endPass(Error{.kind = Error::Kind::Cancelled});
    note(error, 0);
    chooseProvider();
    m_wait.start(0);
    emit retrying(error, 0);
    return true;
}

void ResilientReply::note(const Error &error, qint64 waitMs)
{
    m_retries.append({.reason = retryReason(error),
                      .waitedMs = waitMs,
                      .provider = m_request.provider.name,
                      .wasSent = std::exchange(m_hasSent, false)});
}

void ResilientReply::again(const Error &error, qint64 waitMs)
{
    note(error, waitMs);
    m_wait.start(int(waitMs));
    emit retrying(error, waitMs);
}

LostTry ResilientReply::lostTry(const Error &error, const ReplySummary &summary) const
{
    LostTry lost{.candidate = m_candidate,
                 .reason = retryReason(error),
                 .status = summary.status,
                 .requestBody = m_request.body,
                 .timing = summary.timing};
    return lost;
}

void ResilientReply::report(const std::optional<Error> &error, const ReplySummary &summary)
{
    endGrant(error, summary);
    endPass(error);
    emit m_client.tried({.provider = m_request.provider.name,
                         .model = m_request.model,
                         .error = error,
                         .firstTokenMs = summary.timing.firstToken,
                         .totalMs = summary.timing.total,
                         .completionTokens = summary.usage ? summary.usage->completion : -1,
                         .isFallback = m_candidate > 0});
}

/// Every pass of a breaker ends here, and only once.
void ResilientReply::endPass(const std::optional<Error> &error)
{
    const qint64 now = m_client.m_clock.monotonicMs();
    if (!error)
        breaker().succeeded(now);
    else if (error->kind != Error::Kind::Cancelled || m_hasPassed)
        breaker().failed(*error, now, m_client.m_random());
    m_hasPassed = false;
}

void ResilientReply::endGrant(const std::optional<Error> &error, const ReplySummary &summary)
{
    if (!m_pool || !m_grant)
        return;
    const quint64 ticket = std::exchange(m_grant, std::nullopt)->ticket;
    m_pool->adopt(ticket, rateLimitFrom(summary.responseHeaders, m_client.m_clock.now()));
    if (error)
        m_pool->failed(ticket, *error);
    else
        m_pool->succeeded(ticket, tokensOf(summary, m_request.body));
}

/// The summary of the last try as one of the whole call.
ReplySummary ResilientReply::whole(ReplySummary summary) const
{
    summary.retries = m_retries;
    summary.lost = m_lost;
    summary.candidate = m_candidate;
    summary.wasLeastBad = m_wasLeastBad;
    summary.requestBody = m_request.body;
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
