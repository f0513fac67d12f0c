#pragma once

#include "core/tokens/piecekey.h"

#include <QtGlobal>

#include <cstdlib>
#include <memory>

namespace Core {

/// Remembers how many tokens short pieces have, since texts repeat their words: what counting
/// needs of them, in half the memory of their tokens. Its size is fixed: a piece that was not asked
/// for lately makes room for one that is. For one thread and one vocabulary.
class PieceCounts
{
    Q_DISABLE_COPY_MOVE(PieceCounts)

public:
    PieceCounts();

    /// Of most pieces that are known; 0 of others.
    std::size_t find(const PieceKey &piece) const;
    /// Begins to fetch what findOlder() reads.
    void prepare(const PieceKey &piece) const { __builtin_prefetch(&olderAt(piece.quickHash())); }
    /// Of all that are known, at more expense; 0 of others.
    std::size_t findOlder(const PieceKey &piece);
    /// Of a piece that is not known.
    void add(const PieceKey &piece, std::size_t count);

private:
    static constexpr unsigned latestBits = 15;
    static constexpr unsigned olderBits = 13;
    static constexpr unsigned countShift = 60; ///< a piece has no more tokens than bytes

    /// A piece with its count above the length.
    struct Counted
    {
        static Counted of(const PieceKey &piece, std::size_t count)
        {
            return {piece.low, piece.high | std::uint64_t(count) << countShift};
        }
        bool is(const PieceKey &piece) const
        {
            return ((low ^ piece.low) | (high ^ piece.high) << (64 - countShift)) == 0;
        }
        std::size_t count() const { return high >> countShift; }

        std::uint64_t low;
        std::uint64_t high;
    };

    /// What latest pieces took the place of, the last one first.
    struct Older
    {
        Counted pieces[4];
    };

    struct Memory
    {
        Older older[1 << olderBits];
        Counted latest[1 << latestBits];
    };

    struct Free
    {
        void operator()(void *memory) const { std::free(memory); }
    };

    Counted &latestAt(std::uint64_t hash) const
    {
        return m_memory->latest[hash >> (64 - latestBits)];
    }
    Older &olderAt(std::uint64_t hash) const { return m_memory->older[hash >> (64 - olderBits)]; }

    std::unique_ptr<Memory, Free> m_memory;
};

// Whether it is the one cannot be guessed, so it is not branched on.
inline std::size_t PieceCounts::find(const PieceKey &piece) const
{
    const Counted &latest = latestAt(piece.quickHash());
    return latest.count() & (0 - std::size_t(latest.is(piece)));
}

} // namespace Core
