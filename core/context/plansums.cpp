#include "core/context/plansums.h"

namespace Core {

int PlanSums::sentMessages() const
{
    int sum = 0;
    for (size_t i = 0; i < verdicts; ++i)
        sum += isSent(Verdict(i)) ? messages[i] : 0;
    return sum;
}

int PlanSums::leftOutMessages() const
{
    return messagesWith(Verdict::Dropped) + messagesWith(Verdict::Excluded);
}

double PlanSums::cachedShare() const
{
    return sentTokens > 0 ? double(cachedTokens) / sentTokens : 0;
}

PlanSums planSums(const ContextPlan &plan)
{
    PlanSums sums{.sentTokens = plan.use.total()};
    for (const PlanItem &item : plan.items) {
        ++sums.messages[size_t(item.verdict)];
        sums.tokens[size_t(item.verdict)] += item.tokens;
        sums.cachedTokens += item.cached ? item.sentTokens : 0;
    }
    return sums;
}

} // namespace Core
