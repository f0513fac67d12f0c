#include "core/tokens/character.h"

namespace Core {

Character longCharacterAt(const unsigned char *at, const unsigned char *end)
{
    const auto rest = [at](int i) { return std::uint32_t(at[i] & 0x3f); };
    const auto follows = [at](int i) { return (at[i] & 0xc0) == 0x80; };
    const auto left = end - at;
    const unsigned char first = *at;
    if (first < 0xc0)
        return {};
    if (first < 0xe0) {
        if (left < 2 || !follows(1))
            return {};
        return {classesOf(std::uint32_t(first & 0x1f) << 6 | rest(1)), 2};
    }
    if (first < 0xf0) {
        if (left < 3 || !follows(1) || !follows(2))
            return {};
        return {classesOf(std::uint32_t(first & 0x0f) << 12 | rest(1) << 6 | rest(2)), 3};
    }
    if (first > 0xf4 || left < 4 || !follows(1) || !follows(2) || !follows(3))
        return {};
    const std::uint32_t codePoint =
        std::uint32_t(first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3);
    return codePoint < 0x110000 ? Character{classesOf(codePoint), 4} : Character{};
}

} // namespace Core
