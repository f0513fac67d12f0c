#pragma once

#include "core/tokens/piecekey.h"
#include "core/tokens/vocabulary.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace Core {

/// The tokens of a short piece. Up to four are kept; of more only the number is known.
class PieceTokens
{
public:
    static constexpr std::size_t capacity = 4;

    PieceTokens() = default;
    /// Of more tokens than there are places for, the first ones.
    PieceTokens(std::size_t count, const TokenId (&tokens)[capacity])
        : m_tokens{TokenId(count) << countShift | tokens[0], tokens[1], tokens[2], tokens[3]}
    {
    }

    std::size_t count() const { return m_tokens[0] >> countShift; }
    TokenId first() const { return m_tokens[0] & firstMask; }
    bool isComplete() const { return count() <= capacity; }
    /// Writes `capacity` tokens, of which `count()` are meant.
    void write(TokenId *to) const
    {
        std::memcpy(to, m_tokens, sizeof m_tokens);
        to[0] &= firstMask;
    }

private:
    static constexpr unsigned countShift = 24;
    static constexpr TokenId firstMask = (1U << countShift) - 1;

    TokenId m_tokens[capacity]; // the number of them above the first
};

/// Remembers the tokens of short pieces, since texts repeat their words. Its size is fixed: a
/// piece that was not asked for lately makes room for one that is. For one thread and one
/// vocabulary.
class PieceCache
{
public:
    PieceCache();

    /// The tokens of a piece, or of another one if it is not known.
    struct Found
    {
        const PieceTokens &tokens;
        bool isKnown;
    };

    Found find(const PieceKey &key) const;
    /// Begins to fetch what find() reads.
    void prepare(const PieceKey &key) const { __builtin_prefetch(&placeOf(key)); }
    void add(const PieceKey &key, const PieceTokens &tokens);

private:
    static constexpr unsigned placeBits = 15;

    struct Entry
    {
        PieceKey key;
        PieceTokens tokens;
    };

    struct alignas(64) Place
    {
        Entry entries[2]; // the newer one first
    };

    struct Free
    {
        void operator()(void *memory) const { std::free(memory); }
    };

    Place &placeOf(const PieceKey &key) const { return m_places[key.hash() >> (64 - placeBits)]; }

    std::unique_ptr<void, Free> m_memory;
    Place *m_places = nullptr;
};

// What it will be cannot be guessed, so it is not branched on.
inline PieceCache::Found PieceCache::find(const PieceKey &key) const
{
    const Place &place = placeOf(key);
    const std::uint64_t newer = place.entries[0].key.difference(key);
    const std::uint64_t older = place.entries[1].key.difference(key);
    return {place.entries[newer != 0].tokens, std::min(newer, older) == 0};
}

} // namespace Core
