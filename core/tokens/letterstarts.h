#pragma once

#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// The letters of more than one byte that texts are full of, many at once: where they start among
// 64 readable bytes, of those that are whole among them.

namespace Core {

namespace Internal {

#if defined(__SSE2__)

/// A bit for each of 64 bytes, by a test of 16 at once.
template <typename Test>
std::uint64_t maskOf(const char *bytes, Test test)
{
    std::uint64_t mask = 0;
    for (int part = 48; part >= 0; part -= 16) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes + part));
        mask = mask << 16 | std::uint32_t(_mm_movemask_epi8(test(block)));
    }
    return mask;
}

inline std::uint64_t equal(const char *bytes, char byte)
{
    return maskOf(bytes, [=](__m128i each) { return _mm_cmpeq_epi8(each, _mm_set1_epi8(byte)); });
}

/// Which are 80 or more, and less than `byte`.
inline std::uint64_t highBelow(const char *bytes, char byte)
{
    return maskOf(bytes, [=](__m128i each) { return _mm_cmplt_epi8(each, _mm_set1_epi8(byte)); });
}

inline std::uint64_t odd(const char *bytes)
{
    return maskOf(bytes, [](__m128i each) { return _mm_slli_epi16(each, 7); });
}

#else

template <typename Test>
std::uint64_t maskOf(const char *bytes, Test test)
{
    std::uint64_t mask = 0;
    for (int i = 0; i < 64; ++i)
        mask |= std::uint64_t(test(static_cast<unsigned char>(bytes[i]))) << i;
    return mask;
}

inline std::uint64_t equal(const char *bytes, char byte)
{
    return maskOf(bytes, [=](unsigned each) { return each == static_cast<unsigned char>(byte); });
}

inline std::uint64_t highBelow(const char *bytes, char byte)
{
    return maskOf(bytes, [=](unsigned each) {
        return each >= 0x80 && each < static_cast<unsigned char>(byte);
    });
}

inline std::uint64_t odd(const char *bytes)
{
    return maskOf(bytes, [](unsigned each) { return (each & 1) != 0; });
}

#endif

} // namespace Internal

/// Of letters of two and of three bytes.
struct LetterStarts
{
    std::uint64_t ofTwo = 0;
    std::uint64_t ofThree = 0;
};

/// Of small Latin letters with marks: all of Vietnamese, and most of other languages.
inline LetterStarts smallLatinStarts(const char *bytes)
{
    using namespace Internal;
    const std::uint64_t ofThree = equal(bytes, '\xe1');
    const std::uint64_t ofTwo = highBelow(bytes, '\xc7') & ~highBelow(bytes, '\xc3');
    if ((ofTwo | ofThree) == 0)
        return {};
    const std::uint64_t odds = odd(bytes);
    const std::uint64_t followers = highBelow(bytes, '\xc0');
    const std::uint64_t early = highBelow(bytes, '\xb8');
    const std::uint64_t late = followers & ~highBelow(bytes, '\xa0');
    const std::uint64_t latin1 = equal(bytes, '\xc3') & (late & ~equal(bytes, '\xb7')) >> 1;
    // From U+0100 on, an odd letter follows its capital; with gaps, which are left out here.
    const std::uint64_t extendedA = (equal(bytes, '\xc4') & (odds & early) >> 1)
        | (equal(bytes, '\xc5') & (odds & early & late) >> 1);
    const std::uint64_t horned =
        equal(bytes, '\xc6') & (equal(bytes, '\xa1') | equal(bytes, '\xb0')) >> 1;
    const std::uint64_t additional =
        ofThree & (equal(bytes, '\xba') | equal(bytes, '\xbb')) >> 1 & (odds & followers) >> 2;
    return {latin1 | extendedA | horned, additional};
}

/// Of characters from U+4E00 to U+9FFF.
inline LetterStarts chineseStarts(const char *bytes)
{
    using namespace Internal;
    const std::uint64_t leads = highBelow(bytes, '\xea') & ~highBelow(bytes, '\xe4'); // E4 to E9
    if (leads == 0)
        return {};
    const std::uint64_t followers = highBelow(bytes, '\xc0');
    const std::uint64_t tooLow = equal(bytes, '\xe4') & highBelow(bytes, '\xb8') >> 1;
    return {0, leads & followers >> 1 & followers >> 2 & ~tooLow};
}

} // namespace Core
