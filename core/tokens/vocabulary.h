#pragma once

#include "core/chat/message.h"
#include "core/tokens/piecekey.h"

#include <bit>
#include <span>
#include <string_view>

namespace Core {

using TokenId = std::uint32_t;

/// A byte-pair vocabulary. Its tables are linked into the program as they are, made by
/// resources/vocabularies/make_vocabularies.py: nothing is parsed or built at start, and
/// any number of threads may read them. A token's number is also the rank of its merge.
class Vocabulary
{
public:
    static constexpr TokenId none = (1U << 24) - 1;

    /// Of Unknown it is o200k_base, which unknown models are estimated with.
    static const Vocabulary &of(Encoding encoding);

    explicit Vocabulary(const unsigned char *table);

    TokenId size() const { return m_size; }
    TokenId ofByte(unsigned char byte) const { return m_bytes[byte]; }
    std::string_view bytes(TokenId token) const;
    std::size_t length(TokenId token) const { return m_keys[token].length(); }

    /// The token with exactly these bytes; the second for more than PieceKey::longest of them.
    TokenId find(const PieceKey &key) const;
    TokenId findLong(std::string_view text) const;

    /// The token that two tokens merge into. `nothing` merges with none.
    TokenId merged(TokenId left, TokenId right) const;
    static constexpr TokenId nothing = (1 << 18) - 1;
    /// The same for two ASCII bytes.
    TokenId mergedAscii(unsigned char left, unsigned char right) const
    {
        return m_asciiPairs[left << 7 | right];
    }

    /// Whether a token may join these neighbours, each the bytes of one whole character, the
    /// first byte lowest. If not, the text can be cut between them before merging.
    bool mayJoin(std::uint32_t left, std::uint32_t right) const;
    /// The end of the first part of a text, not empty, that no token joins with what follows. A
    /// long text is not cut between ASCII characters: they are hardly ever apart.
    const char *joinedEnd(const char *at, const char *end) const;
    /// Whether a token may join them without having both whole. If not, the bytes of each can be
    /// merged before those of both.
    bool maySplit(std::uint32_t left, std::uint32_t right) const;

private:
    __extension__ using WideProduct = unsigned __int128;

    // As in make_vocabularies.py.
    static constexpr int idBits = 18;
    static constexpr int fingerprint = 24;
    static constexpr std::uint64_t pilotKey = 0xa0761d6478bd642f;
    static constexpr std::uint64_t pairKey = 0x8ebc6af09c88c6e3;
    static constexpr int pairBits = 15;
    static constexpr int sieveBits = 6;

    static std::size_t slotOf(std::uint64_t hash, std::uint64_t pilot, std::uint32_t count)
    {
        return std::size_t(WideProduct((hash ^ pilot * pilotKey) * pilotKey) * count >> 64);
    }

    TokenId m_size = 0;
    std::uint32_t m_pilotBits = 0;
    std::uint32_t m_pieceCount = 0;
    std::uint32_t m_pairCount = 0;
    const std::uint32_t *m_bytes = nullptr;
    const PieceKey *m_keys = nullptr; // of a long token: its place in m_longTexts, and its length
    const std::uint32_t *m_pieces = nullptr;
    const std::uint16_t *m_piecePilots = nullptr;
    const std::uint64_t *m_pairs = nullptr;
    const std::uint16_t *m_pairPilots = nullptr;
    const std::uint64_t *m_pairSieve = nullptr;
    const std::uint32_t *m_asciiPairs = nullptr;
    const std::uint8_t *m_joinedBorders = nullptr;
    const std::uint8_t *m_splitBorders = nullptr;
    const std::uint32_t *m_longTokens = nullptr;
    const std::uint16_t *m_longHeads = nullptr;
    const char *m_longTexts = nullptr;
};

// No branch depends on what is found: most of the time goes into waiting for the tables, and a
// wrong guess would wait for them before it is noticed.

inline TokenId Vocabulary::find(const PieceKey &key) const
{
    const std::uint64_t hash = key.hash();
    const std::uint16_t pilot = m_piecePilots[hash >> (64 - m_pilotBits)];
    const std::uint32_t slot = m_pieces[slotOf(hash, pilot, m_pieceCount)];
    const bool fits = slot >> idBits == (std::uint32_t(hash >> fingerprint) & (~0U >> idBits));
    const TokenId token = slot & ((1U << idBits) - 1);
    return fits && token < m_size && m_keys[token].difference(key) == 0 ? token : none;
}

inline TokenId Vocabulary::merged(TokenId left, TokenId right) const
{
    const std::uint64_t both = std::uint64_t(left) << idBits | right;
    const std::uint64_t hash = both * pairKey;
    const std::size_t bucket = hash >> (64 - pairBits);
    // Most pairs merge into nothing, and the sieve, which is small enough to stay near, knows it
    // of most of those. The first slot is read for them, which is near, too.
    const std::uint64_t place = hash >> (64 - pairBits - sieveBits) & ((1 << sieveBits) - 1);
    const std::size_t isMaybe = m_pairSieve[bucket] >> place & 1;
    const std::size_t slot = slotOf(hash, m_pairPilots[bucket], m_pairCount);
    const std::uint64_t pair = m_pairs[slot & (0 - isMaybe)];
    return TokenId(pair & ((1U << idBits) - 1)) | (pair >> idBits == both ? 0 : none);
}

} // namespace Core
