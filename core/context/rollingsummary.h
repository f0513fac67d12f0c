#pragma once

#include "core/context/planbuilder.h"

namespace Core {

/// How much of a thread stays as it is before its older part is summarised.
struct RollingLimits
{
    int messages = 20;
    int tokens = 0; ///< of the turns that stay
    int characters = 2400; ///< of the summary
};

/// A summary of the beginning of a thread, with the first turn that it does not cover.
struct RollingSummary
{
    Summary summary;
    int firstTurn = 0;
    int extended = 0; ///< messages that were added on this machine
};

/// Follows the thread from `base`, a stored summary or an empty one: whenever more messages
/// have gathered than may stay, the older half is added to the summary by the extractive
/// summariser. So the summary is extended and not made anew, and a further message leaves the
/// beginning of the request as it was until the next block is due. What was pinned or excluded
/// by hand is not in it.
RollingSummary rollingSummary(const PlanBuilder &builder, const PlanInput &input,
                              RollingSummary base, const RollingLimits &limits);

} // namespace Core
