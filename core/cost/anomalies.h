#pragma once

#include "core/cost/costperiod.h"
#include "core/cost/costslice.h"

#include <QDate>
#include <QList>

#include <optional>

namespace Core {

/// A day that cost far more than the seven before it, and what made it so. A plain value.
struct Anomaly
{
    QDate day;
    Money spent;
    Money usual; ///< the mean of the seven days before
    std::optional<QString> model; ///< whose requests make most of the difference; with
    std::optional<QString> userId; ///< neither, it has many causes
    Money causeSpent; ///< of those requests
    Money causeUsual;

    Money extra() const { return spent - usual; }
    /// 3.4: the cause cost 340 % more than usual. Nothing where it is new.
    std::optional<double> causeChange() const;

    friend bool operator==(const Anomaly &, const Anomaly &) = default;
};

/// The days of `period`, up to today, that cost half as much again as the mean of the seven
/// days before and lie above it by more than three standard deviations of these. Newest
/// first. Of today counts what is spent so far. A day within a week of the first charge has
/// nothing to be compared with. `slices` begin seven days before the period, in any order.
QList<Anomaly> anomalies(const QList<CostSlice> &slices, const CostPeriod &period,
                         const QDateTime &now);

} // namespace Core
