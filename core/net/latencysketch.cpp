#include "core/net/latencysketch.h"

#include <algorithm>
#include <cmath>

namespace Core {

using namespace Qt::Literals::StringLiterals;

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

qint64 LatencySketch::countAbove(double milliseconds) const
{
    qint64 count = 0;
    for (auto each = m_counts.begin(); each != m_counts.end(); ++each)
        count += std::pow(step, each.key()) > milliseconds * std::sqrt(step) ? each.value() : 0;
    return count;
}

QJsonObject LatencySketch::toJson() const
{
    QJsonObject counts;
    for (auto each = m_counts.begin(); each != m_counts.end(); ++each)
        counts[QString::number(each.key())] = each.value();
    return {{u"counts"_s, counts}, {u"sum"_s, m_sum}};
}

LatencySketch LatencySketch::fromJson(const QJsonObject &json)
{
    LatencySketch sketch;
    const QJsonObject counts = json["counts"_L1].toObject();
    for (auto each = counts.begin(); each != counts.end(); ++each) {
        bool isNumber = false;
        const int at = each.key().toInt(&isNumber);
        const qint64 count = each.value().toInteger();
        if (!isNumber || at < 0 || at > stepOf(longest) || count <= 0)
            continue;
        sketch.m_counts[at] = count;
        sketch.m_count += count;
    }
    sketch.m_sum = sketch.m_count > 0 ? std::max<qint64>(json["sum"_L1].toInteger(), 0) : 0;
    return sketch;
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
