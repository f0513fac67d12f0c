#include "core/context/ranking.h"

#include "core/context/options.h"
#include "core/retrieval/fusion.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// Of the first `count` messages.
std::vector<Relevance> relevance(const PlanBuilder &builder, int count, const PlanInput &input)
{
    std::vector<Relevance> found = builder.known().index(count).relevance(questionText(builder));
    if (!input.vectors)
        return found;

    std::vector<double> lexical;
    std::vector<std::optional<double>> dense;
    for (int i = 0; i < count; ++i) {
        lexical.push_back(found[size_t(i)].score);
        dense.push_back(
            cosine(input.vectors->question, input.vectors->messages.value(builder.thread()[i].id)));
    }
    const std::vector<double> fused =
        fusedScores(lexical, dense, optionNumber(input.options, alphaOption()));
    for (size_t i = 0; i < found.size(); ++i) {
        found[i].score = fused[i];
        found[i].matches = found[i].matches || dense[i].value_or(0) > 0;
    }
    return found;
}

/// Whether both sides have names: people talking, rather than questions and answers.
bool isTalk(const PlanBuilder &builder, int end)
{
    bool users = false;
    bool assistants = false;
    for (int i = 0; i < end; ++i) {
        const Unit &unit = builder.units().units[size_t(i)];
        const Message &message = builder.thread()[builder.units().membersOf(unit).front()];
        if (message.name.isEmpty())
            return false;
        (unit.isUser ? users : assistants) = true;
    }
    return users && assistants;
}

void include(Piece &piece, int unit, const Relevance &relevance)
{
    if (piece.best < 0 || relevance.score > piece.score) {
        piece.score = relevance.score;
        piece.best = unit;
    }
    piece.matches = piece.matches || relevance.matches;
}

Piece pieceOf(const PlanBuilder &builder, int begin, int end,
              const std::vector<Relevance> &relevance)
{
    Piece piece{.begin = begin, .end = end, .best = -1};
    const ThreadUnits &units = builder.units();
    for (int i = begin; i < end; ++i) {
        if (!builder.isFree(i))
            continue;
        const Unit &unit = units.units[size_t(i)];
        piece.tokens += unit.tokens;
        for (int member = unit.begin; member < unit.end; ++member)
            include(piece, i, relevance[size_t(units.members[size_t(member)])]);
    }
    return piece;
}

/// A number that is larger for a smaller score.
quint64 sortingKey(double score)
{
    const quint64 bits = std::bit_cast<quint64>(score + 0.0); // -0 is 0
    return (bits >> 63) != 0 ? bits : ~(bits | quint64(1) << 63);
}

using Order = std::pair<quint64, quint32>; ///< key and place

/// Sorts by key, digit by digit, since thousands of comparisons that cannot be guessed would take
/// most of a plan's time. Equal ones stay as they are.
void sortByKey(std::vector<Order> &order)
{
    constexpr int bits = 11;
    constexpr size_t digits = (64 + bits - 1) / bits;
    constexpr quint64 mask = (1 << bits) - 1;
    std::vector<std::array<quint32, mask + 1>> counts(digits);
    for (const auto &[key, place] : order) {
        for (size_t digit = 0; digit < digits; ++digit)
            ++counts[digit][key >> digit * bits & mask];
    }
    std::vector<Order> sorted(order.size());
    for (size_t digit = 0; digit < digits; ++digit) {
        std::array<quint32, mask + 1> &starts = counts[digit];
        if (order.empty() || starts[order.front().first >> digit * bits & mask] == order.size())
            continue; // all have the same
        std::exclusive_scan(starts.begin(), starts.end(), starts.begin(), 0U);
        for (const Order &each : order)
            sorted[starts[each.first >> digit * bits & mask]++] = each;
        order.swap(sorted);
    }
}

/// The best first; among equals, and where nothing matches, the newest.
std::vector<Piece> ranked(const std::vector<Piece> &pieces)
{
    const bool any = anyMatches(pieces);
    std::vector<Order> order;
    order.reserve(pieces.size());
    for (size_t i = pieces.size(); i > 0; --i)
        order.emplace_back(any ? sortingKey(pieces[i - 1].score) : 0, quint32(i - 1));
    sortByKey(order);
    std::vector<Piece> best(pieces.size());
    for (size_t i = 0; i < order.size(); ++i)
        best[i] = pieces[order[i].second];
    return best;
}

} // namespace

const OptionInfo &alphaOption()
{
    static const OptionInfo option{u"alpha"_s, 0.5, 0, 1};
    return option;
}

QString questionText(const PlanBuilder &builder)
{
    const int index = builder.questionIndex();
    return index < 0 ? QString() : builder.thread()[index].content;
}

bool anyMatches(const std::vector<Piece> &pieces)
{
    return std::any_of(pieces.begin(), pieces.end(),
                       [](const Piece &piece) { return piece.matches; });
}

std::vector<Piece> rankedPieces(const PlanBuilder &builder, const PlanInput &input)
{
    const int end = builder.units().question;
    const int question = builder.questionIndex();
    if (end <= 0 || question <= 0)
        return {};
    const std::vector<Relevance> found = relevance(builder, question, input);

    const bool talk = isTalk(builder, end);
    std::vector<Piece> pieces;
    pieces.reserve(size_t(end));
    for (int begin = 0; begin < end;) {
        const int turn = builder.units().units[size_t(begin)].turn;
        const int next = talk ? begin + 1 : builder.units().turns[size_t(turn)].end;
        if (const Piece piece = pieceOf(builder, begin, next, found); piece.best >= 0)
            pieces.push_back(piece);
        begin = next;
    }
    return ranked(pieces);
}

} // namespace Core
