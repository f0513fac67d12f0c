#pragma once

#include <QtGlobal>

#include <deque>

namespace Core {

/// How much passed in the last minute, measured at every moment: unlike a counter that starts
/// anew each minute it never lets twice the limit through around a border. Told the time.
class RateWindow
{
public:
    static constexpr qint64 lengthMs = 60'000;

    /// `limit` 0: no limit.
    explicit RateWindow(qint64 limit = 0)
        : m_limit(limit)
    {
    }

    qint64 limit() const { return m_limit; }
    qint64 used(qint64 now); ///< in the minute before
    qint64 left(qint64 now); ///< never below 0; without a limit the largest number

    /// Milliseconds until `amount` more fits: 0 now, -1 never.
    qint64 waitFor(qint64 amount, qint64 now);

    /// Tickets grow from one to the next.
    void add(quint64 ticket, qint64 amount, qint64 now);

    /// The provider says what its limit is and how much of it is left.
    void adopt(qint64 limit, qint64 remaining, qint64 now);

    /// What was added with that ticket turned out to be `amount`; 0 takes it back.
    void settle(quint64 ticket, qint64 amount);

private:
    struct Entry
    {
        quint64 ticket;
        qint64 amount;
        qint64 at;
    };

    void forget(qint64 now);

    qint64 m_limit;
    qint64 m_used = 0;
    std::deque<Entry> m_entries; ///< oldest first
};

} // namespace Core
