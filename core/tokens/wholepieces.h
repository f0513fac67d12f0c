#pragma once

#include "core/tokens/piecekey.h"
#include "core/tokens/vocabulary.h"

#include <cstdlib>
#include <memory>

namespace Core {

/// Remembers short pieces that are one token, as most words are, in half the memory of the tokens
/// of any piece, so that more of them stay near the processor. Its size is fixed: a piece that was
/// not asked for lately makes room for one that is. For one thread and one vocabulary.
class WholePieces
{
    Q_DISABLE_COPY_MOVE(WholePieces)

public:
    static constexpr std::size_t longest = 12; ///< bytes of a piece that is remembered

    WholePieces();

    /// The token of a piece, or of another one if it is not known.
    struct Found
    {
        TokenId token;
        bool isKnown;
    };

    Found find(const PieceKey &piece) const;
    void add(const PieceKey &piece, TokenId token); ///< a longer one is not remembered

private:
    static constexpr unsigned placeBits = 15;
    static constexpr unsigned lengthShift = 28;

    struct Entry
    {
        std::uint64_t low;
        std::uint32_t high; ///< what a piece of up to `longest` bytes fills of it
        std::uint32_t token; ///< and the length of the piece
    };

    struct Free
    {
        void operator()(Entry *memory) const { std::free(memory); }
    };

    Entry &entryOf(const PieceKey &piece) const
    {
        return m_entries.get()[piece.quickHash() >> (64 - placeBits)];
    }

    std::unique_ptr<Entry, Free> m_entries;
};

// Whether it is the one cannot be guessed, so it is not branched on.
inline WholePieces::Found WholePieces::find(const PieceKey &piece) const
{
    const Entry &entry = entryOf(piece);
    const std::uint64_t high = std::uint64_t(entry.token >> lengthShift) << 56 | entry.high;
    return {entry.token & ((1U << lengthShift) - 1),
            PieceKey{entry.low, high}.difference(piece) == 0};
}

} // namespace Core
