#include "core/context/omissions.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

int leftOutBetween(const QList<PlanItem> &items, int begin, int end)
{
    int count = 0;
    for (int i = begin; i < end; ++i)
        count += isSent(items[i].verdict) || items[i].role == Role::System ? 0 : 1;
    return count;
}

int &usedBy(BudgetUse &use, Part part)
{
    if (part == Part::Question)
        return use.question;
    return part == Part::Pinned   ? use.pinned
        : part == Part::Retrieved ? use.retrieved
                                  : use.history;
}

int countAgain(const RequestMessage &message, const TokenCounter &counter)
{
    return counter.message(
        {.role = message.role, .content = message.content, .name = message.name});
}

} // namespace

void markOmissions(ContextPlan &plan, const TokenCounter &counter)
{
    int next = 0;
    for (RequestMessage &message : plan.messages) {
        if (message.item < 0 || message.role == Role::System)
            continue;
        if (const int count = leftOutBetween(plan.items, next, message.item);
            count > 0 && message.role == Role::User) {
            RequestMessage marked = message;
            marked.content =
                u"[… %1 earlier messages left out …]\n\n"_s.arg(count) + message.content;
            marked.tokens = countAgain(marked, counter);
            const int more = marked.tokens - message.tokens;
            if (more <= plan.use.left()) {
                usedBy(plan.use, message.part) += more;
                plan.items[message.item].sentTokens += more;
                message = marked;
            }
        }
        next = message.item + 1;
    }
}

} // namespace Core
