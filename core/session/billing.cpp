#include "core/session/billing.h"

namespace Core {

bool mayBeBilled(const ReplySummary &summary)
{
    return summary.status / 100 == 2 || (summary.status == 0 && summary.wasSent);
}

Usage usageOf(const ReplySummary &summary, const ContextPlan &plan, const TokenCounter &counter)
{
    if (summary.usage)
        return *summary.usage;
    const int thought = counter.text(summary.reasoning);
    return {.prompt = plan.use.total(),
            .completion = counter.text(summary.text) + thought,
            .reasoning = thought,
            .basis = Usage::Basis::Estimated};
}

std::optional<Error> cutPrompt(const ReplySummary &summary, const ContextPlan &plan,
                               Exactness exactness)
{
    constexpr qint64 fewest = 200; // below this the format's overhead weighs too much
    const qint64 planned = plan.use.total();
    const double share = exactness == Exactness::Exact ? 0.8 : 0.5;
    if (!summary.usage || planned < fewest || summary.usage->prompt <= 0
        || double(summary.usage->prompt) >= share * double(planned))
        return std::nullopt;
    return Error{.kind = Error::Kind::PromptCut, .asked = planned, .limit = summary.usage->prompt};
}

} // namespace Core
