#include "core/tokens/pieceencoder.h"

#include "core/tokens/character.h"

#include <algorithm>

namespace Core {

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

std::span<const TokenId> PieceEncoder::encodeAll(const PieceKey &piece)
{
    m_tokens.clear();
    m_bytePair.append({reinterpret_cast<const char *>(&piece), piece.length()}, m_tokens);
    return m_tokens;
}

void PieceEncoder::encode(std::span<const PieceKey> pieces, PieceTokens *tokens)
{
    std::uint8_t unknown[together];
    std::size_t count = 0;
    const std::size_t size = pieces.size();
    for (std::size_t i = 0; i < size; ++i) {
        const PieceKey &piece = pieces.data()[i];
        if (CharacterTokens::isOne(piece))
            tokens[i] = m_characters.of(std::uint32_t(piece.low));
        else if (const PieceTokens *known = m_cache.find(piece)) [[likely]]
            tokens[i] = *known;
        else
            unknown[count++] = std::uint8_t(i);
    }
    if (count > 0)
        learn(pieces, {unknown, count}, tokens);
}

void PieceEncoder::learn(std::span<const PieceKey> pieces, std::span<std::uint8_t> which,
                         PieceTokens *tokens)
{
    std::uint8_t unmerged[together];
    std::size_t count = 0;
    for (const std::uint8_t i : which) {
        const TokenId token = m_vocabulary.find(pieces[i]);
        tokens[i] = PieceTokens({&token, 1});
        unmerged[count] = i;
        count += token == Vocabulary::none;
    }
    for (std::size_t done = 0; done < count; done += mergesTogether)
        merge(pieces, {unmerged + done, std::min(mergesTogether, count - done)}, tokens);
    for (const std::uint8_t i : which) {
        if (!m_cache.find(pieces[i])) // the same piece may be there twice
            m_cache.add(pieces[i], tokens[i]);
    }
}

void PieceEncoder::merge(std::span<const PieceKey> pieces, std::span<const std::uint8_t> which,
                         PieceTokens *tokens)
{
    for (std::size_t i = 0; i < which.size(); ++i)
        m_merges[i].begin(m_vocabulary, pieces[which[i]]);
    ShortMerge::finish(m_vocabulary, {m_merges, which.size()});
    for (std::size_t i = 0; i < which.size(); ++i) {
        m_tokens.clear();
        m_merges[i].appendTo(m_tokens);
        tokens[which[i]] = PieceTokens(m_tokens);
    }
}

const char *PieceEncoder::partEnd(const char *at, const char *end)
{
    const char *next = m_vocabulary.joinedEnd(at, end);
    const bool mayBeMore = next - at > 3 && next - at <= std::ptrdiff_t(ShortMerge::capacity);
    return mayBeMore && m_characters.areApart(at, next) ? at + 3 : next;
}

} // namespace Core
