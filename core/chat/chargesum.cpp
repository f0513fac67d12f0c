#include "core/chat/chargesum.h"

namespace Core {

ChargeTotals &ChargeTotals::operator+=(const ChargeTotals &other)
{
    requests += other.requests;
    prompt += other.prompt;
    cachedRead += other.cachedRead;
    cacheWrite += other.cacheWrite;
    completion += other.completion;
    reasoning += other.reasoning;
    cost += other.cost;
    unpriced += other.unpriced;
    estimated += other.estimated;
    return *this;
}

ChargeTotals totalsOf(const Charge &charge)
{
    return {.requests = 1,
            .prompt = charge.usage.prompt,
            .cachedRead = charge.usage.cachedRead,
            .cacheWrite = charge.usage.cacheWrite,
            .completion = charge.usage.completion,
            .reasoning = charge.usage.reasoning,
            .cost = charge.amount.value_or(Money()),
            .unpriced = charge.amount ? 0 : 1,
            .estimated = charge.basis == Charge::Basis::Estimated ? 1 : 0};
}

} // namespace Core
