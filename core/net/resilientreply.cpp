#include "core/net/resilientreply.h"

using namespace Qt::Literals::StringLiterals;

namespace Core {

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
    ++m_asking;
    if (m_try)
        return m_try->abort();
    fail({.kind = Error::Kind::Cancelled}, whole({}));
}

void ResilientReply::begin()
{
    if (!std::exchange(m_hasChosen, true))
        chooseProvider();
    if (isAdmitted())
        sendWithKey();
    else
        askAdmission();
}

bool ResilientReply::isAdmitted() const
{
    const bool costsAsAgreed = m_candidate == m_admitted && m_lost.size() == m_admittedLost;
    return !m_request.admit || costsAsAgreed;
}

void ResilientReply::askAdmission()
{
    const int question = ++m_asking;
    const QPointer<ResilientReply> alive(this);
    m_request.admit({m_candidate, m_lost}, [alive, question](const Result<void> &admitted) {
        if (alive && alive->m_asking == question)
            alive->takeAdmission(admitted);
    });
}

void ResilientReply::takeAdmission(const Result<void> &admitted)
{
    if (admitted) {
        m_admitted = m_candidate;
        m_admittedLost = m_lost.size();
        return sendWithKey();
    }
    endPass(Error{.kind = Error::Kind::Cancelled});
    if (m_left.isEmpty())
        return fail(admitted.error(), whole({}));
    note(admitted.error(), 0);
    chooseProvider();
    m_wait.start(0);
    tell(admitted.error(), 0);
}

void ResilientReply::sendWithKey()
{
    if (takeKey())
        send();
}

/// Waiting for a key is not a try.
bool ResilientReply::takeKey()
{
    if (!m_pool)
        return true;
    const KeyOffer offer = m_pool->reserve(roughTokens());
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

void ResilientReply::onFailed(const Error &reported, const ReplySummary &summary)
{
    const Error error = named(reported);
    m_try = nullptr;
    m_hasSent = summary.wasSent || summary.status > 0;
    report(error, summary);
    if (m_hasShown || !summary.toolCalls.isEmpty())
        return fail(error, whole(summary));
    const bool mayBeLost = mayBeBilled(summary, error);
    if (mayBeLost)
        m_lost.append(lostTry(error, summary));
    if (goOn(error))
        return;
    if (mayBeLost)
        m_lost.removeLast(); // it is how the call ended
    fail(error, whole(summary));
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
    tell(error, waitMs);
}

void ResilientReply::tell(const Error &error, qint64 waitMs)
{
    emit retrying({.error = error,
                   .waitMs = waitMs,
                   .tries = m_tries,
                   .mostTries = mostTries(),
                   .provider = m_request.provider.name});
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
    emit m_client.tried(
        {.provider = m_request.provider.name,
         .model = m_request.model,
         .error = error,
         .firstTokenMs = summary.timing.firstToken,
         .totalMs = summary.timing.total,
         .completionTokens = summary.usage ? summary.usage->completion : -1,
         .isFallback = m_candidate > 0,
         .isTurn = m_request.isTurn,
         .passedOver = std::exchange(m_wasPassedOver, false) ? nameOf(0) : QString()});
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
        m_pool->succeeded(ticket,
                          summary.usage ? summary.usage->prompt + summary.usage->completion
                                        : roughTokens());
}

/// People know a provider that has answered by its name; one that has not, by its address.
Error ResilientReply::named(Error error) const
{
    if (error.status > 0 && !m_request.provider.name.isEmpty())
        error.where = m_request.provider.name;
    return error;
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
