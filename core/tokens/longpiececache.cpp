#include "core/tokens/longpiececache.h"

#include <functional>

namespace Core {

LongPieceCache::LongPieceCache()
    : m_entries(size)
{
}

std::size_t LongPieceCache::placeOf(std::string_view piece)
{
    return std::hash<std::string_view>()(piece) % size;
}

std::optional<std::span<const TokenId>> LongPieceCache::find(std::string_view piece) const
{
    if (!isKept(piece))
        return std::nullopt;
    const Entry &entry = m_entries[placeOf(piece)];
    if (entry.piece != piece)
        return std::nullopt;
    return entry.tokens;
}

void LongPieceCache::add(std::string_view piece, std::span<const TokenId> tokens)
{
    if (!isKept(piece))
        return;
    Entry &entry = m_entries[placeOf(piece)];
    entry.piece = piece;
    entry.tokens.assign(tokens.begin(), tokens.end());
}

} // namespace Core
