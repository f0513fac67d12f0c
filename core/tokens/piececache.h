#pragma once

#include "core/tokens/piecekey.h"
#include "core/tokens/vocabulary.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <span>

namespace Core {

/// The tokens of a short piece. Up to four are kept; of more only the number is known.
class PieceTokens
{
public:
    static constexpr std::size_t capacity = 4;

    PieceTokens() = default;
    explicit PieceTokens(std::span<const TokenId> tokens);

    std::size_t count() const { return m_tokens[0] >> countShift; }
    bool isComplete() const { return count() <= capacity; }
    TokenId first() const { return m_tokens[0] & ((1U << countShift) - 1); }
    /// Of as many as are kept.
    TokenId last() const
    {
        return count() < 2 ? first() : m_tokens[std::min(count(), capacity) - 1];
    }
    /// Writes `capacity` tokens, of which `count()` are meant.
    void write(TokenId *to) const
    {
        std::memcpy(to, m_tokens, sizeof m_tokens);
        to[0] = first();
    }

private:
    static constexpr unsigned countShift = 24;

    TokenId m_tokens[capacity]; // the number of them above the first
};

/// Remembers the tokens of short pieces, since texts repeat their words. Its size is fixed: a
/// piece that was not asked for lately makes room for one that is. For one thread and one
/// vocabulary.
class PieceCache
{
public:
    PieceCache();

    const PieceTokens *find(const PieceKey &key) const;
    void add(const PieceKey &key, const PieceTokens &tokens);

private:
    static constexpr unsigned placeBits = 14;

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

inline const PieceTokens *PieceCache::find(const PieceKey &key) const
{
    // Which of the two it is cannot be guessed, so it is not branched on.
    const Place &place = placeOf(key);
    const std::uint64_t newer = place.entries[0].key.difference(key);
    const std::uint64_t older = place.entries[1].key.difference(key);
    if (std::min(newer, older) != 0) [[unlikely]]
        return nullptr;
    return &place.entries[newer != 0].tokens;
}

} // namespace Core
