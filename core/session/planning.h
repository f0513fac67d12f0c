#pragma once

#include "core/chat/summary.h"
#include "core/context/contextcache.h"
#include "core/retrieval/retrievalmemory.h"
#include "core/session/turn.h"

namespace Core {

/// What planning remembers from plan to plan. It makes plans cheap and changes none.
/// Thread-safe.
struct PlanMemory
{
    ContextCache plans;
    RetrievalMemory conversations;
};

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
    std::shared_ptr<PlanMemory> memory = nullptr; ///< may be nullptr
    qint64 nowMs = 0; ///< Clock::monotonicMs()
};

/// The plan of a turn: what is sent, and what the meter shows before. NotFound for an unknown
/// strategy, BadInput for an option that it does not have. Pure.
Result<ContextPlan> planTurn(PlanJob job);

} // namespace Core
