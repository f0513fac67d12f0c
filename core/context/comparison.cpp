#include "core/context/comparison.h"

#include "core/context/knownthread.h"

#include <algorithm>

namespace Core {

namespace {

bool isSame(const RequestMessage &left, const RequestMessage &right)
{
    return left.role == right.role && left.content == right.content && left.name == right.name
        && left.toolCalls == right.toolCalls && left.toolCallId == right.toolCallId;
}

qsizetype samePrefix(const ContextPlan &before, const ContextPlan &after)
{
    const qsizetype most = std::min(before.messages.size(), after.messages.size());
    qsizetype same = 0;
    while (same < most && isSame(before.messages[same], after.messages[same]))
        ++same;
    return same;
}

/// Ends of the threads that were asked: behind each user's message, the newest last.
std::vector<size_t> questionEnds(std::span<const Message> thread, int most)
{
    std::vector<size_t> ends;
    for (size_t i = thread.size(); i > 0 && int(ends.size()) < most; --i) {
        if (thread[i - 1].role == Role::User)
            ends.push_back(i);
    }
    std::reverse(ends.begin(), ends.end());
    return ends;
}

void count(MessageSum &sum, int tokens)
{
    ++sum.messages;
    sum.tokens += tokens;
}

StrategyOutcome outcomeOf(ContextPlan plan)
{
    StrategyOutcome outcome;
    for (const PlanItem &item : plan.items) {
        if (isSent(item.verdict))
            count(outcome.kept, item.sentTokens);
        else if (item.verdict == Verdict::Summarised)
            count(outcome.summarised, item.tokens);
        else
            count(outcome.dropped, item.tokens);
    }
    outcome.plan = std::move(plan);
    return outcome;
}

} // namespace

int samePrefixTokens(const ContextPlan &before, const ContextPlan &after)
{
    int tokens = 0;
    for (qsizetype i = samePrefix(before, after) - 1; i >= 0; --i)
        tokens += after.messages[i].tokens;
    return tokens;
}

void markCached(ContextPlan &after, const ContextPlan &before)
{
    for (PlanItem &item : after.items)
        item.cached = false;
    for (qsizetype i = samePrefix(before, after) - 1; i >= 0; --i) {
        if (const int item = after.messages[i].item; item >= 0)
            after.items[item].cached = true;
    }
}

CacheReplay replayCache(const Strategy &strategy, const PlanInput &input, int most,
                        const CacheRule &cache)
{
    CacheReplay replay;
    PlanInput asked = input;
    asked.draft = nullptr;
    KnownThread known;
    asked.known = &known;
    ContextPlan before;
    for (const size_t end : questionEnds(input.thread, most)) {
        asked.thread = input.thread.first(end);
        known.update(asked.thread);
        ContextPlan plan = strategy.plan(asked);
        if (plan.fits()) { // what does not fit is not sent
            ++replay.requests;
            replay.tokens += plan.use.total();
            replay.cached += cache.cachedOf(samePrefixTokens(before, plan));
            before = std::move(plan);
        }
    }
    return replay;
}

Result<QList<StrategyOutcome>>
compareStrategies(const PlanInput &input, const QList<StrategyChoice> &choices, int mostReplayed)
{
    QList<StrategyOutcome> outcomes;
    KnownThread known;
    known.update(input.thread);
    for (const StrategyChoice &choice : choices) {
        const auto strategy = strategyById(choice.strategy);
        if (!strategy)
            return strategy.error();
        const auto options = checkOptions(**strategy, choice.options);
        if (!options)
            return options.error();
        PlanInput each = input;
        each.options = *options;
        if (!each.known)
            each.known = &known;
        StrategyOutcome outcome = outcomeOf((*strategy)->plan(each));
        outcome.replay = replayCache(**strategy, each, mostReplayed);
        outcomes.append(std::move(outcome));
    }
    return outcomes;
}

} // namespace Core
