#include "core/context/slidingwindow.h"

#include "core/context/options.h"
#include "core/context/planbuilder.h"

#include <limits>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

const OptionInfo lastOption{u"last"_s, 20, 1, 1'000'000};
/// 0: as many as the budget allows.
const OptionInfo tokensOption{u"tokens"_s, 0, 0, 100'000'000};

ContextPlan plan(const PlanInput &input)
{
    PlanBuilder builder(input);
    const int last = optionInt(input.options, lastOption);
    const int tokens = optionInt(input.options, tokensOption);
    const int mostTokens = tokens > 0 ? tokens : std::numeric_limits<int>::max();

    int messages = 0;
    int used = 0;
    std::optional<Reason> full;
    for (int turn = builder.turnCount() - 1; turn >= 0; --turn) {
        messages += builder.messagesIfKept(turn);
        used += builder.freeTokens(turn);
        if (!full && messages > last)
            full = {Reason::Code::OlderThanLast, last};
        if (!full && (used > mostTokens || builder.freeTokens(turn) > builder.room()))
            full = {Reason::Code::OverBudget};
        builder.decideTurn(turn,
                           full ? Choice{Verdict::Dropped, *full}
                                : Choice{Verdict::Kept, {Reason::Code::AmongLast, last}});
    }
    return builder.finish();
}

} // namespace

Strategy slidingWindow()
{
    return {u"sliding"_s, {lastOption, tokensOption}, plan};
}

} // namespace Core
