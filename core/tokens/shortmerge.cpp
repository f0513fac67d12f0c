#include "core/tokens/shortmerge.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace Core {

namespace {

unsigned char byteAt(std::string_view text, std::size_t place)
{
    return static_cast<unsigned char>(text[place]);
}

bool isAscii(std::string_view text)
{
    std::uint64_t all = 0;
    std::size_t at = 0;
    for (; at + sizeof all <= text.size(); at += sizeof all) {
        std::uint64_t some = 0;
        std::memcpy(&some, text.data() + at, sizeof some);
        all |= some;
    }
    for (; at < text.size(); ++at)
        all |= std::uint64_t(byteAt(text, at));
    return (all & 0x8080808080808080) == 0;
}

constexpr unsigned block = 16; // pairs that are looked at together

#if defined(__SSE2__)

using Four = __m128;

Four fourAt(const std::int32_t *values)
{
    return _mm_loadu_ps(reinterpret_cast<const float *>(values));
}

/// Positive numbers with a fraction stand in the order of their bits.
Four lesser(Four left, Four right)
{
    return _mm_min_ps(left, right);
}

std::int32_t leastOf(Four four)
{
    const Four two = lesser(four, _mm_movehl_ps(four, four));
    return _mm_cvtsi128_si32(_mm_castps_si128(lesser(two, _mm_shuffle_ps(two, two, 1))));
}

#else

using Four = std::array<std::int32_t, 4>;

Four fourAt(const std::int32_t *values)
{
    return {values[0], values[1], values[2], values[3]};
}

Four lesser(Four left, Four right)
{
    return {std::min(left[0], right[0]), std::min(left[1], right[1]), std::min(left[2], right[2]),
            std::min(left[3], right[3])};
}

std::int32_t leastOf(Four four)
{
    return *std::min_element(four.begin(), four.end());
}

#endif

Four leastFourOf16(const std::int32_t *values)
{
    return lesser(lesser(fourAt(values), fourAt(values + 4)),
                  lesser(fourAt(values + 8), fourAt(values + 12)));
}

} // namespace

inline std::int32_t ShortMerge::pairOf(TokenId both, unsigned place)
{
    return std::int32_t(both << placeBits | place) + offset;
}

inline void ShortMerge::rankPair(const Vocabulary &vocabulary, unsigned left, unsigned right)
{
    m_pairs[left] = pairOf(vocabulary.merged(m_tokens[left], m_tokens[right]), left);
}

void ShortMerge::begin(const Vocabulary &vocabulary, std::string_view text)
{
    m_count = 0;
    if (isAscii(text))
        addAscii(vocabulary, text);
    else if (!addCharacters(vocabulary, text))
        addBytes(vocabulary, text);
    close();
}

void ShortMerge::begin(const Vocabulary &vocabulary, const PieceKey &piece)
{
    constexpr std::uint64_t high = 0x8080808080808080;
    constexpr unsigned half = block / 2;
    const char *text = reinterpret_cast<const char *>(&piece);
    m_count = unsigned(piece.length());
    if (((piece.low | piece.high) & high) != 0)
        return begin(vocabulary, {text, m_count});
    // Most pieces are ASCII. The same steps for many lengths are quicker than to guess each.
    const unsigned steps = m_count < half ? half : PieceKey::longest;
    std::fill_n(m_pairs + half + 1, half - 1, noPair);
    for (unsigned i = 1; i <= steps; ++i) {
        const auto left = static_cast<unsigned char>(text[i - 1]);
        const auto right = static_cast<unsigned char>(text[i]);
        const TokenId beyond = Vocabulary::none & (0U - unsigned(i >= m_count));
        m_tokens[i] = vocabulary.ofByte(left);
        m_pairs[i] = pairOf(vocabulary.mergedAscii(left, right) | beyond, i);
    }
    bound();
}

void ShortMerge::close()
{
    const unsigned end = m_count <= block ? block : 4 * block;
    for (unsigned i = m_count; i < end; ++i)
        m_pairs[i] = noPair;
    bound();
}

void ShortMerge::bound()
{
    m_tokens[0] = Vocabulary::nothing;
    m_tokens[m_count + 1] = Vocabulary::nothing;
    m_alive = ~std::uint64_t(0) >> (capacity - m_count);
    m_pairs[0] = noPair;
}

void ShortMerge::addAscii(const Vocabulary &vocabulary, std::string_view text)
{
    m_count = unsigned(text.size());
    unsigned char right = byteAt(text, 0);
    for (unsigned i = 1; i < m_count; ++i) {
        const unsigned char left = right;
        right = byteAt(text, i);
        m_tokens[i] = vocabulary.ofByte(left);
        m_pairs[i] = pairOf(vocabulary.mergedAscii(left, right), i);
    }
    m_tokens[m_count] = vocabulary.ofByte(right);
}

void ShortMerge::addBytes(const Vocabulary &vocabulary, std::string_view text)
{
    m_count = unsigned(text.size());
    for (unsigned i = 0; i < m_count; ++i)
        m_tokens[i + 1] = vocabulary.ofByte(byteAt(text, i));
    for (unsigned i = 1; i < m_count; ++i)
        rankPair(vocabulary, i, i + 1);
}

/// Starts with whole characters, which saves most of the merges. That is possible where no token
/// joins a part of one with the next, since a token's halves rank before it.
bool ShortMerge::addCharacters(const Vocabulary &vocabulary, std::string_view text)
{
    const char *end = text.data() + text.size();
    std::uint32_t before = 0;
    for (const char *at = text.data(); at != end;) {
        const CharacterBytes character = characterBytesAt(at, end);
        const bool isLong = before >= 0x80 || character.bytes >= 0x80;
        if (character.bytes == 0
            || (isLong && before != 0 && vocabulary.maySplit(before, character.bytes)))
            return false;
        addCharacter(vocabulary, character);
        before = character.bytes;
        at += character.length;
    }
    for (unsigned i = 1; i < m_count; ++i)
        rankPair(vocabulary, i, i + 1);
    return true;
}

void ShortMerge::addCharacter(const Vocabulary &vocabulary, const CharacterBytes &character)
{
    const PieceKey key{character.bytes, std::uint64_t(character.length) << 56};
    if (const TokenId token = vocabulary.find(key); token != Vocabulary::none) {
        m_tokens[++m_count] = token;
        return;
    }
    ShortMerge parts;
    parts.addBytes(vocabulary,
                   {reinterpret_cast<const char *>(&character.bytes), character.length});
    parts.close();
    finish(vocabulary, {&parts, 1});
    for (std::uint64_t left = parts.parts(); left != 0; left &= left - 1)
        m_tokens[++m_count] = parts.m_tokens[std::countr_zero(left)];
}

inline std::int32_t ShortMerge::leastPair() const
{
    Four least = leastFourOf16(m_pairs);
    if (m_count > block) {
        const Four middle =
            lesser(leastFourOf16(m_pairs + block), leastFourOf16(m_pairs + 2 * block));
        least = lesser(lesser(least, middle), leastFourOf16(m_pairs + 3 * block));
    }
    return leastOf(least);
}

inline bool ShortMerge::step(const Vocabulary &vocabulary)
{
    const std::int32_t pair = leastPair();
    if (pair >= noPair)
        return false;
    const auto least = std::uint32_t(pair - offset);
    const unsigned left = least & ((1U << placeBits) - 1);
    const std::uint64_t behind = m_alive & (~std::uint64_t(1) << left);
    const auto right = unsigned(std::countr_zero(behind));
    const auto next = unsigned(std::countr_zero(behind & (behind - 1)));
    const std::uint64_t ahead = m_alive & ((std::uint64_t(1) << left) - 1);
    const unsigned before = unsigned(std::bit_width(ahead)) - 1;

    m_alive ^= std::uint64_t(1) << right;
    m_tokens[left] = least >> placeBits;
    m_pairs[right] = noPair;
    rankPair(vocabulary, left, next);
    rankPair(vocabulary, before, left);
    return true;
}

void ShortMerge::finish(const Vocabulary &vocabulary, std::span<ShortMerge> merges)
{
    ShortMerge *active[64];
    std::size_t left = 0;
    for (ShortMerge &merge : merges)
        active[left++] = &merge;
    while (left > 0) {
        const std::size_t before = std::exchange(left, 0);
        for (std::size_t i = 0; i < before; ++i) {
            active[left] = active[i];
            left += active[i]->step(vocabulary);
        }
    }
}

std::uint64_t ShortMerge::parts() const
{
    return m_alive & ~std::uint64_t(1) & ~(std::uint64_t(1) << (m_count + 1));
}

void ShortMerge::appendTo(std::vector<TokenId> &tokens) const
{
    std::uint64_t parts = this->parts();
    std::size_t next = tokens.size();
    tokens.resize(next + std::size_t(std::popcount(parts)));
    for (; parts != 0; parts &= parts - 1)
        tokens[next++] = m_tokens[std::countr_zero(parts)];
}

} // namespace Core
