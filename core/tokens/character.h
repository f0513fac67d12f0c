#pragma once

#include "core/tokens/unicodeclasses.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace Core {

/// One character of a UTF-8 text: what the patterns want to know of it, and its length in bytes.
struct Character
{
    std::uint8_t classes = 0;
    std::uint8_t length = 1;

    bool is(unsigned wanted) const { return (classes & wanted) != 0; }
};

inline std::uint8_t classesOf(std::uint32_t codePoint)
{
    return classBlocks[classIndex[codePoint >> 8]][codePoint & 0xff];
}

/// Reads a character of more than one byte. A byte that does not begin a whole one is a symbol
/// by itself. Overlong forms are not told apart: they only choose a class.
Character longCharacterAt(const unsigned char *at, const unsigned char *end);

inline Character characterAt(const unsigned char *at, const unsigned char *end)
{
    if (*at < 0x80)
        return {classBlocks[0][*at], 1};
    return longCharacterAt(at, end);
}

inline bool isAscii(std::string_view text)
{
    std::uint64_t all = 0;
    std::size_t at = 0;
    for (; at + sizeof all <= text.size(); at += sizeof all) {
        std::uint64_t some = 0;
        std::memcpy(&some, text.data() + at, sizeof some);
        all |= some;
    }
    for (; at < text.size(); ++at)
        all |= static_cast<unsigned char>(text[at]);
    return (all & 0x8080808080808080) == 0;
}

/// A character's bytes as a number, the first byte lowest; 0 if they are not UTF-8.
struct CharacterBytes
{
    std::uint32_t bytes = 0;
    std::uint32_t length = 1;
};

inline CharacterBytes characterBytesAt(const char *at, const char *end)
{
    const auto lead = static_cast<unsigned char>(*at);
    if (lead < 0x80)
        return {lead, 1};
    constexpr std::array<std::uint8_t, 8> lengths{0, 0, 0, 0, 2, 2, 3, 4};
    const std::uint32_t length = lengths[lead >> 4 & 7];
    std::uint32_t bytes = 0;
    if (end - at >= 4) [[likely]]
        std::memcpy(&bytes, at, 4);
    else
        std::memcpy(&bytes, at, std::size_t(end - at));
    constexpr std::array<std::uint32_t, 5> masks{0, 0, 0xc000, 0xc0c000, 0xc0c0c000};
    const bool isWhole = length != 0 && (bytes & masks[length]) == (0x80808000 & masks[length]);
    if (!isWhole)
        return {};
    return {length == 4 ? bytes : bytes & ((1U << (8 * length)) - 1), length};
}

} // namespace Core
