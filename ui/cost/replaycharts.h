#pragma once

#include "core/cost/replayfigures.h"
#include "ui/base/stackchart.h"

/// What the charts of a look back show.
namespace ReplayCharts {

/// A bar for each row: what it would have cost, beside what was billed.
StackData costs(const Core::ReplayReport &report, const QPalette &palette);
/// A bar for each row: tokens from the cache, tokens sent anew, tokens of the answers.
StackData tokens(const Core::ReplayReport &report, const QPalette &palette);
/// What was billed each day, and what `row` would have cost.
StackData days(const Core::ReplayReport &report, qsizetype row, const QPalette &palette);

} // namespace ReplayCharts
