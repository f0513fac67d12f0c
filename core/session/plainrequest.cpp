#include "core/session/plainrequest.h"

namespace Core {

ContextPlan plainRequest(const QString &instruction, const QString &text,
                         const TokenCounter &counter, int limit)
{
    const auto tokensOf = [&](Role role, const QString &content) {
        return counter.message({.role = role, .content = content});
    };
    ContextPlan plan;
    plan.use.system = tokensOf(Role::System, instruction);
    plan.use.question = tokensOf(Role::User, text) + TokenCounter::requestOverhead;
    plan.use.limit = limit;
    plan.messages = {
        {.role = Role::System,
         .content = instruction,
         .part = Part::System,
         .tokens = plan.use.system},
        {.role = Role::User, .content = text, .part = Part::Question, .tokens = plan.use.question}};
    return plan;
}

} // namespace Core
