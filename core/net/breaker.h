#pragma once

#include "core/base/error.h"

#include <array>
#include <optional>

namespace Core {

/// Takes a failing provider out of the round for a while. Closed: all passes. It opens after
/// five failures in a row, or when more than a tenth of at least twenty requests of the last
/// minute failed beyond doubt (the lower end of Wilson's interval). Open: nothing passes for
/// 30 s, doubled with each further opening up to 10 minutes, or as long as the provider asks.
/// Then half-open: one request probes, and its end decides. Told the time.
class Breaker
{
public:
    enum class State { Closed, Open, HalfOpen };

    State state(qint64 now) const;

    /// Whether a request may go out. In the half-open state only one is told so until it ends.
    bool tryPass(qint64 now);

    void succeeded(qint64 now);
    void failed(const Error &error, qint64 now, double random);

    qint64 waitMs(qint64 now) const; ///< until it is half-open; 0 when it is not open

    /// What outlives the program: that it is open or half-open. What it counted does not, for
    /// it is of the last minute only.
    struct Rest
    {
        qint64 leftMs = 0; ///< 0: it is time for a probe
        qint64 wholeMs = 0; ///< of the rest that was begun
        int openings = 0;
    };
    std::optional<Rest> rest(qint64 now) const; ///< nothing when it is closed
    void restore(const Rest &rest, qint64 now);

    /// Whether an error says something about the provider. What the request or the user is to
    /// blame for (bad input, its length, its content, a stop) does not.
    static bool counts(const Error &error);

private:
    static constexpr qint64 bucketMs = 6'000;
    static constexpr int bucketCount = 10;

    struct Bucket
    {
        qint64 number = -1; ///< of the stretch of time that it counts
        int requests = 0;
        int errors = 0;
    };

    void note(bool isError, qint64 now);
    bool isFailing(qint64 now) const;
    void open(const Error &error, qint64 now, double random);
    void close();

    std::array<Bucket, bucketCount> m_buckets;
    int m_inARow = 0;
    int m_openings = 0; ///< since it was last closed for good
    qint64 m_openUntil = -1; ///< -1: closed
    qint64 m_restMs = 0; ///< how long the last rest is
    bool m_isProbing = false;
};

} // namespace Core
