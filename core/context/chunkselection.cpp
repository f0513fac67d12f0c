#include "core/context/chunkselection.h"

#include "core/base/text.h"
#include "core/context/blockcut.h"
#include "core/context/options.h"
#include "core/context/quotes.h"
#include "core/context/ranking.h"
#include "core/retrieval/passages.h"
#include "core/tokens/tokenizer.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

const OptionInfo similarityOption{u"similarity"_s, 0.7, 0, 1};
const OptionInfo mostOption{u"most"_s, 10, 1, 1000}; ///< messages in a chunk
const OptionInfo fullOption{u"full"_s, 3, 0, 1000}; ///< chunks at the end that go as they are
const OptionInfo relevantOption{u"relevant"_s, 4000, 0, 1'000'000}; ///< tokens of quotes

constexpr double mostForExtracts = 0.2; ///< of the room
constexpr int mostExtracts = 100;
constexpr int extractLength = 120; ///< characters
constexpr int readOfExtracted = 600; ///< characters

/// Turns that belong together.
struct Chunk
{
    int firstTurn;
    int endTurn;
};

class Chunks
{
public:
    Chunks(PlanBuilder &builder, const PlanInput &input)
        : m_builder(builder)
        , m_input(input)
        , m_units(builder.units())
    {
        cut();
        const int full = optionInt(input.options, fullOption);
        m_old = std::max(0, int(m_chunks.size()) - full);
    }

    void select()
    {
        qsizetype tokens = 0;
        const QString extracts = extractText(tokens);
        const int reserved =
            extracts.isEmpty() ? 0 : m_input.counter.message({.role = Role::User}, tokens);
        keepLast(reserved);
        quoteRelevant(reserved);
        if (!extracts.isEmpty() && m_builder.addText(Part::Summary, extracts, tokens))
            decideExtracts();
    }

private:
    /// The question's own turn is not among them.
    void cut()
    {
        const int question = m_units.question;
        if (question <= 0)
            return;
        const int turns = m_units.units[size_t(question)].turn;
        const int before = m_units.membersOf(m_units.units[size_t(question)]).front();
        const int most = optionInt(m_input.options, mostOption);
        if (m_units.units[size_t(question) - 1].end <= most) {
            m_chunks.push_back({0, turns});
            m_chunkOf.assign(size_t(turns), 0);
            return;
        }
        cut(m_builder.known().index(before), turns, most);
    }

    void cut(ThreadIndex &index, int turns, int most)
    {
        std::vector<int> ends;
        ends.reserve(size_t(turns));
        for (int i = 0; i < turns; ++i) {
            const TurnUnits &turn = m_units.turns[size_t(i)];
            ends.push_back(m_units.units[size_t(turn.end) - 1].end);
        }
        const std::vector<char> begins = index.chunkBegins(
            {.messages = std::span(m_units.members).first(size_t(ends.back())), .ends = ends},
            {optionNumber(m_input.options, similarityOption), most});
        m_chunks.reserve(size_t(turns));
        m_chunkOf.reserve(size_t(turns));
        for (int i = 0; i < turns; ++i) {
            if (begins[size_t(i)])
                m_chunks.push_back({i, i});
            m_chunks.back().endTurn = i + 1;
            m_chunkOf.push_back(int(m_chunks.size()) - 1);
        }
    }

    void keepLast(int reserved)
    {
        bool full = false;
        const int last = m_chunks.empty() ? 0 : m_chunks.back().endTurn;
        const int first = m_old < int(m_chunks.size()) ? m_chunks[size_t(m_old)].firstTurn : last;
        const int chunks = int(m_chunks.size()) - m_old;
        for (int turn = last - 1; turn >= first; --turn) {
            full = full || m_builder.freeTokens(turn) > m_builder.room() - reserved;
            m_builder.decideTurn(turn,
                                 full ? Choice{Verdict::Dropped, {Reason::Code::OverBudget}}
                                      : Choice{Verdict::Kept, {Reason::Code::LastChunks, chunks}});
        }
    }

    /// Whole chunks, each ranked by the best of its turns.
    void quoteRelevant(int reserved)
    {
        const int tokens =
            std::min(optionInt(m_input.options, relevantOption), m_builder.room() - reserved);
        QuoteBlock block(m_builder, m_input.counter,
                         u"[Earlier parts of this conversation that may bear on the next "
                         "message]"_s,
                         tokens);
        std::vector<char> seen(m_chunks.size(), false);
        int rank = 0;
        const std::vector<Piece> pieces = rankedPieces(m_builder, m_input);
        const bool any = anyMatches(pieces);
        for (const Piece &piece : pieces) {
            const int chunk = m_chunkOf[size_t(m_units.units[size_t(piece.best)].turn)];
            if (chunk >= m_old || seen[size_t(chunk)])
                continue;
            seen[size_t(chunk)] = true;
            quote(block, m_chunks[size_t(chunk)], piece, any, ++rank);
        }
        if (m_old > 0 && !any)
            m_builder.note(Notice::Code::NothingMatched);
        block.finish(Part::Retrieved);
    }

    /// `any`: something bears on the question.
    void quote(QuoteBlock &block, const Chunk &chunk, const Piece &piece, bool any, int rank)
    {
        const int begin = m_units.turns[size_t(chunk.firstTurn)].begin;
        const int end = m_units.turns[size_t(chunk.endTurn) - 1].end;
        const Choice relevant{
            Verdict::Retrieved, {Reason::Code::Relevant, rank}, Part::Retrieved, piece.score};
        if (piece.matches && !block.isFull() && block.add(begin, end, piece.best, relevant))
            return;
        const Choice dropped = any ? Choice{Verdict::Dropped,
                                            {Reason::Code::NotRelevant, rank},
                                            Part::History,
                                            piece.score}
                                   : Choice{Verdict::Dropped, {Reason::Code::BeforeCut}};
        for (int turn = chunk.firstTurn; turn < chunk.endTurn; ++turn)
            m_builder.decideTurn(turn, dropped);
    }

    /// Extracts of the older chunks, the newest of those that fit, and their tokens without a
    /// factor; a function of the thread alone, so that the next request begins with the same text.
    QString extractText(qsizetype &tokens)
    {
        const int most = int(historyRoom(m_builder) * mostForExtracts);
        const QString heading = u"[Earlier history, in extracts]\n"_s;
        tokens = Tokenizer(m_input.counter.encoding()).count(heading);
        QStringList lines;
        for (int i = m_old - 1; i >= 0 && int(m_extracted.size()) < mostExtracts; --i) {
            const KnownThread::Made *extract = extractOf(m_chunks[size_t(i)]);
            const qsizetype cost = extract ? extract->tokens : 0;
            if (m_input.counter.message({.role = Role::User}, tokens + cost) > most)
                break;
            tokens += cost;
            m_extracted.push_back({i, m_input.counter.scaled(cost)});
            if (extract)
                lines.prepend(extract->text);
        }
        const QString extracts = lines.join(QString());
        return extracts.isEmpty() ? QString() : heading + extracts;
    }

    /// Nullptr where the user has decided about it.
    const KnownThread::Made *extractOf(const Chunk &chunk) const
    {
        const int unit = m_units.turns[size_t(chunk.firstTurn)].begin;
        if (!m_builder.isFree(unit)) // pinned or excluded
            return nullptr;
        const int index = m_units.membersOf(m_units.units[size_t(unit)]).front();
        return &m_builder.known().made(KnownThread::Use::Extract, index, m_input.counter,
                                       extractOfMessage);
    }

    /// The first sentence of a chunk's first message by a user that tells something.
    static QString extractOfMessage(const Message &message)
    {
        QString extract;
        for (const QString &sentence : splitSentences(message.content.left(readOfExtracted))) {
            extract = sentence;
            if (tellingWords(sentence, 3) == 3)
                break;
        }
        return extract.isEmpty() ? QString()
                                 : u"- "_s + quotedSpeaker(message) + u": "_s
                + firstLine(extract, extractLength) + u'\n';
    }

    void decideExtracts()
    {
        for (const auto &[chunk, tokens] : m_extracted) {
            const Chunk &turns = m_chunks[size_t(chunk)];
            const int first = m_units.turns[size_t(turns.firstTurn)].begin;
            if (m_builder.isFree(first) && tokens > 0)
                m_builder.decide(
                    first,
                    {Verdict::Shortened, {Reason::Code::Extract}, Part::Summary, {}, tokens});
            for (int turn = turns.firstTurn; turn < turns.endTurn; ++turn)
                m_builder.decideTurn(turn,
                                     {Verdict::Summarised, {Reason::Code::Extract}, Part::Summary});
        }
    }

    PlanBuilder &m_builder;
    const PlanInput &m_input;
    const ThreadUnits &m_units;
    std::vector<Chunk> m_chunks;
    std::vector<int> m_chunkOf; ///< by turn
    std::vector<std::pair<int, int>> m_extracted; ///< chunk, tokens
    int m_old = 0; ///< chunks before this one are not sent as they are
};

ContextPlan plan(const PlanInput &input)
{
    PlanBuilder builder(input);
    Chunks(builder, input).select();
    return builder.finish();
}

} // namespace

Strategy chunkSelection()
{
    return {u"chunks"_s,
            {fullOption, relevantOption, similarityOption, mostOption, alphaOption()},
            plan};
}

} // namespace Core
