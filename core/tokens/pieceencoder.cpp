#include "core/tokens/pieceencoder.h"

#include "core/tokens/asciipieces.h"
#include "core/tokens/tinypieces.h"

#include <algorithm>

namespace Core {

namespace {

constexpr std::size_t manyAscii = 16; // fewer pieces are merged quicker one by one

} // namespace

/// Some of the pieces, chosen without a branch.
class PieceEncoder::Which
{
public:
    void add(std::uint8_t piece, bool isChosen)
    {
        m_pieces[m_count] = piece;
        m_count += isChosen;
    }
    std::span<const std::uint8_t> chosen() const { return {m_pieces, m_count}; }

private:
    std::size_t m_count = 0;
    std::uint8_t m_pieces[together + 1];
};

PieceEncoder::PieceEncoder(Encoding encoding)
    : m_vocabulary(Vocabulary::of(encoding))
    , m_characters(m_vocabulary)
    , m_bytePair(m_vocabulary)
{
}

PieceEncoder &PieceEncoder::ofThread(Encoding encoding)
{
    if (encoding == Encoding::Cl100k) {
        thread_local PieceEncoder cl100k(Encoding::Cl100k);
        return cl100k;
    }
    thread_local PieceEncoder o200k(Encoding::O200k);
    return o200k;
}

std::span<const TokenId> PieceEncoder::encodeLong(std::string_view piece)
{
    if (const auto known = m_longCache.find(piece))
        return *known;
    m_tokens.clear();
    if (const TokenId token = m_vocabulary.findLong(piece); token != Vocabulary::none)
        m_tokens.push_back(token);
    else
        m_bytePair.append(piece, m_tokens);
    m_longCache.add(piece, m_tokens);
    return m_tokens;
}

std::size_t PieceEncoder::countLong(std::string_view piece)
{
    if (LongPieceCache::isKept(piece) || !isAscii(piece))
        return encodeLong(piece).size();
    return m_bytePair.count(piece);
}

std::span<const TokenId> PieceEncoder::encodeAll(std::span<const PieceKey> pieces)
{
    m_tokens.clear();
    const bool areAscii = std::all_of(pieces.begin(), pieces.end(), AsciiPieces::isOne);
    if (areAscii && pieces.size() >= manyAscii) {
        appendAscii(pieces);
    } else {
        for (const PieceKey &piece : pieces)
            m_bytePair.append({reinterpret_cast<const char *>(&piece), piece.length()}, m_tokens);
    }
    return m_tokens;
}

void PieceEncoder::appendAscii(std::span<const PieceKey> pieces)
{
    AsciiPieces ascii(m_vocabulary);
    for (const PieceKey &piece : pieces)
        ascii.add(piece);
    ascii.moveTo(m_tokens);
}

void PieceEncoder::encode(std::span<const PieceKey> pieces, PieceTokens *tokens)
{
    Which unknown;
    const std::size_t size = pieces.size();
    for (std::size_t i = 0; i < size; ++i) {
        const PieceKey &piece = pieces.data()[i];
        if (CharacterTokens::isOne(piece)) {
            tokens[i] = ofCharacter(piece);
            continue;
        }
        const PieceCache::Found found = m_cache.find(piece);
        tokens[i] = found.tokens;
        unknown.add(std::uint8_t(i), !found.isKnown);
    }
    if (!unknown.chosen().empty())
        encodeUnknown(pieces, unknown.chosen(), tokens);
}

void PieceEncoder::encodeUnknown(std::span<const PieceKey> pieces,
                                 std::span<const std::uint8_t> which, PieceTokens *tokens)
{
    PieceKey unknown[together];
    PieceTokens learnt[together];
    std::size_t count = 0;
    for (const std::uint8_t i : which)
        unknown[count++] = pieces.data()[i];
    learn({unknown, count}, learnt);
    count = 0;
    for (const std::uint8_t i : which) {
        tokens[i] = learnt[count++];
        if (!m_cache.find(pieces.data()[i]).isKnown) // the same piece may be there twice
            m_cache.add(pieces.data()[i], tokens[i]);
    }
}

void PieceEncoder::learn(std::span<const PieceKey> pieces, PieceTokens *tokens) const
{
    Which three, four, others;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool isThree = ThreeBytes::isOne(pieces.data()[i]);
        const bool isFour = FourBytes::isOne(pieces.data()[i]);
        three.add(std::uint8_t(i), isThree);
        four.add(std::uint8_t(i), isFour);
        others.add(std::uint8_t(i), !isThree & !isFour);
    }
    learnThree(pieces, three.chosen(), tokens);
    learnFour(pieces, four.chosen(), tokens);
    learnOthers(pieces, others.chosen(), tokens);
}

void PieceEncoder::learnThree(std::span<const PieceKey> pieces, std::span<const std::uint8_t> which,
                              PieceTokens *tokens) const
{
    ThreeBytes three[together];
    for (std::size_t i = 0; i < which.size(); ++i)
        three[i].begin(m_vocabulary, pieces.data()[which.data()[i]]);
    for (std::size_t i = 0; i < which.size(); ++i)
        tokens[which.data()[i]] = three[i].tokens();
}

void PieceEncoder::learnFour(std::span<const PieceKey> pieces, std::span<const std::uint8_t> which,
                             PieceTokens *tokens) const
{
    FourBytes four[together];
    for (std::size_t i = 0; i < which.size(); ++i)
        four[i].begin(m_vocabulary, pieces.data()[which.data()[i]]);
    for (std::size_t i = 0; i < which.size(); ++i)
        four[i].join(m_vocabulary);
    for (std::size_t i = 0; i < which.size(); ++i)
        tokens[which.data()[i]] = four[i].tokens();
}

void PieceEncoder::learnOthers(std::span<const PieceKey> pieces,
                               std::span<const std::uint8_t> which, PieceTokens *tokens) const
{
    Which ascii, others;
    for (const std::uint8_t i : which) {
        const PieceKey &piece = pieces.data()[i];
        const TokenId token = m_vocabulary.find(piece);
        tokens[i] = PieceTokens(1, {token});
        const bool isAscii = AsciiPieces::isOne(piece);
        ascii.add(i, token == Vocabulary::none && isAscii);
        others.add(i, token == Vocabulary::none && !isAscii);
    }
    const bool areFew = ascii.chosen().size() < manyAscii;
    if (areFew)
        mergeEach(pieces, ascii.chosen(), tokens);
    else
        mergeAscii(pieces, ascii.chosen(), tokens);
    mergeEach(pieces, others.chosen(), tokens);
}

void PieceEncoder::mergeEach(std::span<const PieceKey> pieces, std::span<const std::uint8_t> which,
                             PieceTokens *tokens) const
{
    for (std::size_t done = 0; done < which.size(); done += mergesTogether)
        merge(pieces, which.subspan(done, std::min(mergesTogether, which.size() - done)), tokens);
}

void PieceEncoder::mergeAscii(std::span<const PieceKey> pieces, std::span<const std::uint8_t> which,
                              PieceTokens *tokens) const
{
    AsciiPieces ascii(m_vocabulary);
    for (const std::uint8_t i : which)
        ascii.add(pieces.data()[i]);
    ascii.finish();
    const std::uint8_t *next = which.data();
    ascii.forEach([&](const PieceTokens &found) { tokens[*next++] = found; });
}

void PieceEncoder::merge(std::span<const PieceKey> pieces, std::span<const std::uint8_t> which,
                         PieceTokens *tokens) const
{
    ShortMerge merges[mergesTogether];
    for (std::size_t i = 0; i < which.size(); ++i) {
        const PieceKey &piece = pieces.data()[which[i]];
        merges[i].begin(m_vocabulary, {reinterpret_cast<const char *>(&piece), piece.length()});
    }
    ShortMerge::finish(m_vocabulary, {merges, which.size()});
    for (std::size_t i = 0; i < which.size(); ++i) {
        TokenId first[PieceTokens::capacity] = {};
        merges[i].writeFirst(first);
        tokens[which[i]] = PieceTokens(merges[i].count(), first);
    }
}

} // namespace Core
