#pragma once

#include "core/tokens/asciicut.h"
#include "core/tokens/shortmerge.h"

#include <array>

namespace Core {

/// Counts the tokens of ASCII text. No token's number is kept, nor any order: what is left of a
/// text after AsciiCut falls into short rows of parts that merge among themselves, and those of
/// equal length are merged together, a step of each in turn.
class AsciiCount
{
    Q_DISABLE_COPY_MOVE(AsciiCount)

public:
    explicit AsciiCount(const Vocabulary &vocabulary);

    /// Adds the beginning of a text up to a border that no merge can cross. Returns how many
    /// bytes that is: 0 if there is none within reach.
    std::size_t add(std::string_view text);
    /// How many tokens all texts together have.
    std::size_t sum();

private:
    static constexpr std::size_t together = 32;
    static constexpr std::size_t shortRow = 6; ///< parts; most rows have no more
    static constexpr std::size_t longestRow = 12; ///< more are left to ShortMerge
    static constexpr std::size_t longTogether = 8;

    /// Rows of equally many parts, one behind the other.
    struct Rows
    {
        std::size_t count = 0;
        TokenId parts[together * longestRow];
    };

    void addRow(const AsciiCut &cut, std::uint64_t starts);
    void addLong(const AsciiCut &cut, std::uint64_t starts);
    void mergeLong();
    void mergeRows(std::size_t size);
    template <std::size_t Size>
    void mergeRowsOf();

    const Vocabulary &m_vocabulary;
    std::size_t m_sum = 0;
    Rows m_rows[longestRow + 1]; // by how many parts they have
    std::size_t m_longCount = 0;
    ShortMerge m_long[longTogether];
};

} // namespace Core
