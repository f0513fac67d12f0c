#include "core/context/ladder.h"

#include "core/context/blockcut.h"
#include "core/context/options.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

const OptionInfo lastOption{u"last"_s, 10, 1, 1'000'000};

/// The turns that a rung keeps.
using Rung = std::vector<bool>;

Rung lastMessages(const PlanBuilder &builder, int last)
{
    Rung rung(size_t(builder.turnCount()), false);
    int messages = 0;
    for (int turn = builder.turnCount() - 1; turn >= 0; --turn) {
        messages += builder.messagesIfKept(turn);
        rung[size_t(turn)] = messages <= last;
    }
    return rung;
}

/// Every second turn, counted from the question's.
Rung everySecond(const PlanBuilder &builder)
{
    Rung rung(size_t(builder.turnCount()), false);
    for (int turn = builder.turnCount() - 1; turn >= 0; turn -= 2)
        rung[size_t(turn)] = true;
    return rung;
}

bool fits(const PlanBuilder &builder, const Rung &rung)
{
    qint64 tokens = 0;
    for (size_t turn = 0; turn < rung.size(); ++turn)
        tokens += rung[turn] ? builder.freeTokens(int(turn)) : 0;
    return tokens <= builder.room();
}

void keep(PlanBuilder &builder, const Rung &rung, const Reason &kept, const Reason &dropped)
{
    for (size_t turn = 0; turn < rung.size(); ++turn)
        builder.decideTurn(int(turn),
                           rung[turn] ? Choice{Verdict::Kept, kept}
                                      : Choice{Verdict::Dropped, dropped});
}

ContextPlan plan(const PlanInput &input)
{
    PlanBuilder builder(input);
    const int last = optionInt(input.options, lastOption);
    const Rung all(size_t(builder.turnCount()), true);
    if (fits(builder, all)) {
        keep(builder, all, {Reason::Code::WholeHistory}, {});
    } else if (const Rung rung = lastMessages(builder, last); fits(builder, rung)) {
        builder.note(Notice::Code::NextRung, 1);
        keep(builder, rung, {Reason::Code::AmongLast, last}, {Reason::Code::OlderThanLast, last});
    } else if (const Rung thin = everySecond(builder); fits(builder, thin)) {
        builder.note(Notice::Code::NextRung, 2);
        keep(builder, thin, {Reason::Code::EverySecond}, {Reason::Code::EverySecond});
    } else {
        builder.note(Notice::Code::NextRung, 3);
        keepFrom(builder, 0, {Reason::Code::Fits}, {Reason::Code::OverBudget});
    }
    return builder.finish();
}

} // namespace

Strategy ladder()
{
    return {u"ladder"_s, {lastOption}, plan};
}

} // namespace Core
