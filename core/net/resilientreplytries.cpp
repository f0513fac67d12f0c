// Whom a call asks, and what follows a try that failed.

#include "core/net/learnt.h"
#include "core/net/resilientreply.h"

#include <algorithm>

namespace Core {

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
    if (m_tries == 0 && candidate > 0 && m_left.contains(0))
        m_wasPassedOver = true;
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
    const KeyOffer offer = m_pool->reserve(roughTokens());
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
    tell(error, 0);
    return true;
}

int ResilientReply::mostTries() const
{
    const RetryLimits &limits = m_client.m_limits;
    const int candidates = int(m_candidates.size());
    return candidates == 1 ? limits.tries
                           : std::min(limits.tries, candidates * limits.triesPerProvider);
}

} // namespace Core
