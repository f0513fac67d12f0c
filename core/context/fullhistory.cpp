#include "core/context/fullhistory.h"

#include "core/context/planbuilder.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

ContextPlan plan(const PlanInput &input)
{
    PlanBuilder builder(input, PlanBuilder::Oversize::Refuse);
    for (int turn = 0; turn < builder.turnCount(); ++turn)
        builder.decideTurn(turn, {Verdict::Kept, {Reason::Code::WholeHistory}});
    return builder.finish();
}

} // namespace

Strategy fullHistory()
{
    return {u"full"_s, {}, plan};
}

} // namespace Core
