#pragma once

#include "core/chat/attempt.h"

#include <QDateTime>

#include <optional>

namespace Core {

/// What a provider tells about its rate limits with an answer. Whatever it does not tell is
/// absent. A reset is the time until the limit is full again, not until the next request is
/// allowed: slow down by what remains, and wait only where Retry-After asks for it.
struct RateLimitState
{
    struct Bucket
    {
        std::optional<qint64> limit;
        std::optional<qint64> remaining;
        std::optional<qint64> resetMs;

        friend bool operator==(const Bucket &, const Bucket &) = default;
    };
    Bucket requests;
    Bucket tokens;

    friend bool operator==(const RateLimitState &, const RateLimitState &) = default;
};

/// Reads x-ratelimit-{limit,remaining,reset}-{requests,tokens}, with resets as Go durations or
/// seconds, and anthropic-ratelimit-{requests,tokens}-{limit,remaining,reset} with RFC 3339 times.
RateLimitState rateLimitFrom(const Headers &headers, const QDateTime &now);

} // namespace Core
