#pragma once

#include "core/chat/summary.h"
#include "core/session/turn.h"

namespace Core {

/// Everything that a plan is made of, by value, so that it can be made on another thread.
struct PlanJob
{
    QList<Message> thread; ///< the branch, counted or not
    std::optional<Message> draft; ///< typed and not stored yet
    Turn turn;
    Budget budget;
    TokenCounter counter;
    HandMarks marks;
    QList<Summary> summaries;
};

/// The plan of a turn: what is sent, and what the meter shows before. NotFound for an unknown
/// strategy, BadInput for an option that it does not have. Pure.
Result<ContextPlan> planTurn(PlanJob job);

} // namespace Core
