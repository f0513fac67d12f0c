#include "core/tokens/piececounts.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Core {

// Memory straight from the system is zero by itself, and only pages that are used count.
PieceCounts::PieceCounts()
    : m_memory(static_cast<Memory *>(std::calloc(1, sizeof(Memory))))
{
    Q_CHECK_PTR(m_memory);
}

std::size_t PieceCounts::findOlder(const PieceKey &piece)
{
    if (const std::size_t count = find(piece); count != 0)
        return count;
    const std::uint64_t hash = piece.quickHash();
    for (Counted &older : olderAt(hash).pieces) {
        if (older.is(piece)) {
            std::swap(older, latestAt(hash));
            return latestAt(hash).count();
        }
    }
    return 0;
}

void PieceCounts::add(const PieceKey &piece, std::size_t count)
{
    const std::uint64_t hash = piece.quickHash();
    Counted(&older)[4] = olderAt(hash).pieces;
    std::copy_backward(older, std::end(older) - 1, std::end(older));
    older[0] = std::exchange(latestAt(hash), Counted::of(piece, count));
}

} // namespace Core
