#include "core/tokens/asciicut.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace Core {

namespace {

constexpr std::size_t window = 64; // bytes

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

/// What can merge with what in a window. Bit i tells of a byte and the next one.
class Merges
{
public:
    Merges(const PairTable &pairs, const Bytes &bytes);

    std::uint64_t possible() const { return maskOf(m_flags, Possible); }
    /// Those that surely happen, and before anything else happens to the two bytes. They do where
    /// they rank before all that can happen on either side. What merges later ranks behind what it
    /// is made of, so it is enough to know which merge is the first that joins a byte and
    /// what ends, or begins, with its neighbour; and where there is none with more than the
    /// neighbour, that with the neighbour.
    std::uint64_t sure(std::uint64_t oneWithLonger, std::uint64_t longerWithOne) const;
    const std::int32_t *tokens() const { return m_both + 1; }

private:
    enum Flag { Possible, IsBeforeLeft, IsBeforeLongerLeft, IsBeforeRight, IsBeforeLongerRight };

    alignas(16) std::int32_t m_both[window + 4]; // from the byte before the window on
    alignas(16) std::uint8_t m_flags[window];
};

Merges::Merges(const PairTable &pairs, const Bytes &bytes)
{
    std::uint64_t packed[window + 4]; // the pair that begins with the byte before, and so on
    packed[0] = ~std::uint64_t(0);
#pragma GCC unroll 4
    for (unsigned i = 1; i < window + 4; ++i)
        packed[i] = pairs.asciiPair(bytes.around[i], bytes.around[i + 1]).packed;
    // These loops are simple enough for the compiler to do several steps at once.
    constexpr std::uint64_t id = PairTable::none;
    for (unsigned i = 0; i < window + 4; ++i)
        m_both[i] = std::int32_t(packed[i] & id);
    alignas(16) std::int32_t left[window];
    alignas(16) std::int32_t right[window];
    for (unsigned i = 0; i < window; ++i)
        left[i] = std::int32_t(packed[i] >> PairTable::idBits & id);
    for (unsigned i = 0; i < window; ++i)
        right[i] = std::int32_t(packed[i + 2] >> (2 * PairTable::idBits) & id);
    for (unsigned i = 0; i < window; ++i) {
        const std::int32_t both = m_both[i + 1];
        m_flags[i] = std::uint8_t(
            (both < std::int32_t(id)) << Possible | (both < m_both[i]) << IsBeforeLeft
            | (both < left[i]) << IsBeforeLongerLeft | (both < m_both[i + 2]) << IsBeforeRight
            | (both < right[i]) << IsBeforeLongerRight);
    }
}

std::uint64_t Merges::sure(std::uint64_t oneWithLonger, std::uint64_t longerWithOne) const
{
    // Nothing is known of what follows the last byte of the window.
    const std::uint64_t isNeverRight = ~(oneWithLonger >> 1 | std::uint64_t(1) << (window - 1));
    const std::uint64_t isBeforeLonger =
        (maskOf(m_flags, IsBeforeLongerLeft) | ~(longerWithOne << 2))
        & (maskOf(m_flags, IsBeforeLongerRight) | isNeverRight);
    const std::uint64_t candidates = maskOf(m_flags, Possible) & isBeforeLonger;
    const std::uint64_t isBeforeLeft = maskOf(m_flags, IsBeforeLeft);
    const std::uint64_t isBeforeRight = maskOf(m_flags, IsBeforeRight);
    std::uint64_t sure = candidates & isBeforeLeft & isBeforeRight;
    // A byte that is merged with what is on its other side is left over to longer ones.
    for (int round = 0; round < 2; ++round)
        sure |= candidates & (isBeforeLeft | sure << 2) & (isBeforeRight | sure >> 2) & ~(sure << 1)
            & ~(sure >> 1);
    return sure;
}

} // namespace

AsciiCut::AsciiCut(const Vocabulary &vocabulary, std::string_view text)
    : m_vocabulary(vocabulary)
    , m_size(unsigned(std::min(text.size(), longest)))
{
    const Bytes bytes(text);
    const Merges merges(vocabulary.pairs(), bytes);
    const Seams seams = vocabulary.seams();
    alignas(16) std::uint8_t flags[window];
#pragma GCC unroll 4
    for (unsigned i = 0; i < window; ++i)
        flags[i] = seams.ofThree(bytes.fourAt(i + 1));
    const std::uint64_t oneWithLonger = maskOf(flags, 0);
    const std::uint64_t longerWithOne = maskOf(flags, 1);

    const std::uint64_t all = (std::uint64_t(1) << m_size) - 1;
    m_joined = merges.sure(oneWithLonger, longerWithOne);
    if (m_size == text.size())
        m_joined &= all >> 1;
    m_starts = all & ~(m_joined << 1);
    const std::uint64_t isAfterOne = m_starts << 1;
    const std::uint64_t isOne = ~m_joined;
    const std::uint64_t borders = m_starts & ~std::uint64_t(1);
    m_joints = borders
        & ((isAfterOne & isOne & merges.possible() << 1) | (isAfterOne & oneWithLonger << 1)
           | (isOne & longerWithOne << 2));
    for (std::uint64_t rest = borders & ~m_joints; rest != 0; rest &= rest - 1) {
        const int place = std::countr_zero(rest);
        m_joints |= std::uint64_t(seams.ofFour(bytes.fourAt(unsigned(place) - 1)) & 1) << place;
    }
    std::memcpy(m_both, merges.tokens(), sizeof m_both);
    std::memcpy(m_text, bytes.around + 1, sizeof m_text);
}

} // namespace Core
