#pragma once

#include "core/cost/costfigures.h"
#include "ui/base/stackchart.h"

#include <QPalette>

#include <optional>

/// What the charts of the page of costs show: figures in, data of a chart out.
namespace CostCharts {

/// Bars by hour, day or month, stacked by what the query is by.
StackData perBucket(const Core::CostFigures &figures, const QPalette &palette);

/// The period's spend added up; for the month at hand with the forecast to its end and the
/// band around it. `monthlyBudget` is drawn where the period is one month.
StackData cumulative(const Core::CostFigures &figures,
                     const std::optional<Core::Money> &monthlyBudget, const QPalette &palette);

} // namespace CostCharts
