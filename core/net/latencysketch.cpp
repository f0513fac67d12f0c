#include "core/net/latencysketch.h"

#include <algorithm>
#include <cmath>

namespace Core {

namespace {

constexpr double step = 1.02;
constexpr qint64 longest = 24LL * 3600 * 1000;

int stepOf(qint64 milliseconds)
{
    return int(std::lround(std::log(double(milliseconds)) / std::log(step)));
}

} // namespace

void LatencySketch::add(qint64 milliseconds)
{
    const qint64 sensible = std::clamp<qint64>(milliseconds, 1, longest);
    ++m_counts[stepOf(sensible)];
    ++m_count;
    m_sum += sensible;
}

void LatencySketch::add(const LatencySketch &other)
{
    for (auto each = other.m_counts.begin(); each != other.m_counts.end(); ++each)
        m_counts[each.key()] += each.value();
    m_count += other.m_count;
    m_sum += other.m_sum;
}

std::optional<double> LatencySketch::mean() const
{
    return m_count == 0 ? std::nullopt : std::optional(double(m_sum) / double(m_count));
}

std::optional<double> LatencySketch::quantile(double share) const
{
    if (m_count == 0)
        return std::nullopt;
    const qint64 rank = std::clamp<qint64>(qint64(std::ceil(share * double(m_count))), 1, m_count);
    qint64 seen = 0;
    for (auto each = m_counts.begin(); each != m_counts.end(); ++each) {
        seen += each.value();
        if (seen >= rank)
            return std::pow(step, each.key());
    }
    return std::nullopt;
}

} // namespace Core
