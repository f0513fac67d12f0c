#include "core/context/blockcut.h"

#include "core/context/options.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Tokens of the unit where the block is concerned: pinned and excluded ones are not in it.
int blockTokens(const PlanBuilder &builder, int unit)
{
    const int question = builder.units().question;
    const bool inBlock = builder.isFree(unit) || unit == question || unit > question;
    return inBlock ? builder.units().units[size_t(unit)].tokens : 0;
}

} // namespace

const OptionInfo &shareOption()
{
    static const OptionInfo option{u"share"_s, 0.5, 0.1, 1.0};
    return option;
}

int historyRoom(const PlanBuilder &builder)
{
    const ThreadUnits &units = builder.units();
    int room = builder.room();
    for (int i = std::max(0, units.question); i < int(units.units.size()); ++i)
        room += builder.isKept(i) ? units.units[size_t(i)].tokens : 0;
    return room;
}

int blockStart(const PlanBuilder &builder, int high, double share)
{
    const ThreadUnits &units = builder.units();
    const double low = high * share;
    double held = 0;
    int start = 0;
    for (int i = 0; i < int(units.units.size()); ++i) {
        const Unit &unit = units.units[size_t(i)];
        held += blockTokens(builder, i);
        if (held <= high)
            continue;
        for (; start < unit.turn && held > low; ++start) {
            const TurnUnits &turn = units.turns[size_t(start)];
            for (int gone = turn.begin; gone < turn.end; ++gone)
                held -= blockTokens(builder, gone);
        }
    }
    return start;
}

void keepFrom(PlanBuilder &builder, int start, const Reason &kept, const Reason &dropped)
{
    bool full = false;
    for (int turn = builder.turnCount() - 1; turn >= 0; --turn) {
        full = full || builder.freeTokens(turn) > builder.room();
        if (turn < start)
            builder.decideTurn(turn, {Verdict::Dropped, dropped});
        else
            builder.decideTurn(turn,
                               full ? Choice{Verdict::Dropped, {Reason::Code::OverBudget}}
                                    : Choice{Verdict::Kept, kept});
    }
}

} // namespace Core
