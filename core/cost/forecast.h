#pragma once

#include "core/cost/costperiod.h"
#include "core/cost/costslice.h"

#include <QList>

#include <optional>

namespace Core {

/// What a period will have cost when it ends. A plain value.
struct Forecast
{
    Money expected; ///< with what is spent already
    Money low; ///< in four cases of five the end lies between low and high
    Money high;
    int basedOnDays = 0; ///< finished days that were looked at
    int tests = 0; ///< forecasts made as of earlier days, which the band rests on; 0: too few
    double testedError = 0; ///< four in five of them were no further off: 0.12 is 12 %

    friend bool operator==(const Forecast &, const Forecast &) = default;
};

/// How far back forecast() looks: 28 days to learn from, and 56 more to test itself on.
constexpr int forecastDays = 84;

/// What `period` will have cost at its end, from up to 28 finished days before `now`. A day to
/// come costs what its weekday cost on average, or any day where a weekday was seen only once.
///
/// The band comes from a back-test: the same forecast, over as many days as are still to come,
/// is made as of every earlier day for which the truth is known by now, each from the 28 days
/// before it alone. Four in five of these were no further off than the band is wide. Where
/// fewer than ten can be made, the band is the one that the days' scatter asks for.
///
/// Nothing for a period that is over or has not begun, and where fewer than three days are
/// finished since the first charge. `slices` are those of the period and of the
/// `forecastDays` days before `now`, in any order.
std::optional<Forecast> forecast(const QList<CostSlice> &slices, const CostPeriod &period,
                                 const QDateTime &now);

} // namespace Core
