#include "core/session/planning.h"

namespace Core {

namespace {

PlanInput inputOf(const PlanJob &job, const StrategyOptions &options)
{
    return {.thread = job.thread,
            .draft = job.draft ? &*job.draft : nullptr,
            .budget = job.budget,
            .options = options,
            .marks = job.marks,
            .summaries = job.summaries,
            .summaryIsDue = job.isPreview && summariserOf(job.turn),
            .summaryFault = job.summaryFault,
            .counter = job.counter};
}

} // namespace

Result<ContextPlan> planTurn(const PlanJob &job)
{
    const auto strategy = strategyById(job.turn.strategy);
    if (!strategy)
        return strategy.error();
    const auto options = checkOptions(**strategy, job.turn.options);
    if (!options)
        return options.error();
    PlanInput input = inputOf(job, *options);
    if (!job.memory)
        return (*strategy)->plan(input);
    const ThreadMemory::Claim claim = job.memory->threads.claim(input.thread);
    input.known = &claim.known();
    return job.memory->plans.plan(**strategy, input, job.nowMs);
}

std::optional<ContentHash> planKey(const PlanJob &job)
{
    const auto strategy = strategyById(job.turn.strategy);
    if (!strategy)
        return std::nullopt;
    const auto options = checkOptions(**strategy, job.turn.options);
    if (!options)
        return std::nullopt;
    return contextKey((*strategy)->id, inputOf(job, *options));
}

std::optional<SummaryTask> summaryTaskOf(const PlanJob &job, int most)
{
    const auto strategy = strategyById(job.turn.strategy);
    if (!strategy || !summariserOf(job.turn))
        return std::nullopt;
    const auto options = checkOptions(**strategy, job.turn.options);
    if (!options)
        return std::nullopt;
    return summaryTask(inputOf(job, *options), most);
}

} // namespace Core
