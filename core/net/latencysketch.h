#pragma once

#include <QJsonObject>
#include <QMap>
#include <QtGlobal>

#include <optional>

namespace Core {

/// Durations, kept in a bounded place whatever their number: counts per step of 2 %, from 1 ms
/// to a day. Two sketches add up to what one would have kept of both, so hours add up to days
/// (percentiles never do). Quantiles are by nearest rank and right within 1 %. A plain value.
class LatencySketch
{
public:
    void add(qint64 milliseconds);
    void add(const LatencySketch &other);

    qint64 count() const { return m_count; }
    std::optional<double> mean() const; ///< exact
    std::optional<double> quantile(double share) const; ///< 0.95: the 95th percentile

    QJsonObject toJson() const;
    static LatencySketch fromJson(const QJsonObject &json); ///< skips what makes no sense

    /// How many took longer; exact but for those of the step that it falls into.
    qint64 countAbove(double milliseconds) const;

    friend bool operator==(const LatencySketch &, const LatencySketch &) = default;

private:
    QMap<int, qint64> m_counts; ///< by step
    qint64 m_count = 0;
    qint64 m_sum = 0;
};

} // namespace Core
