#pragma once

#include "core/chat/summary.h"
#include "core/context/contextcache.h"
#include "core/context/summarytask.h"
#include "core/context/threadmemory.h"
#include "core/session/turn.h"

namespace Core {

/// What a model could not summarise, so that it is not asked the same again and again.
struct RefusedSummary
{
    QString lastCovered; ///< id of the last message that was to be covered
    SummaryFault fault = SummaryFault::Empty;
};

/// What planning remembers from plan to plan. It makes plans cheap and changes none.
struct PlanMemory
{
    ContextCache plans; ///< thread-safe
    ThreadMemory threads; ///< thread-safe
    QHash<QString, RefusedSummary> refused; ///< by conversation; the session's thread only
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
    bool isPreview = false; ///< nothing is sent; models are asked for summaries only then
    std::optional<SummaryFault> summaryFault; ///< why the model that was asked gave none
    std::shared_ptr<PlanMemory> memory = nullptr; ///< may be nullptr
    qint64 nowMs = 0; ///< Clock::monotonicMs()
};

/// The plan of a turn: what is sent, and what the meter shows before. NotFound for an unknown
/// strategy, BadInput for an option that it does not have. Pure.
Result<ContextPlan> planTurn(const PlanJob &job);

/// What that plan depends on; nothing where there is none.
std::optional<ContentHash> planKey(const PlanJob &job);

/// What the turn's summariser is asked before it is planned; nothing where it need not be, or
/// where there is none. At most `most` tokens are sent. Pure.
std::optional<SummaryTask> summaryTaskOf(const PlanJob &job, int most);

} // namespace Core
