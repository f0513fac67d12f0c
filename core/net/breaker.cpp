#include "core/net/breaker.h"

#include "core/net/wilson.h"

#include <algorithm>
#include <cmath>

namespace Core {

namespace {

constexpr int failuresInARow = 5;
constexpr int fewestRequests = 20;
constexpr double tolerated = 0.1;
constexpr double confidence = 1.645; // one-sided, 95 %
constexpr qint64 firstRestMs = 30'000;
constexpr qint64 longestRestMs = 600'000;
constexpr double spread = 0.1;

} // namespace

bool Breaker::counts(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::BadReply:
    case Error::Kind::NetworkDown:
    case Error::Kind::QuotaExhausted:
    case Error::Kind::RateLimited:
    case Error::Kind::ServerFailed:
    case Error::Kind::TimedOut:
    case Error::Kind::TlsFailed:
    case Error::Kind::Truncated:
    case Error::Kind::Unauthorized:
        return true;
    default:
        return false;
    }
}

Breaker::State Breaker::state(qint64 now) const
{
    if (m_openUntil < 0)
        return State::Closed;
    return now < m_openUntil ? State::Open : State::HalfOpen;
}

bool Breaker::tryPass(qint64 now)
{
    switch (state(now)) {
    case State::Closed:
        return true;
    case State::Open:
        return false;
    case State::HalfOpen:
        return !std::exchange(m_isProbing, true);
    }
    return true;
}

void Breaker::succeeded(qint64 now)
{
    if (state(now) == State::HalfOpen)
        close();
    m_inARow = 0;
    note(false, now);
}

void Breaker::failed(const Error &error, qint64 now, double random)
{
    const bool wasProbe = state(now) == State::HalfOpen;
    if (!counts(error)) {
        m_isProbing = false; // it proved nothing; the next one probes
        return;
    }
    ++m_inARow;
    note(true, now);
    if (wasProbe || (state(now) == State::Closed && isFailing(now)))
        open(error, now, random);
}

qint64 Breaker::waitMs(qint64 now) const
{
    return state(now) == State::Open ? m_openUntil - now : 0;
}

std::optional<Breaker::Rest> Breaker::rest(qint64 now) const
{
    if (state(now) == State::Closed)
        return std::nullopt;
    return Rest{waitMs(now), m_restMs, m_openings};
}

/// A clock that was set meanwhile must not make the rest longer than it was meant to be.
void Breaker::restore(const Rest &rest, qint64 now)
{
    close();
    m_restMs = std::max<qint64>(rest.wholeMs, 0);
    m_openUntil = now + std::clamp<qint64>(rest.leftMs, 0, m_restMs);
    m_openings = std::max(rest.openings, 1);
}

void Breaker::note(bool isError, qint64 now)
{
    const qint64 number = now / bucketMs;
    Bucket &bucket = m_buckets[size_t(number % bucketCount)];
    if (bucket.number != number)
        bucket = {.number = number};
    ++bucket.requests;
    bucket.errors += isError ? 1 : 0;
}

bool Breaker::isFailing(qint64 now) const
{
    if (m_inARow >= failuresInARow)
        return true;
    int requests = 0;
    int errors = 0;
    for (const Bucket &bucket : m_buckets) {
        if (bucket.number <= now / bucketMs - bucketCount)
            continue;
        requests += bucket.requests;
        errors += bucket.errors;
    }
    return requests >= fewestRequests && wilson(errors, requests, confidence).low > tolerated;
}

void Breaker::open(const Error &error, qint64 now, double random)
{
    const double doubled = double(firstRestMs) * std::exp2(std::min(m_openings, 20));
    const double own = std::min(doubled, double(longestRestMs)) * (1 + spread * random);
    m_restMs = std::max(qint64(own), error.retryAfterMs);
    m_openUntil = now + m_restMs;
    ++m_openings;
    m_isProbing = false;
}

void Breaker::close()
{
    m_buckets = {};
    m_openUntil = -1;
    m_openings = 0;
    m_isProbing = false;
}

} // namespace Core
