#pragma once

#include "core/tokens/asciicut.h"
#include "core/tokens/shortmerge.h"

#include <span>
#include <string_view>
#include <vector>

namespace Core {

/// Merges ASCII texts to tokens. What is left of a text after AsciiCut falls into short rows of
/// parts that merge among themselves, and those of equal length are merged together, a step of each
/// in turn, since a step mostly waits for the vocabulary's tables.
class AsciiMerge
{
    Q_DISABLE_COPY_MOVE(AsciiMerge)

public:
    /// Of the bytes of all texts together.
    static constexpr std::size_t capacity = 32 * AsciiCut::longest;
    static constexpr TokenId gone = ~TokenId(0); ///< in place of a part that was merged

    explicit AsciiMerge(const Vocabulary &vocabulary);

    /// Adds the beginning of a text up to a border that no merge can cross. Returns how many
    /// bytes that is: 0 if there is none within reach. At most AsciiCut::longest bytes, for
    /// which there must be room. Bit i of `borders` tells that nothing is merged over the border
    /// before byte i.
    std::size_t add(std::string_view text, std::uint64_t borders = 0);
    bool hasRoom() const { return m_size + AsciiCut::longest <= capacity; }
    /// How many parts there are before they are merged.
    std::size_t size() const { return m_size; }

    /// Merges all that was added.
    void finish();
    /// How many tokens there are then.
    std::size_t count() const { return m_size - m_gone; }
    /// The tokens then, in order, with `gone` between them, as many as size() told.
    const TokenId *parts() const { return m_parts; }
    /// Where of them what is behind each border begins that add() was told of.
    std::span<const std::uint16_t> behindBorders() const { return {m_behind, m_borderCount}; }
    void appendTo(std::vector<TokenId> &tokens) const;
    /// Begins anew.
    void clear();

private:
    static constexpr std::size_t together = 32;
    static constexpr std::size_t shortRow = 6; ///< parts; most rows have no more
    static constexpr std::size_t longestRow = 12; ///< more are left to ShortMerge
    static constexpr std::size_t longTogether = 8;

    /// Where rows of equally many parts begin.
    struct Rows
    {
        std::size_t count = 0;
        std::uint16_t places[together];
    };

    /// More parts than `longestRow`.
    struct LongRow
    {
        std::uint16_t place;
        std::uint16_t size;
    };

    void addRow(std::size_t place, std::size_t size);
    void mergeLong();
    void mergeRows(std::size_t size);
    template <std::size_t Size>
    void mergeRowsOf();

    const Vocabulary &m_vocabulary;
    std::size_t m_size = 0;
    std::size_t m_gone = 0;
    Rows m_rows[longestRow + 1]; // by how many parts they have
    std::size_t m_longCount = 0;
    LongRow m_long[longTogether];
    std::size_t m_borderCount = 0;
    std::uint16_t m_behind[capacity];
    TokenId m_parts[capacity];
};

} // namespace Core
