#pragma once

#include "core/base/error.h"

#include <optional>

namespace Core {

/// How often and how patiently a call is tried again.
struct RetryLimits
{
    int tries = 5; ///< in all, the first one among them
    int triesPerProvider = 1; ///< where there are others to ask
    qint64 firstWaitMs = 1'000; ///< doubled with each further try
    qint64 longestWaitMs = 60'000;
    qint64 rateLimitMs = 60'000; ///< for a rate limit that does not say how long
    qint64 longestAskedMs = 120'000; ///< asked to wait longer than that, the call gives up

    friend bool operator==(const RetryLimits &, const RetryLimits &) = default;
};

/// A try that did not succeed.
struct FailedTry
{
    Error error;
    int tries = 1; ///< made so far
    bool hasShown = false; ///< a part of the answer was handed on
};

/// Milliseconds to wait before the next try; nothing where the call should give up: the tries
/// are used up, nothing would change, or a part of the answer was shown already, which a second
/// answer would contradict. `random` is from 0 to 1; it only ever adds to what a provider asked
/// to wait, so that clients which failed together do not come back together. Pure.
std::optional<qint64> waitBeforeRetry(const FailedTry &failed, const RetryLimits &limits,
                                      double random);

/// Whether the same request to the same place may fare better later.
bool isWorthRetrying(const Error &error);

/// What a retry is called in the record: "429", "503", "no answer".
QString retryReason(const Error &error);

} // namespace Core
