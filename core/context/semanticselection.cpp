#include "core/context/semanticselection.h"

#include "core/context/options.h"
#include "core/context/ranking.h"
#include "core/retrieval/analyser.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// Newest turns that come first where the question says little by itself.
const OptionInfo recentOption{u"recent"_s, 2, 0, 1000};
/// What may be selected; 0: as much as the budget allows.
const OptionInfo tokensOption{u"tokens"_s, 0, 0, 100'000'000};

/// A question with fewer words that tell something is not understood by itself.
constexpr int fewWords = 2;

class Selection
{
public:
    Selection(PlanBuilder &builder, std::vector<Piece> pieces, int tokens)
        : m_builder(builder)
        , m_pieces(std::move(pieces))
        , m_room(tokens > 0 ? std::min(tokens, builder.room()) : builder.room())
        , m_any(anyMatches(m_pieces))
    {
        if (!m_any && !m_pieces.empty())
            builder.note(Notice::Code::NothingMatched);
    }

    void takeRecent(int turns)
    {
        const int question = m_builder.units().question;
        const int last = question < 0 ? -1 : m_builder.units().units[size_t(question)].turn - 1;
        for (int turn = last; turn >= 0 && turn > last - turns; --turn) {
            const int tokens = m_builder.freeTokens(turn);
            if (tokens > m_room)
                return;
            m_room -= tokens;
            m_builder.decideTurn(turn, {Verdict::Kept, {Reason::Code::AmongLast, turns}});
        }
    }

    void takeRelevant()
    {
        for (size_t i = 0; i < m_pieces.size(); ++i) {
            const Piece &piece = m_pieces[i];
            const int rank = int(i) + 1;
            const bool fits = piece.tokens <= m_room;
            for (int unit = piece.begin; unit < piece.end; ++unit) {
                if (m_builder.isFree(unit))
                    take(unit, piece, fits, rank);
            }
        }
    }

    /// In a talk an answer may be first; the message it answers goes with it then. For its
    /// room the least relevant have to go.
    void beginWithUser()
    {
        size_t least = m_pieces.size();
        for (int first = firstKept(); first >= 0; first = firstKept()) {
            const ThreadUnits &units = m_builder.units();
            if (units.units[size_t(first)].isUser)
                return;
            const int opener = units.turns[size_t(units.units[size_t(first)].turn)].begin;
            const int tokens = units.units[size_t(opener)].tokens;
            if (m_builder.isFree(opener) && tokens <= m_room) {
                m_room -= tokens;
                m_builder.decide(opener,
                                 {Verdict::Kept, {Reason::Code::WithItsTurn}, Part::Retrieved});
                return;
            }
            if (least == 0)
                return;
            drop(--least);
        }
    }

private:
    void take(int unit, const Piece &piece, bool fits, int rank)
    {
        m_builder.decide(unit,
                         fits ? Choice{Verdict::Retrieved, reasonOf(unit, piece, rank),
                                       Part::Retrieved, scoreOf(piece)}
                              : dropped(piece, rank));
        m_room -= fits ? m_builder.units().units[size_t(unit)].tokens : 0;
    }

    /// What fits goes with the rest of the room even where it does not bear on the question; that
    /// is not told of it.
    static Reason reasonOf(int unit, const Piece &piece, int rank)
    {
        if (unit != piece.best)
            return {Reason::Code::WithItsTurn};
        return piece.matches ? Reason{Reason::Code::Relevant, rank} : Reason{Reason::Code::Fits};
    }

    /// Where nothing matches the scores say nothing, and the newest come first.
    Choice dropped(const Piece &piece, int rank) const
    {
        return {Verdict::Dropped,
                m_any ? Reason{Reason::Code::NotRelevant, rank} : Reason{Reason::Code::OverBudget},
                Part::History, scoreOf(piece)};
    }

    std::optional<double> scoreOf(const Piece &piece) const
    {
        return m_any ? std::optional(piece.score) : std::nullopt;
    }

    int firstKept() const
    {
        for (int i = 0; i < m_builder.units().question; ++i) {
            if (m_builder.isKept(i))
                return i;
        }
        return -1;
    }

    void drop(size_t rank)
    {
        const Piece &piece = m_pieces[rank];
        for (int unit = piece.begin; unit < piece.end; ++unit) {
            if (!m_builder.isRetrieved(unit))
                continue;
            m_builder.decide(unit, dropped(piece, int(rank) + 1));
            m_room += m_builder.units().units[size_t(unit)].tokens;
        }
    }

    PlanBuilder &m_builder;
    std::vector<Piece> m_pieces;
    int m_room;
    bool m_any; ///< piece bears on the question
};

ContextPlan plan(const PlanInput &input)
{
    PlanBuilder builder(input);
    Selection selection(builder, rankedPieces(builder, input),
                        optionInt(input.options, tokensOption));
    if (tellingWords(questionText(builder), fewWords) < fewWords)
        selection.takeRecent(optionInt(input.options, recentOption));
    selection.takeRelevant();
    selection.beginWithUser();
    return builder.finish();
}

} // namespace

Strategy semanticSelection()
{
    return {u"semantic"_s, {recentOption, tokensOption, alphaOption()}, plan};
}

} // namespace Core
