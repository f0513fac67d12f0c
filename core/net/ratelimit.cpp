#include "core/net/ratelimit.h"

#include "core/net/goduration.h"
#include "core/net/retryafter.h"

#include <cmath>

namespace Core {

namespace {

std::optional<qint64> countIn(const Headers &headers, const QByteArray &name)
{
    bool ok = false;
    const qint64 count = headerValue(headers, name).trimmed().toLongLong(&ok);
    return ok && count >= 0 ? std::optional(count) : std::nullopt;
}

std::optional<qint64> resetIn(const Headers &headers, const QByteArray &name, const QDateTime &now)
{
    const QString text = QString::fromLatin1(headerValue(headers, name).trimmed());
    if (const std::optional<qint64> duration = millisecondsFromGo(text))
        return duration;
    bool ok = false;
    const double seconds = text.toDouble(&ok);
    if (ok && seconds >= 0 && seconds < 1e9)
        return qint64(std::ceil(seconds * 1000));
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? std::optional(std::max<qint64>(now.msecsTo(time), 0)) : std::nullopt;
}

RateLimitState::Bucket bucketFrom(const Headers &headers, const QByteArray &what,
                                  const QDateTime &now)
{
    const QByteArray anthropic = "anthropic-ratelimit-" + what;
    RateLimitState::Bucket bucket{countIn(headers, "x-ratelimit-limit-" + what),
                                  countIn(headers, "x-ratelimit-remaining-" + what),
                                  resetIn(headers, "x-ratelimit-reset-" + what, now)};
    if (!bucket.limit)
        bucket.limit = countIn(headers, anthropic + "-limit");
    if (!bucket.remaining)
        bucket.remaining = countIn(headers, anthropic + "-remaining");
    if (!bucket.resetMs)
        bucket.resetMs = resetIn(headers, anthropic + "-reset", now);
    return bucket;
}

} // namespace

RateLimitState rateLimitFrom(const Headers &headers, const QDateTime &now)
{
    return {bucketFrom(headers, "requests", now), bucketFrom(headers, "tokens", now)};
}

} // namespace Core
