#include "core/context/hybrid.h"

#include "core/context/blockcut.h"
#include "core/context/options.h"
#include "core/context/quotes.h"
#include "core/context/ranking.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// The most that the quotes may hold. They are new in every request, so they are never cached.
const OptionInfo retrievedOption{u"retrieved"_s, 2000, 0, 1'000'000};

/// In a small budget quotes are worth more than the newest turns, up to this share.
constexpr double mostForQuotes = 0.75;

/// What is shorter no provider keeps in its cache: nothing is lost where its beginning moves.
constexpr int leastCached = 1024;

constexpr int vainTries = 30; ///< pieces that do not fit before the block counts as full

void quoteRelevant(PlanBuilder &builder, const PlanInput &input, int cut, int tokens)
{
    QuoteBlock block(builder, input.counter,
                     u"[Quoted from earlier in this conversation, because it may bear on the next "
                     "message]"_s,
                     tokens);
    const std::vector<Piece> pieces = rankedPieces(builder, input);
    const bool any = anyMatches(pieces);
    int vain = 0;
    for (size_t i = 0; i < pieces.size(); ++i) {
        const Piece &piece = pieces[i];
        const int rank = int(i) + 1;
        const bool wanted =
            piece.matches && !block.isFull() && vain < vainTries && piece.tokens <= tokens;
        if (wanted
            && block.add(
                piece.begin, piece.end, piece.best,
                {Verdict::Retrieved, {Reason::Code::Relevant, rank}, Part::Retrieved, piece.score}))
            continue;
        vain += wanted ? 1 : 0;
        for (int unit = piece.begin; any && unit < piece.end; ++unit) {
            if (builder.isFree(unit))
                builder.decide(unit,
                               {Verdict::Dropped,
                                {Reason::Code::NotRelevant, rank},
                                Part::History,
                                piece.score});
        }
    }
    if (!any && cut > 0)
        builder.note(Notice::Code::NothingMatched);
    block.finish(Part::Retrieved);
}

/// What the quotes left goes to the newest turns before the block, in a request too short for any
/// cache.
void keepNewest(PlanBuilder &builder, int start)
{
    const auto isQuoted = [&](const TurnUnits &turn) {
        for (int unit = turn.begin; unit < turn.end; ++unit) {
            if (builder.isRetrieved(unit))
                return true;
        }
        return false;
    };
    for (int turn = start - 1; turn >= 0; --turn) {
        if (isQuoted(builder.units().turns[size_t(turn)]))
            continue;
        if (builder.freeTokens(turn) > builder.room())
            return;
        builder.decideTurn(turn, {Verdict::Kept, {Reason::Code::Fits}});
    }
}

ContextPlan plan(const PlanInput &input)
{
    PlanBuilder builder(input);
    const int room = historyRoom(builder);
    const double share = optionNumber(input.options, shareOption());
    // While all of it fits, nothing has to be quoted, and what is cached only grows.
    const BlockCut cut(builder);
    const bool fits = cut.start(room, share) == 0;
    const int quotes =
        fits ? 0 : std::min(optionInt(input.options, retrievedOption), int(room * mostForQuotes));
    const int start = cut.start(room - quotes, share);
    keepFrom(builder, start, {Reason::Code::StableBlock}, {Reason::Code::BeforeCut});
    if (start > 0 && quotes > 0) {
        quoteRelevant(builder, input, start, quotes);
        if (room < leastCached)
            keepNewest(builder, start);
    }
    return builder.finish();
}

} // namespace

Strategy hybrid()
{
    return {u"hybrid"_s, {retrievedOption, shareOption(), alphaOption()}, plan};
}

} // namespace Core
