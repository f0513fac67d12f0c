#pragma once

#include "core/cost/costperiod.h"
#include "core/cost/costreport.h"

#include <array>

namespace Core {

/// What each hour of the week cost in a period. A plain value.
struct CostHeat
{
    std::array<std::array<CostRow, 24>, 7> hours; ///< [0] is Monday

    Money most() const; ///< of the dearest hour
};

/// Slices outside the period are left out. Hours are the zone's.
CostHeat costHeat(const QList<CostSlice> &slices, const CostPeriod &period);

} // namespace Core
