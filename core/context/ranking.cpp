#include "core/context/ranking.h"

#include "core/context/options.h"
#include "core/retrieval/fusion.h"
#include "core/retrieval/retrievalmemory.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

int questionIndex(const PlanBuilder &builder)
{
    const ThreadUnits &units = builder.units();
    return units.question < 0 ? -1 : units.membersOf(units.units[size_t(units.question)]).front();
}

std::vector<Relevance> relevance(std::span<const Message> messages, const QString &question,
                                 const PlanInput &input)
{
    std::vector<Relevance> found;
    readIndex(input.memory, messages,
              [&](const ThreadIndex &index) { found = index.relevance(question); });
    if (!input.vectors)
        return found;

    std::vector<double> lexical;
    std::vector<std::optional<double>> dense;
    for (size_t i = 0; i < messages.size(); ++i) {
        lexical.push_back(found[i].score);
        dense.push_back(
            cosine(input.vectors->question, input.vectors->messages.value(messages[i].id)));
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
    for (int i = begin; i < end; ++i) {
        if (!builder.isFree(i))
            continue;
        const Unit &unit = builder.units().units[size_t(i)];
        piece.tokens += unit.tokens;
        for (const int index : builder.units().membersOf(unit))
            include(piece, i, relevance[size_t(index)]);
    }
    return piece;
}

} // namespace

const OptionInfo &alphaOption()
{
    static const OptionInfo option{u"alpha"_s, 0.5, 0, 1};
    return option;
}

QString questionText(const PlanBuilder &builder)
{
    const int index = questionIndex(builder);
    return index < 0 ? QString() : builder.thread()[index].content;
}

std::vector<Piece> rankedPieces(const PlanBuilder &builder, const PlanInput &input)
{
    const int end = builder.units().question;
    const int question = questionIndex(builder);
    if (end <= 0 || question <= 0)
        return {};
    const std::vector<Relevance> found =
        relevance(input.thread.first(size_t(question)), questionText(builder), input);

    const bool talk = isTalk(builder, end);
    std::vector<Piece> pieces;
    for (int begin = 0; begin < end;) {
        const int turn = builder.units().units[size_t(begin)].turn;
        const int next = talk ? begin + 1 : builder.units().turns[size_t(turn)].end;
        if (const Piece piece = pieceOf(builder, begin, next, found); piece.best >= 0)
            pieces.push_back(piece);
        begin = next;
    }
    const bool any =
        std::any_of(pieces.begin(), pieces.end(), [](const Piece &piece) { return piece.matches; });
    std::sort(pieces.begin(), pieces.end(), [any](const Piece &left, const Piece &right) {
        return any && left.score != right.score ? left.score > right.score
                                                : left.begin > right.begin;
    });
    return pieces;
}

} // namespace Core
