#include "core/net/health.h"

#include "core/net/breaker.h"
#include "core/net/wilson.h"

#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace Core {

qint64 ProviderHealth::errorCount() const
{
    return std::accumulate(errors.begin(), errors.end(), qint64(0));
}

double ProviderHealth::errorRate() const
{
    return requests == 0 ? 0 : double(errorCount()) / double(requests);
}

void ProviderHealth::add(const HealthSample &sample)
{
    if (sample.error && !Breaker::counts(*sample.error))
        return;
    ++requests;
    fallbacks += sample.isFallback ? 1 : 0;
    if (sample.error) {
        ++errors[errorClassName(*sample.error)];
        return;
    }
    if (sample.firstTokenMs >= 0)
        firstToken.add(sample.firstTokenMs);
    if (sample.totalMs >= 0)
        total.add(sample.totalMs);
}

void ProviderHealth::add(const ProviderHealth &other)
{
    requests += other.requests;
    fallbacks += other.fallbacks;
    for (auto each = other.errors.begin(); each != other.errors.end(); ++each)
        errors[each.key()] += each.value();
    firstToken.add(other.firstToken);
    total.add(other.total);
}

QString errorClassName(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::BadReply:
        return u"bad reply"_s;
    case Error::Kind::NetworkDown:
        return u"network"_s;
    case Error::Kind::QuotaExhausted:
        return u"quota"_s;
    case Error::Kind::RateLimited:
        return u"rate limit"_s;
    case Error::Kind::ServerFailed:
        return u"server"_s;
    case Error::Kind::TimedOut:
        return u"timeout"_s;
    case Error::Kind::TlsFailed:
        return u"tls"_s;
    case Error::Kind::Truncated:
        return u"cut off"_s;
    case Error::Kind::Unauthorized:
        return u"key refused"_s;
    default:
        return {};
    }
}

void HealthBook::add(const HealthSample &sample)
{
    ProviderHealth &health = m_providers[sample.provider];
    health.provider = sample.provider;
    health.add(sample);
}

CanaryVerdict compareErrors(const ProviderHealth &canary, const ProviderHealth &control,
                            double margin)
{
    constexpr qint64 fewest = 100;
    constexpr double beyondChance = 3.0; // 1.96 would cry wolf once in seven with five looks
    constexpr double confidence = 1.645;
    if (canary.requests < fewest || control.requests < fewest)
        return CanaryVerdict::NotEnoughData;

    // The interval of a difference from those of its parts, by Newcombe.
    const auto difference = [&](double z) {
        const Interval left = wilson(canary.errorCount(), canary.requests, z);
        const Interval right = wilson(control.errorCount(), control.requests, z);
        const double p = canary.errorRate();
        const double q = control.errorRate();
        return Interval{p - q - std::hypot(p - left.low, right.high - q),
                        p - q + std::hypot(left.high - p, q - right.low)};
    };
    if (difference(beyondChance).low > 0)
        return CanaryVerdict::Worse;
    return difference(confidence).high < margin ? CanaryVerdict::NotWorse
                                                : CanaryVerdict::NotEnoughData;
}

} // namespace Core
