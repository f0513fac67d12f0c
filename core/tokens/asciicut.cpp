#include "core/tokens/asciicut.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace Core {

namespace {

constexpr std::size_t window = 64; // bytes
constexpr std::size_t pairCount = window + 4; // with the one before, and those behind, by fours

/// Bit i of the result is bit `place` of byte i.
std::uint64_t maskOf(const std::uint8_t (&flags)[window], int place)
{
    std::uint64_t mask = 0;
#if defined(__SSE2__)
    for (int part = 48; part >= 0; part -= 16) {
        const __m128i block = _mm_load_si128(reinterpret_cast<const __m128i *>(flags + part));
        mask = mask << 16 | std::uint32_t(_mm_movemask_epi8(_mm_slli_epi16(block, 7 - place)));
    }
#else
    for (int i = 63; i >= 0; --i)
        mask = mask << 1 | (flags[i] >> place & 1U);
#endif
    return mask;
}

/// The bytes of a window with one before and some behind, which are zero where there is no text.
struct Bytes
{
    explicit Bytes(std::string_view text)
    {
        if (text.size() >= sizeof around - 1) [[likely]]
            std::memcpy(around + 1, text.data(), sizeof around - 1);
        else
            std::memcpy(around + 1, text.data(), text.size());
    }
    std::uint32_t fourAt(unsigned place) const ///< counted from the one before
    {
        std::uint32_t four = 0;
        std::memcpy(&four, around + place, sizeof four);
        return four;
    }

    unsigned char around[window + 8] = {};
};

/// Bit i tells whether the left number i is less than the right one.
std::uint64_t lessMask(const std::int32_t *left, const std::int32_t *right)
{
    std::uint64_t mask = 0;
#if defined(__SSE2__)
    const auto four = [](const std::int32_t *at) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
    };
    for (int part = 48; part >= 0; part -= 16) {
        const auto less = [&](int i) {
            return _mm_cmplt_epi32(four(left + part + i), four(right + part + i));
        };
        const __m128i all =
            _mm_packs_epi16(_mm_packs_epi32(less(0), less(4)), _mm_packs_epi32(less(8), less(12)));
        mask = mask << 16 | std::uint32_t(_mm_movemask_epi8(all));
    }
#else
    for (int i = 63; i >= 0; --i)
        mask = mask << 1 | std::uint64_t(left[i] < right[i]);
#endif
    return mask;
}

/// The merges of each byte of a window and the next one, by rank. Bit i tells of byte i.
class Merges
{
public:
    Merges(const PairTable &pairs, const Bytes &bytes, std::uint64_t borders);

    const std::int32_t *tokens() const { return m_both + 1; }
    std::uint64_t possible() const { return m_possible; }
    /// Those that surely happen, and before anything else happens to the two bytes. They do where
    /// they rank before all that can happen on either side. What merges later ranks behind what it
    /// is made of, so it is enough to know which merge is the first that joins a byte and
    /// what ends, or begins, with its neighbour, and whether there is one with more than the
    /// neighbour.
    std::uint64_t sure(std::uint64_t oneWithLonger, std::uint64_t longerWithOne) const;

private:
    std::uint64_t m_possible = 0;
    std::int32_t m_both[pairCount]; // from the byte before the window on
    std::int32_t m_longerLeft[window]; // the first of more than the byte before and this byte
    std::int32_t m_longerRight[window]; // the first of the next byte and more than the one behind
};

Merges::Merges(const PairTable &pairs, const Bytes &bytes, std::uint64_t borders)
{
    std::uint64_t packed[pairCount]; // the pair that begins with the byte before, and so on
    packed[0] = ~std::uint64_t(0);
#pragma GCC unroll 4
    for (unsigned i = 1; i < pairCount; ++i)
        packed[i] = pairs.asciiPair(bytes.around[i], bytes.around[i + 1]).packed;
    for (; borders != 0; borders &= borders - 1)
        packed[std::countr_zero(borders)] = ~std::uint64_t(0);
    // These loops are simple enough for the compiler to do several steps at once.
    constexpr std::uint64_t id = PairTable::none;
    for (unsigned i = 0; i < pairCount; ++i)
        m_both[i] = std::int32_t(packed[i] & id);
    for (unsigned i = 0; i < window; ++i)
        m_longerLeft[i] = std::int32_t(packed[i] >> PairTable::idBits & id);
    for (unsigned i = 0; i < window; ++i)
        m_longerRight[i] = std::int32_t(packed[i + 2] >> (2 * PairTable::idBits) & id);
    static constexpr auto none = [] {
        std::array<std::int32_t, window> each;
        each.fill(PairTable::none);
        return each;
    }();
    m_possible = lessMask(tokens(), none.data());
}

std::uint64_t Merges::sure(std::uint64_t oneWithLonger, std::uint64_t longerWithOne) const
{
    // Nothing is known of what follows the last byte of the window.
    const std::uint64_t isNeverRight = ~(oneWithLonger >> 1 | std::uint64_t(1) << (window - 1));
    const std::uint64_t candidates = m_possible
        & (lessMask(tokens(), m_longerLeft) | ~(longerWithOne << 2))
        & (lessMask(tokens(), m_longerRight) | isNeverRight);
    const std::uint64_t isBeforeLeft = lessMask(tokens(), tokens() - 1);
    const std::uint64_t isBeforeRight = lessMask(tokens(), tokens() + 1);
    std::uint64_t sure = candidates & isBeforeLeft & isBeforeRight;
    // A byte that is merged with what is on its other side is left over to longer ones.
    for (int round = 0; round < 2; ++round)
        sure |= candidates & (isBeforeLeft | sure << 2) & (isBeforeRight | sure >> 2) & ~(sure << 1)
            & ~(sure >> 1);
    return sure;
}

/// What may merge over the borders of parts. Bit i tells of the border before byte i.
struct Crossings
{
    std::uint64_t oneWithOne = 0;
    std::uint64_t oneWithLonger = 0;
    std::uint64_t longerWithOne = 0;
    std::uint64_t longerWithLonger = 0;
};

/// The borders that can be crossed; `open` is the one behind the parts if it is not known.
std::uint64_t jointsOf(std::uint64_t starts, std::uint64_t joined, const Crossings &crossings,
                       std::uint64_t open)
{
    const std::uint64_t borders = starts & ~std::uint64_t(1);
    const std::uint64_t isOneLeft = starts << 1;
    const std::uint64_t isOneRight = ~joined;
    std::uint64_t joints = borders;
    // A part of one byte becomes longer only over the border on its other side.
    for (int round = 0; round < 2; ++round) {
        joints |= open;
        const std::uint64_t longerLeft = ~isOneLeft | joints << 1;
        const std::uint64_t longerRight = ~isOneRight | joints >> 1;
        joints = borders
            & ((crossings.oneWithOne & isOneLeft & isOneRight)
               | (crossings.oneWithLonger & isOneLeft & longerRight)
               | (crossings.longerWithOne & longerLeft & isOneRight)
               | (crossings.longerWithLonger & longerLeft & longerRight));
    }
    return joints;
}

} // namespace

AsciiCut::AsciiCut(const Vocabulary &vocabulary, std::string_view text, std::uint64_t borders)
    : m_vocabulary(vocabulary)
    , m_size(unsigned(std::min(text.size(), longest)))
{
    const Bytes bytes(text);
    // The zeros behind the last byte of a text are none of it.
    borders |= m_size == text.size() ? std::uint64_t(1) << m_size : 0;
    const Merges merges(vocabulary.pairs(), bytes, borders);
    const Seams seams = vocabulary.seams();
    alignas(16) std::uint8_t flags[window];
#pragma GCC unroll 4
    for (unsigned i = 0; i < window; ++i)
        flags[i] = seams.ofThree(bytes.fourAt(i + 1));
    const std::uint64_t oneWithLonger = maskOf(flags, 0);
    const std::uint64_t longerWithOne = maskOf(flags, 1);

    const std::uint64_t end = std::uint64_t(1) << m_size;
    m_joined = merges.sure(oneWithLonger, longerWithOne);
    m_starts = (end - 1) & ~(m_joined << 1);
    Crossings crossings{merges.possible() << 1, oneWithLonger << 1, longerWithOne << 2};
    const std::uint64_t isOneLeft = m_starts << 1;
    const std::uint64_t isKnown = (isOneLeft & ~m_joined & crossings.oneWithOne)
        | (isOneLeft & m_joined & crossings.oneWithLonger)
        | (~isOneLeft & ~m_joined & crossings.longerWithOne);
    for (std::uint64_t rest = m_starts & ~isKnown & ~std::uint64_t(1); rest != 0;
         rest &= rest - 1) {
        const int place = std::countr_zero(rest);
        const unsigned isCrossed = seams.ofFour(bytes.fourAt(unsigned(place) - 1)) & 1;
        crossings.longerWithLonger |= std::uint64_t(isCrossed) << place;
    }
    m_joints = jointsOf(m_starts, m_joined, crossings, m_size < text.size() ? end : 0) & ~borders;
    std::copy_n(merges.tokens(), window, m_both);
    std::memcpy(m_text, bytes.around + 1, sizeof m_text);
}

} // namespace Core
