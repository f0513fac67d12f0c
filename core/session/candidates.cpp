#include "core/session/candidates.h"

#include "core/session/requestbody.h"

namespace Core {

QList<ChatRequest::Alternative> candidatesOf(const Turn &turn, const ContextPlan &plan,
                                             const PriceList &prices)
{
    QList<ChatRequest::Alternative> all{
        {.provider = turn.provider, .model = turn.model, .body = requestBody(turn, plan)}};
    for (const Provider &provider : turn.fallbacks) {
        Turn other = turn;
        other.provider = provider;
        other.model = provider.model.isEmpty() ? turn.model : provider.model;
        const int window = prices.info(other.model).window;
        if (window > 0 && plan.use.total() + turn.replyReserve > window)
            continue;
        all.append({.provider = provider, .model = other.model, .body = requestBody(other, plan)});
    }
    return all;
}

} // namespace Core
