#pragma once

#include <cstddef>
#include <cstdint>

namespace Core {

using TokenId = std::uint32_t;

/// What the pairs of tokens of a vocabulary merge into; part of its table.
class PairTable
{
public:
    static constexpr int idBits = 18;
    static constexpr TokenId none = (1U << idBits) - 1;

    /// What two tokens merge into, as a number that is the lower the earlier they merge, with room
    /// for a place in its lowest bits. Bits that are also those of a positive float, which the
    /// processor compares quicker. `none` merges with none.
    std::int32_t mergeOrder(TokenId left, TokenId right) const
    {
        return orderAt(placeOf(left, right));
    }
    /// The same in two steps. The first one begins to fetch what the second one reads, so that
    /// those of other pairs can be done meanwhile.
    struct Place
    {
        std::uint64_t both;
        const std::uint64_t *slot;
    };
    Place placeOf(TokenId left, TokenId right) const;
    static std::int32_t orderAt(const Place &place);
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
        /// The first token that joins the right byte to more than the left one, which ends with it.
        TokenId firstLongerLeft() const { return packed >> idBits & none; }
        /// The first token that joins the left byte to more than the right one.
        TokenId firstLongerRight() const { return packed >> (2 * idBits) & none; }
    };
    AsciiPair asciiPair(unsigned char left, unsigned char right) const
    {
        return {m_ascii[std::size_t(left) << 7 | right]};
    }

private:
    friend class Vocabulary; // which knows where in its table the sections are

    // As in make_vocabularies.py.
    static constexpr std::uint64_t key = 0xcd613e30d8f16adf;
    static constexpr int bucketBits = 15;
    static constexpr int sieveBits = 6;
    static constexpr int spreadBits = 18;
    static constexpr int orderBits = 28;

    std::uint32_t m_count = 0;
    const std::uint64_t *m_slots = nullptr;
    const std::uint16_t *m_pilots = nullptr;
    const std::uint64_t *m_sieve = nullptr;
    const std::uint64_t *m_ascii = nullptr;
};

// No branch depends on what is found: most of the time goes into waiting for the table, and a
// wrong guess would wait for it before it is noticed.

inline PairTable::Place PairTable::placeOf(TokenId left, TokenId right) const
{
    const std::uint64_t both = std::uint64_t(left) << idBits | right;
    const std::uint64_t hash = both * key;
    const std::size_t bucket = hash >> (64 - bucketBits);
    // Most pairs merge into nothing, and the sieve, which is small enough to stay near, knows it
    // of most of those. The first slot is read for them, which is near, too.
    const std::uint64_t place = hash >> (64 - bucketBits - sieveBits) & ((1 << sieveBits) - 1);
    const std::size_t isMaybe = m_sieve[bucket] >> place & 1;
    const std::size_t spread = hash >> (64 - bucketBits - spreadBits) & ((1 << spreadBits) - 1);
    const std::size_t slot = (spread ^ m_pilots[bucket]) * m_count >> spreadBits;
    const Place found{both, m_slots + (slot & (0 - isMaybe))};
    __builtin_prefetch(found.slot);
    return found;
}

inline std::int32_t PairTable::orderAt(const Place &place)
{
    const std::uint64_t pair = *place.slot;
    const std::int32_t order = pair & ((1 << orderBits) - 1);
    const std::int32_t isOther = -std::int32_t(pair >> orderBits != place.both);
    return (order & ~isOther) | (neverMerges & isOther);
}

} // namespace Core
