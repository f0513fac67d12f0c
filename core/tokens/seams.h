#pragma once

#include <cstdint>

namespace Core {

/// Between which ASCII bytes merges of a vocabulary happen; part of its table. A merge is known by
/// the two bytes on each side of its seam, or the one that there is. Some that never happen are
/// taken to be possible.
class Seams
{
public:
    // Of what a byte's first bits tell the rest is of others, and to be ignored.

    /// Of four bytes, the first one lowest, in bit 0 whether the first may merge with what begins
    /// with the next two; in bit 1 whether what ends with the first two may merge with the third.
    std::uint8_t ofThree(std::uint32_t bytes) const
    {
        const std::uint32_t place = bytes * (key << 8) >> (32 - threeBits);
        return std::uint8_t(m_threes[place / 32] >> (place * 2 & 62));
    }
    /// In bit 0 whether what ends with the first two of four bytes may merge with what begins with
    /// the other two.
    std::uint8_t ofFour(std::uint32_t bytes) const
    {
        const std::uint32_t place = bytes * key >> (32 - fourBits);
        return std::uint8_t(m_fours[place / 64] >> (place & 63));
    }

private:
    friend class Vocabulary; // which knows where in its table the sections are

    // As in make_vocabularies.py.
    static constexpr std::uint32_t key = 0x9e3779b1;
    static constexpr int threeBits = 16;
    static constexpr int fourBits = 18;

    const std::uint64_t *m_threes = nullptr;
    const std::uint64_t *m_fours = nullptr;
};

} // namespace Core
