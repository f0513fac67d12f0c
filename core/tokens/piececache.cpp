#include "core/tokens/piececache.h"

namespace Core {

PieceCache::PieceCache()
{
    // Memory straight from the system is zero by itself, and only pages that are used count.
    std::size_t size = (sizeof(Place) << placeBits) + alignof(Place);
    m_memory.reset(std::calloc(size, 1));
    void *aligned = m_memory.get();
    m_places =
        static_cast<Place *>(std::align(alignof(Place), sizeof(Place) << placeBits, aligned, size));
    Q_CHECK_PTR(m_places);
}

void PieceCache::add(const PieceKey &key, const PieceTokens &tokens)
{
    Place &place = placeOf(key);
    place.entries[1] = place.entries[0];
    place.entries[0] = {key, tokens};
}

} // namespace Core
