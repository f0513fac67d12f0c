#include "core/session/planning.h"

namespace Core {

Result<ContextPlan> planTurn(PlanJob job)
{
    const auto strategy = strategyById(job.turn.strategy);
    if (!strategy)
        return strategy.error();
    const auto options = checkOptions(**strategy, job.turn.options);
    if (!options)
        return options.error();
    job.counter.count(job.thread);
    if (job.draft)
        job.draft->tokens = job.counter.message(*job.draft);
    const PlanInput input{.thread = job.thread,
                          .draft = job.draft ? &*job.draft : nullptr,
                          .budget = job.budget,
                          .options = *options,
                          .marks = job.marks,
                          .summaries = job.summaries,
                          .counter = job.counter,
                          .memory = job.memory ? &job.memory->conversations : nullptr};
    return job.memory ? job.memory->plans.plan(**strategy, input, job.nowMs)
                      : (*strategy)->plan(input);
}

} // namespace Core
