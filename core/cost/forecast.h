#pragma once

#include "core/cost/costperiod.h"
#include "core/cost/costreport.h"

#include <optional>

namespace Core {

/// What a period will have cost when it ends. A plain value.
struct Forecast
{
    Money expected; ///< with what is spent already
    Money low; ///< in four cases of five the end lies between low and high
    Money high;
    int basedOnDays = 0; ///< finished days that were looked at

    friend bool operator==(const Forecast &, const Forecast &) = default;
};

/// What `period` will have cost at its end, from up to 28 finished days before `now`. A day to
/// come costs what its weekday cost on average, or any day where a weekday was seen only once;
/// the band is how far the days lay from that. Nothing for a period that is over or has not
/// begun, and where fewer than three days are finished since the first charge.
///
/// `charges` are those of the period and of the 28 days before `now`, in any order.
std::optional<Forecast> forecast(const QList<Charge> &charges, const CostPeriod &period,
                                 const QDateTime &now);

} // namespace Core
