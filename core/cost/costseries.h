#pragma once

#include "core/cost/costperiod.h"
#include "core/cost/costreport.h"
#include "core/cost/timebuckets.h"

#include <QList>

namespace Core {

/// One colour of a stacked chart: one row of sums for each bucket.
struct CostSeries
{
    QString key; ///< a model's name and so on; see `isOther`
    bool isOther = false; ///< all that is not among the top
    QList<CostRow> rows; ///< as many as there are buckets
    CostRow total;
};

/// The numbers behind a stacked chart. The series sum to `totals`, bucket by bucket, exactly.
struct CostChart
{
    TimeStep step = TimeStep::Day;
    QList<TimeBucket> buckets;
    QList<CostSeries> series; ///< dearest first, Other last
    QList<CostRow> totals; ///< by bucket
    qsizetype unfinished = -1; ///< the bucket that `now` is in; those behind it are to come
};

/// Hours for up to two days, months for more than 92, days between.
TimeStep stepFor(const CostPeriod &period);

/// Slices outside the period are left out. `by` is not a time.
CostChart costChart(const QList<CostSlice> &slices, CostBy by, const CostPeriod &period,
                    const QDateTime &now, int top = 7);

/// Sums of the costs so far, bucket by bucket; ends with the unfinished bucket, since nothing
/// is known of those to come.
QList<Money> cumulative(const CostChart &chart);

} // namespace Core
