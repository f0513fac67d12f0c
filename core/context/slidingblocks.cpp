#include "core/context/slidingblocks.h"

#include "core/context/blockcut.h"
#include "core/context/options.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// What the history may hold before it is cut; 0: as much as the budget allows.
const OptionInfo tokensOption{u"tokens"_s, 0, 0, 100'000'000};

ContextPlan plan(const PlanInput &input)
{
    PlanBuilder builder(input);
    const int tokens = optionInt(input.options, tokensOption);
    const int room = historyRoom(builder);
    const int high = tokens > 0 ? std::min(tokens, room) : room;
    const int start = BlockCut(builder).start(high, optionNumber(input.options, shareOption()));
    keepFrom(builder, start, {Reason::Code::StableBlock}, {Reason::Code::BeforeCut});
    return builder.finish();
}

} // namespace

Strategy slidingBlocks()
{
    return {u"sliding-blocks"_s, {shareOption(), tokensOption}, plan};
}

} // namespace Core
