#include "core/tokens/borders.h"

#include "core/tokens/character.h"

#include <bit>

namespace Core {

namespace {

// As in make_vocabularies.py.
constexpr std::uint32_t splitBits = 13;
constexpr std::uint64_t borderKey = 0xe7037ed1a0b428db;

bool bitAt(const std::uint8_t *table, std::uint64_t place)
{
    return (table[place >> 3] >> (place & 7) & 1) != 0;
}

bool hasBorder(const std::uint8_t *table, std::uint32_t bits, std::uint32_t left,
               std::uint32_t right)
{
    const std::uint64_t border = (std::uint64_t(left) << 32 | right) * borderKey;
    return bitAt(table, border >> (64 - bits));
}

constexpr std::ptrdiff_t longText = 256; // bytes

/// Whether eight characters follow, all of them ASCII.
bool isAscii8(const char *at, const char *end)
{
    std::uint64_t bytes = ~std::uint64_t(0);
    if (end - at >= 8)
        std::memcpy(&bytes, at, 8);
    return (bytes & 0x8080808080808080) == 0;
}

std::uint32_t lastByte(std::uint32_t character)
{
    const int bytes = (std::bit_width(character) + 7) / 8;
    return bytes > 1 ? character >> (8 * (bytes - 1)) : character;
}

inline bool isSplitAt(const std::uint8_t *split, std::uint32_t left, std::uint32_t right)
{
    const std::uint32_t firstByte = right & 0xff;
    const bool hasLeft = hasBorder(split, splitBits, left, firstByte);
    const bool hasRight = hasBorder(split, splitBits, lastByte(left), right);
    const bool hasNone = hasBorder(split, splitBits, lastByte(left), firstByte);
    return hasLeft | hasRight | hasNone; // each is hardly ever so
}

/// Whether that is a character of three bytes.
bool isThreeBytes(std::uint32_t bytes)
{
    return (bytes & 0xc0c0f0) == 0x8080e0;
}

} // namespace

bool Borders::mayJoin(std::uint32_t left, std::uint32_t right) const
{
    if (left < 0x80 && right >= 0x80)
        return true;
    // Both are asked, since what the first one says cannot be guessed.
    const bool isSplit = left >= 0x80 && isSplitAt(m_split, left, right);
    return isSplit | hasBorder(m_joined, m_joinedBits, left, right);
}

const char *Borders::joinedEnd(const char *at, const char *end) const
{
    const bool isLong = end - at > longText;
    CharacterBytes left = characterBytesAt(at, end);
    for (at += left.length; at < end;) {
        const bool passes = isLong && left.bytes < 0x80;
        if (passes && isAscii8(at, end)) {
            at += 8;
            left = {static_cast<unsigned char>(at[-1]), 1};
            continue;
        }
        const CharacterBytes right = characterBytesAt(at, end);
        const bool isKept = left.bytes == 0 || right.bytes == 0 || (passes && right.bytes < 0x80);
        if (!isKept && !mayJoin(left.bytes, right.bytes))
            return at;
        at += right.length;
        left = right;
    }
    return end;
}

Borders::CharacterRun Borders::characterRun(const char *at, const char *end) const
{
    CharacterRun run;
    CharacterBytes left = characterBytesAt(at, end);
    while (left.length == 3 && run.count < CharacterRun::longest) {
        at += left.length;
        CharacterBytes right;
        bool isEnd = true;
        std::uint32_t next = 0;
        if (end - at >= 4)
            std::memcpy(&next, at, sizeof next);
        if (isThreeBytes(next)) [[likely]] {
            right = {next & 0xffffff, 3};
            isEnd = !(isSplitAt(m_split, left.bytes, right.bytes)
                      | hasBorder(m_joined, m_joinedBits, left.bytes, right.bytes));
        } else if (at != end) {
            right = characterBytesAt(at, end);
            isEnd = right.bytes != 0 && !mayJoin(left.bytes, right.bytes);
        }
        run.ends |= std::uint32_t(isEnd) << run.count;
        ++run.count;
        left = right;
    }
    return run;
}

bool Borders::maySplit(std::uint32_t left, std::uint32_t right) const
{
    return isSplitAt(m_split, left, right);
}

} // namespace Core
