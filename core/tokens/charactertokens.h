#pragma once

#include "core/tokens/character.h"
#include "core/tokens/piececache.h"

#include <cstdlib>
#include <memory>

namespace Core {

/// Remembers the tokens of characters of three bytes, each merged by itself: those that Chinese
/// is written with, of which there are too many for a cache of pieces. For one thread and one
/// vocabulary, which must outlive it.
class CharacterTokens
{
    Q_DISABLE_COPY_MOVE(CharacterTokens)

public:
    explicit CharacterTokens(const Vocabulary &vocabulary);

    /// Whether the piece is one such character. Of words, too, many have three bytes, so that is
    /// not branched on by itself.
    static bool isOne(const PieceKey &piece)
    {
        return ((piece.high ^ std::uint64_t(3) << 56) | ((piece.low & 0xc0c0f0) ^ 0x8080e0)) == 0;
    }

    const PieceTokens &of(std::uint32_t bytes)
    {
        const PieceTokens &known = m_tokens[placeOf(bytes)];
        return known.count() > 0 ? known : learnt(bytes);
    }

private:
    struct Free
    {
        void operator()(PieceTokens *memory) const { std::free(memory); }
    };

    static std::size_t placeOf(std::uint32_t bytes) ///< the code point
    {
        return (bytes & 0x0f) << 12 | (bytes >> 8 & 0x3f) << 6 | (bytes >> 16 & 0x3f);
    }
    const PieceTokens &learnt(std::uint32_t bytes);

    const Vocabulary &m_vocabulary;
    std::unique_ptr<PieceTokens, Free> m_memory;
    PieceTokens *m_tokens;
};

} // namespace Core
