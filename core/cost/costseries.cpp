#include "core/cost/costseries.h"

#include <algorithm>

namespace Core {

namespace {

/// Places of the keys by what they cost; of equal cost, by their requests and names, so that
/// unpriced models have an order too.
QList<qsizetype> byCost(const QList<CostSeries> &series)
{
    QList<qsizetype> order(series.size());
    for (qsizetype i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        const CostRow &one = series[a].total;
        const CostRow &two = series[b].total;
        return std::tie(two.cost, two.requests, one.key)
            < std::tie(one.cost, one.requests, two.key);
    });
    return order;
}

/// The `top` dearest series as they are, and one with all the others.
QList<CostSeries> topAndOther(const QList<CostSeries> &all, int top)
{
    const QList<qsizetype> order = byCost(all);
    QList<CostSeries> series;
    for (const qsizetype place : order) {
        // One series more than the top would make an Other of one, which may show its name.
        if (series.size() < top || all.size() == top + 1) {
            series.append(all[place]);
            continue;
        }
        if (series.size() == top) {
            CostSeries other{.isOther = true};
            other.rows.resize(all[place].rows.size());
            series.append(other);
        }
        CostSeries &other = series.last();
        for (qsizetype i = 0; i < other.rows.size(); ++i)
            addTo(other.rows[i], all[place].rows[i]);
        addTo(other.total, all[place].total);
    }
    return series;
}

} // namespace

TimeStep stepFor(const CostPeriod &period)
{
    if (period.days() <= 2)
        return TimeStep::Hour;
    return period.days() > 92 ? TimeStep::Month : TimeStep::Day;
}

CostChart costChart(const QList<CostSlice> &slices, CostBy by, const CostPeriod &period,
                    const QDateTime &now, int top)
{
    CostChart chart{.step = stepFor(period)};
    chart.buckets = timeBuckets(period.from(), period.to(), chart.step, period.zone);
    for (const TimeBucket &bucket : chart.buckets)
        chart.totals.append(CostRow{.key = bucket.key});
    chart.unfinished = bucketIndex(chart.buckets, now.toMSecsSinceEpoch());

    QList<CostSeries> all;
    QHash<QString, qsizetype> places;
    for (const CostSlice &slice : slices) {
        const qsizetype bucket = bucketIndex(chart.buckets, slice.atMs);
        if (bucket < 0)
            continue;
        const QString key = costKey(slice, by);
        const auto place = places.constFind(key);
        const qsizetype index = place == places.cend() ? all.size() : *place;
        if (index == all.size()) {
            places.insert(key, index);
            all.append({.key = key, .rows = chart.totals, .total = {.key = key}});
            std::fill(all.last().rows.begin(), all.last().rows.end(), CostRow{.key = key});
        }
        addTo(all[index].rows[bucket], slice);
        addTo(all[index].total, slice);
        addTo(chart.totals[bucket], slice);
    }
    chart.series = topAndOther(all, top);
    return chart;
}

QList<Money> cumulative(const CostChart &chart)
{
    const qsizetype end = chart.unfinished < 0 ? chart.totals.size() : chart.unfinished + 1;
    QList<Money> sums;
    Money sum;
    for (qsizetype i = 0; i < end; ++i)
        sums.append(sum += chart.totals[i].cost);
    return sums;
}

} // namespace Core
