#include "core/tokens/wholepieces.h"

namespace Core {

// Memory straight from the system is zero by itself, and only pages that are used count.
WholePieces::WholePieces()
    : m_entries(static_cast<Entry *>(std::calloc(std::size_t(1) << placeBits, sizeof(Entry))))
{
    Q_CHECK_PTR(m_entries);
}

void WholePieces::add(const PieceKey &piece, TokenId token)
{
    if (piece.length() > longest)
        return;
    const auto length = std::uint32_t(piece.length());
    entryOf(piece) = {piece.low, std::uint32_t(piece.high), length << lengthShift | token};
}

} // namespace Core
