#include "core/context/blockcut.h"

#include "core/context/options.h"

#include <algorithm>

namespace Core {

using namespace Qt::Literals::StringLiterals;

const OptionInfo &shareOption()
{
    static const OptionInfo option{u"share"_s, 0.5, 0.1, 1.0};
    return option;
}

int historyRoom(const PlanBuilder &builder)
{
    const ThreadUnits &units = builder.units();
    int room = builder.room();
    const int first = units.question + (builder.questionIsApart() ? 1 : 0);
    for (int i = std::max(0, first); i < int(units.units.size()); ++i)
        room += builder.isKept(i) ? units.units[size_t(i)].tokens : 0;
    return room;
}

BlockCut::BlockCut(const PlanBuilder &builder)
    : m_units(builder.units())
    , m_tokens(m_units.units.size())
{
    const int question = m_units.question;
    for (int i = 0; i < int(m_tokens.size()); ++i) {
        // Pinned and excluded ones are not in it.
        if (builder.isFree(i) || i > question || (i == question && !builder.questionIsApart()))
            m_tokens[size_t(i)] = m_units.units[size_t(i)].tokens;
    }
}

int BlockCut::start(int high, double share) const
{
    const double low = high * share;
    qint64 held = 0;
    int start = 0;
    for (size_t i = 0; i < m_tokens.size(); ++i) {
        held += m_tokens[i];
        if (held <= high)
            continue;
        for (const int turn = m_units.units[i].turn; start<turn &&double(held)> low; ++start) {
            const TurnUnits &gone = m_units.turns[size_t(start)];
            for (int unit = gone.begin; unit < gone.end; ++unit)
                held -= m_tokens[size_t(unit)];
        }
    }
    return start;
}

void keepFrom(PlanBuilder &builder, int start, const Reason &kept, const Reason &dropped)
{
    bool full = false;
    for (int turn = builder.turnCount() - 1; turn >= start; --turn) {
        full = full || builder.freeTokens(turn) > builder.room();
        builder.decideTurn(turn,
                           full ? Choice{Verdict::Dropped, {Reason::Code::OverBudget}}
                                : Choice{Verdict::Kept, kept});
    }
    for (int turn = std::min(start, builder.turnCount()) - 1; turn >= 0; --turn)
        builder.decideTurn(turn, {Verdict::Dropped, dropped});
}

} // namespace Core
