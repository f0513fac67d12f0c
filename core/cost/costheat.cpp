#include "core/cost/costheat.h"

#include "core/cost/timebuckets.h"

#include <algorithm>

namespace Core {

Money CostHeat::most() const
{
    Money most;
    for (const auto &day : hours) {
        for (const CostRow &hour : day)
            most = std::max(most, hour.cost);
    }
    return most;
}

CostHeat costHeat(const QList<CostSlice> &slices, const CostPeriod &period)
{
    CostHeat heat;
    const qint64 from = period.from().toMSecsSinceEpoch();
    const qint64 to = period.to().toMSecsSinceEpoch();
    // Slices mostly follow each other in time, and asking a time zone is dear.
    TimeBucket hour;
    CostRow *row = nullptr;
    for (const CostSlice &slice : slices) {
        if (slice.atMs < from || slice.atMs >= to)
            continue;
        if (!row || !hour.holds(slice.atMs)) {
            hour = bucketAt(slice.atMs, TimeStep::Hour, period.zone);
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(hour.fromMs, period.zone);
            row = &heat.hours[size_t(local.date().dayOfWeek() - 1)][size_t(local.time().hour())];
        }
        addTo(*row, slice);
    }
    return heat;
}

} // namespace Core
