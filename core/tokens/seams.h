#pragma once

#include <cstdint>

namespace Core {

/// Between which ASCII bytes merges of a vocabulary happen; part of its table. A merge is known by
/// the two bytes on each side of its seam, or the one that there is. Some that never happen are
/// taken to be possible.
class Seams
{
public:
    // Only the bits that are named tell anything.

    /// Of four bytes, the first one lowest, in bit 0 whether the first may merge with what begins
    /// with the next two; in bit 1 whether what ends with the first two may merge with the third.
    std::uint8_t ofThree(std::uint32_t bytes) const
    {
        const std::uint32_t hash = bytes * (key << 8);
        const std::uint64_t word = m_threes[hash >> (32 - threeBits)];
        const std::uint32_t first = hash >> (32 - threeBits - 6) & 62;
        const std::uint32_t second = hash >> (32 - threeBits - 11) & 62;
        return std::uint8_t(word >> first & word >> second);
    }
    /// In bit 0 whether what ends with the first two of four bytes may merge with what begins with
    /// the other two.
    std::uint8_t ofFour(std::uint32_t bytes) const
    {
        const std::uint32_t hash = bytes * key;
        const std::uint64_t word = m_fours[hash >> (32 - fourBits)];
        const std::uint32_t first = hash >> (32 - fourBits - 6) & 63;
        const std::uint32_t second = hash >> (32 - fourBits - 12) & 63;
        return std::uint8_t(word >> first & word >> second);
    }

private:
    friend class Vocabulary; // which knows where in its table the sections are

    // As in make_vocabularies.py.
    static constexpr std::uint32_t key = 0x9e3779b1;
    static constexpr int threeBits = 11;
    static constexpr int fourBits = 12;

    const std::uint64_t *m_threes = nullptr;
    const std::uint64_t *m_fours = nullptr;
};

} // namespace Core
