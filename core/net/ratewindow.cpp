#include "core/net/ratewindow.h"

#include <algorithm>
#include <limits>

namespace Core {

qint64 RateWindow::used(qint64 now)
{
    forget(now);
    return m_used;
}

qint64 RateWindow::left(qint64 now)
{
    if (m_limit <= 0)
        return std::numeric_limits<qint64>::max();
    return std::max<qint64>(m_limit - used(now), 0);
}

qint64 RateWindow::waitFor(qint64 amount, qint64 now)
{
    if (m_limit <= 0)
        return 0;
    if (amount > m_limit)
        return -1;
    forget(now);
    qint64 over = m_used + amount - m_limit;
    for (const Entry &entry : m_entries) {
        if (over <= 0)
            break;
        over -= entry.amount;
        if (over <= 0)
            return entry.at + lengthMs - now;
    }
    return 0;
}

void RateWindow::adopt(qint64 limit, qint64 remaining, qint64 now)
{
    if (limit <= 0 || remaining < 0)
        return;
    m_limit = limit;
    const qint64 unknown = left(now) - remaining; // somebody else used it
    if (unknown > 0)
        add(m_entries.empty() ? 0 : m_entries.back().ticket, unknown, now);
}

void RateWindow::add(quint64 ticket, qint64 amount, qint64 now)
{
    if (m_limit <= 0)
        return; // nothing will ever be asked of it
    forget(now);
    m_entries.push_back({ticket, amount, now});
    m_used += amount;
}

void RateWindow::settle(quint64 ticket, qint64 amount)
{
    const auto entry = std::lower_bound( // tickets are handed out in order
        m_entries.begin(), m_entries.end(), ticket,
        [](const Entry &each, quint64 wanted) { return each.ticket < wanted; });
    if (entry == m_entries.end() || entry->ticket != ticket)
        return;
    m_used += amount - entry->amount;
    entry->amount = amount;
}

void RateWindow::forget(qint64 now)
{
    while (!m_entries.empty() && m_entries.front().at + lengthMs <= now) {
        m_used -= m_entries.front().amount;
        m_entries.pop_front();
    }
}

} // namespace Core
