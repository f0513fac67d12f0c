#include "core/tokens/asciipieces.h"

#include <cstring>

namespace Core {

static_assert(AsciiPieces::together * PieceKey::longest + AsciiCut::longest
              <= AsciiMerge::capacity);

AsciiPieces::AsciiPieces(const Vocabulary &vocabulary)
    : m_merge(vocabulary)
{
}

void AsciiPieces::add(const PieceKey &piece)
{
    if (m_size + piece.length() > AsciiCut::longest)
        addText();
    std::memcpy(m_text + m_size, &piece, sizeof piece);
    m_borders |= std::uint64_t(1) << m_size;
    m_size += piece.length();
    ++m_count;
}

void AsciiPieces::addText()
{
    m_merge.add({m_text, m_size}, m_borders);
    m_size = 0;
    m_borders = 0;
}

void AsciiPieces::finish()
{
    if (m_size != 0)
        addText();
    m_merge.finish();
}

void AsciiPieces::moveTo(std::vector<TokenId> &tokens)
{
    finish();
    m_merge.appendTo(tokens);
    m_merge.clear();
    m_count = 0;
}

} // namespace Core
