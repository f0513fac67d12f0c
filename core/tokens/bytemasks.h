#pragma once

#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace Core {

/// Which of 64 bytes are what: bit i of each mask tells of byte i. Symbols are in no mask.
struct ByteMasks
{
    std::uint64_t lower = 0;
    std::uint64_t upper = 0;
    std::uint64_t digit = 0;
    std::uint64_t space = 0; ///< U+0020 only
    std::uint64_t newline = 0; ///< CR and LF
    std::uint64_t control = 0; ///< HT, LF, VT, FF and CR
    std::uint64_t apostrophe = 0;
    std::uint64_t slash = 0;
    std::uint64_t high = 0; ///< not ASCII
};

#if defined(__SSE2__)

/// The masks of 64 readable bytes.
inline ByteMasks byteMasksOf(const char *bytes)
{
    std::uint64_t letters = 0;
    std::uint64_t smallBit = 0; // 0x20, which tells small letters from capitals
    ByteMasks masks;
    for (int part = 48; part >= 0; part -= 16) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes + part));
        const auto is = [block](char byte) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(byte)); };
        const auto within = [](__m128i each, char first, char last) {
            return _mm_and_si128(_mm_cmpgt_epi8(each, _mm_set1_epi8(char(first - 1))),
                                 _mm_cmplt_epi8(each, _mm_set1_epi8(char(last + 1))));
        };
        const auto add = [](std::uint64_t &mask, __m128i each) {
            mask = mask << 16 | std::uint32_t(_mm_movemask_epi8(each));
        };
        add(letters, within(_mm_or_si128(block, _mm_set1_epi8(0x20)), 'a', 'z'));
        add(smallBit, _mm_slli_epi16(block, 2));
        add(masks.digit, within(block, '0', '9'));
        add(masks.control, within(block, '\t', '\r'));
        add(masks.newline, _mm_or_si128(is('\n'), is('\r')));
        add(masks.space, is(' '));
        add(masks.apostrophe, is('\''));
        add(masks.slash, is('/'));
        add(masks.high, block);
    }
    masks.upper = letters & ~smallBit;
    masks.lower = letters & smallBit;
    return masks;
}

#else

inline ByteMasks byteMasksOf(const char *bytes)
{
    ByteMasks masks;
    for (int i = 0; i < 64; ++i) {
        const char byte = bytes[i];
        const auto note = [i](std::uint64_t &mask, bool isSo) { mask |= std::uint64_t(isSo) << i; };
        note(masks.lower, byte >= 'a' && byte <= 'z');
        note(masks.upper, byte >= 'A' && byte <= 'Z');
        note(masks.digit, byte >= '0' && byte <= '9');
        note(masks.control, byte >= '\t' && byte <= '\r');
        note(masks.space, byte == ' ');
        note(masks.newline, byte == '\n' || byte == '\r');
        note(masks.apostrophe, byte == '\'');
        note(masks.slash, byte == '/');
        note(masks.high, (static_cast<unsigned char>(byte) & 0x80) != 0);
    }
    return masks;
}

#endif

} // namespace Core
