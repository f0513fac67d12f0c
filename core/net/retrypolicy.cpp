#include "core/net/retrypolicy.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

constexpr double spread = 0.25; // of a wait of our own
constexpr double askedSpreadMs = 750; // on top of a wait that was asked for

qint64 ownWait(int tries, const RetryLimits &limits, double random)
{
    const double doubled = double(limits.firstWaitMs) * std::exp2(std::min(tries - 1, 40));
    return qint64(std::min(doubled * (1 + spread * random), double(limits.longestWaitMs)));
}

} // namespace

bool isWorthRetrying(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NetworkDown:
    case Error::Kind::ServerFailed:
    case Error::Kind::TimedOut:
    case Error::Kind::Truncated:
        return true;
    case Error::Kind::RateLimited: // a request that alone is over the limit never passes
        return error.asked < 0 || error.limit < 0 || error.asked <= error.limit;
    case Error::Kind::Rejected:
        return error.status == 409;
    default:
        return false;
    }
}

std::optional<qint64> waitBeforeRetry(const FailedTry &failed, const RetryLimits &limits,
                                      double random)
{
    if (failed.hasShown || failed.tries >= limits.tries || !isWorthRetrying(failed.error))
        return std::nullopt;
    const qint64 asked = failed.error.retryAfterMs;
    if (asked > limits.longestAskedMs)
        return std::nullopt;
    if (asked > 0)
        return asked + qint64(askedSpreadMs * random);
    if (asked < 0 && failed.error.kind == Error::Kind::RateLimited)
        return limits.rateLimitMs + qint64(askedSpreadMs * random);
    return ownWait(failed.tries, limits, random);
}

QString retryReason(const Error &error)
{
    if (error.status >= 300)
        return QString::number(error.status);
    return error.detail.isEmpty() ? u"failed"_s : error.detail;
}

} // namespace Core
