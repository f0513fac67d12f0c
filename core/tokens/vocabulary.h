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
    static constexpr int idBits = 18;
    static constexpr TokenId none = (1U << idBits) - 1;

    /// Of Unknown it is o200k_base, which unknown models are estimated with.
    static const Vocabulary &of(Encoding encoding);

    /// The table is one that checkVocabulary() finds nothing wrong with.
    explicit Vocabulary(const unsigned char *table);

    TokenId size() const { return m_size; }
    TokenId ofByte(unsigned char byte) const { return m_bytes[byte]; }
    std::string_view bytes(TokenId token) const;
    std::size_t length(TokenId token) const { return m_keys[token].length(); }

    /// The token with exactly these bytes; the second for more than PieceKey::longest of them.
    TokenId find(const PieceKey &key) const;
    TokenId findLong(std::string_view text) const;

    /// What two tokens merge into, as a number that is the lower the earlier they merge, with room
    /// for a place in its lowest bits. Bits that are also those of a positive float, which the
    /// processor compares quicker. `none` merges with none.
    std::int32_t mergeOrder(TokenId left, TokenId right) const
    {
        return orderAt(placeOf(left, right));
    }
    /// The same in two steps. The first one begins to fetch what the second one reads, so that
    /// those of other pairs can be done meanwhile.
    struct PairPlace
    {
        std::uint64_t both;
        const std::uint64_t *slot;
    };
    PairPlace placeOf(TokenId left, TokenId right) const;
    static std::int32_t orderAt(const PairPlace &place);
    static constexpr int orderShift = 6;
    static constexpr std::int32_t orderStart = 1 << 23; ///< keeps the float from being subnormal
    static constexpr std::int32_t neverMerges = (std::int32_t(none) << orderShift) + orderStart;
    static std::int32_t orderOf(TokenId token)
    {
        return std::int32_t(token << orderShift) + orderStart;
    }
    static TokenId tokenOf(std::int32_t order)
    {
        return std::uint32_t(order - orderStart) >> orderShift;
    }
    /// The token that they merge into.
    TokenId merged(TokenId left, TokenId right) const { return tokenOf(mergeOrder(left, right)); }

    /// What merges of two ASCII bytes there are.
    struct AsciiPair
    {
        std::uint64_t packed = ~std::uint64_t(0);

        TokenId both() const { return packed & none; }
        /// The first token that joins the right byte to what ends with the left one.
        TokenId firstOnLeft() const { return packed >> idBits & none; }
        /// The first token that joins the left byte to what begins with the right one.
        TokenId firstOnRight() const { return packed >> (2 * idBits) & none; }
    };
    AsciiPair asciiPair(unsigned char left, unsigned char right) const
    {
        return {m_asciiPairs[left << 7 | right]};
    }

    /// Whether a token may join these neighbours, each the bytes of one whole character, the
    /// first byte lowest. If not, the text can be cut between them before merging.
    bool mayJoin(std::uint32_t left, std::uint32_t right) const;
    /// The end of the first part of a text, not empty, that no token joins with what follows. A
    /// long text is not cut between ASCII characters: they are hardly ever apart.
    const char *joinedEnd(const char *at, const char *end) const;
    /// Characters of three bytes that a text begins with. Bit i of `ends` tells that no token joins
    /// character i with what follows it.
    struct CharacterRun
    {
        static constexpr unsigned longest = 21;

        unsigned count = 0;
        std::uint32_t ends = 0;
    };
    CharacterRun characterRun(const char *at, const char *end) const;
    /// Whether a token may join them without having both whole. If not, the bytes of each can be
    /// merged before those of both.
    bool maySplit(std::uint32_t left, std::uint32_t right) const;

private:
    __extension__ using WideProduct = unsigned __int128;

    // As in make_vocabularies.py.
    static constexpr int fingerprint = 24;
    static constexpr std::uint64_t pilotKey = 0xa0761d6478bd642f;
    static constexpr std::uint64_t pairKey = 0xcd613e30d8f16adf;
    static constexpr int pairBits = 15;
    static constexpr int sieveBits = 6;
    static constexpr int spreadBits = 18;
    static constexpr int orderBits = 28;

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
    const std::uint64_t *m_asciiPairs = nullptr;
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

inline Vocabulary::PairPlace Vocabulary::placeOf(TokenId left, TokenId right) const
{
    const std::uint64_t both = std::uint64_t(left) << idBits | right;
    const std::uint64_t hash = both * pairKey;
    const std::size_t bucket = hash >> (64 - pairBits);
    // Most pairs merge into nothing, and the sieve, which is small enough to stay near, knows it
    // of most of those. The first slot is read for them, which is near, too.
    const std::uint64_t place = hash >> (64 - pairBits - sieveBits) & ((1 << sieveBits) - 1);
    const std::size_t isMaybe = m_pairSieve[bucket] >> place & 1;
    const std::size_t spread = hash >> (64 - pairBits - spreadBits) & ((1 << spreadBits) - 1);
    const std::size_t slot = (spread ^ m_pairPilots[bucket]) * m_pairCount >> spreadBits;
    const PairPlace found{both, m_pairs + (slot & (0 - isMaybe))};
    __builtin_prefetch(found.slot);
    return found;
}

inline std::int32_t Vocabulary::orderAt(const PairPlace &place)
{
    const std::uint64_t pair = *place.slot;
    const std::int32_t order = pair & ((1 << orderBits) - 1);
    const std::int32_t isOther = -std::int32_t(pair >> orderBits != place.both);
    return (order & ~isOther) | (neverMerges & isOther);
}

} // namespace Core
