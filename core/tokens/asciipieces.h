#pragma once

#include "core/tokens/asciimerge.h"
#include "core/tokens/piececache.h"

#include <vector>

namespace Core {

/// Merges short ASCII pieces together: they are put one behind the other, with borders between
/// them that nothing is merged over.
class AsciiPieces
{
public:
    static constexpr std::size_t together = 128; ///< how many can be added

    explicit AsciiPieces(const Vocabulary &vocabulary);

    static bool isOne(const PieceKey &piece)
    {
        return ((piece.low | piece.high) & 0x8080808080808080) == 0;
    }

    void add(const PieceKey &piece);
    void finish(); ///< merges all that were added
    /// Writes the tokens of each, as far as they are kept, in the order of add().
    template <typename Take>
    void forEach(Take take) const;
    /// Appends the tokens of all, and begins anew.
    void moveTo(std::vector<TokenId> &tokens);

private:
    void addText();

    AsciiMerge m_merge;
    std::size_t m_count = 0;
    std::size_t m_size = 0; // of the text
    std::uint64_t m_borders = 0;
    char m_text[AsciiCut::longest + sizeof(PieceKey)];
};

template <typename Take>
void AsciiPieces::forEach(Take take) const
{
    const TokenId *part = m_merge.parts();
    for (std::size_t i = 0; i < m_count; ++i) {
        const bool isLast = i + 1 == m_count;
        const TokenId *end =
            m_merge.parts() + (isLast ? m_merge.size() : m_merge.behindBorders()[i + 1]);
        TokenId found[PieceKey::longest + PieceTokens::capacity] = {};
        std::size_t count = 0;
        for (; part != end; ++part) {
            found[count] = *part;
            count += *part != AsciiMerge::gone;
        }
        take(PieceTokens(count, {found[0], found[1], found[2], found[3]}));
    }
}

} // namespace Core
