#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace Core {

/// A piece of up to 15 bytes in two words, its length in the highest byte. Two pieces are equal
/// if their keys are.
struct PieceKey
{
    static constexpr std::size_t longest = 15;

    static constexpr std::uint64_t firstFactor = 0x9e3779b97f4a7c15; // as in make_vocabularies.py
    static constexpr std::uint64_t secondFactor = 0xc2b2ae3d27d4eb4f;

    std::uint64_t low;
    std::uint64_t high;

    /// Reads 16 bytes from `at`, whatever the length.
    static PieceKey ofReadable(const char *at, std::size_t length);
    /// Reads no byte at or after `end`.
    static PieceKey of(const char *at, std::size_t length, const char *end);

    std::size_t length() const { return high >> 56; }
    std::uint64_t hash() const; ///< good in its high bits
    /// Another one, good enough in its highest bits to spread a text's pieces.
    std::uint64_t quickHash() const { return low * firstFactor + high * secondFactor; }

    std::uint64_t difference(const PieceKey &other) const ///< 0 if they are equal
    {
        return (low ^ other.low) | (high ^ other.high);
    }
};

namespace Internal {

/// The bits of a key that a piece of each length fills.
struct KeyMasks
{
    std::uint64_t low[PieceKey::longest + 1] = {};
    std::uint64_t high[PieceKey::longest + 1] = {};
};

constexpr KeyMasks makeKeyMasks()
{
    KeyMasks masks;
    for (std::size_t length = 0; length <= PieceKey::longest; ++length) {
        for (std::size_t byte = 0; byte < length; ++byte) {
            std::uint64_t &word = byte < 8 ? masks.low[length] : masks.high[length];
            word |= std::uint64_t(0xff) << (8 * (byte % 8));
        }
    }
    return masks;
}

inline constexpr KeyMasks keyMasks = makeKeyMasks();

} // namespace Internal

inline PieceKey PieceKey::ofReadable(const char *at, std::size_t length)
{
    PieceKey key;
    std::memcpy(&key.low, at, 8);
    std::memcpy(&key.high, at + 8, 8);
    key.low &= Internal::keyMasks.low[length];
    key.high = (key.high & Internal::keyMasks.high[length]) | std::uint64_t(length) << 56;
    return key;
}

inline PieceKey PieceKey::of(const char *at, std::size_t length, const char *end)
{
    if (end - at >= 16) [[likely]]
        return ofReadable(at, length);
    std::array<char, 16> copy{};
    std::memcpy(copy.data(), at, length);
    return ofReadable(copy.data(), length);
}

inline std::uint64_t PieceKey::hash() const
{
    return (low ^ low >> 32) * firstFactor + (high ^ high >> 32) * secondFactor;
}

} // namespace Core
