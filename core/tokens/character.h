#pragma once

#include "core/tokens/unicodeclasses.h"

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

} // namespace Core
