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

constexpr unsigned block = 16; // pairs that are looked at together

/// Of a mask that has a bit.
unsigned lowestBit(std::uint64_t mask)
{
    return unsigned(__builtin_ctzll(mask));
}

unsigned highestBit(std::uint64_t mask)
{
    return 63U ^ unsigned(__builtin_clzll(mask));
}

#if defined(__SSE2__)

using Four = __m128;

Four fourAt(const std::int32_t *values)
{
    return _mm_load_ps(reinterpret_cast<const float *>(values));
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

std::size_t ShortMerge::begin(const Vocabulary &vocabulary, std::string_view text)
{
    clear();
    text = text.substr(0, longest);
    if (isAscii(text))
        return addAscii(vocabulary, text);
    std::size_t taken = addCharacters(vocabulary, text);
    if (taken == 0)
        taken = addBytes(vocabulary, text);
    start(vocabulary, ~std::uint64_t(0));
    return taken;
}

void ShortMerge::clear()
{
    m_count = 0;
    std::fill_n(m_pairs, block, noPair); // most texts have no more
}

void ShortMerge::beginWith(const Vocabulary &vocabulary, std::span<const TokenId> parts)
{
    clear();
    m_count = unsigned(parts.size());
    std::copy(parts.begin(), parts.end(), m_tokens + 1);
    start(vocabulary, ~std::uint64_t(0));
}

/// Ranks the pairs at the places of the mask; the others are already ranked.
void ShortMerge::start(const Vocabulary &vocabulary, std::uint64_t unranked)
{
    m_tokens[0] = Vocabulary::none;
    m_tokens[m_count + 1] = Vocabulary::none;
    m_left = m_count;
    m_alive = ~std::uint64_t(0) >> (capacity - m_count);
    const unsigned end = m_count <= block ? block : m_count <= 2 * block ? 2 * block : 4 * block;
    for (unsigned i = std::max(m_count, block); i < end; ++i)
        m_pairs[i] = noPair;
    m_pairs[0] = noPair;
    m_pairs[m_count] = noPair;
    unranked &= (std::uint64_t(1) << m_count) - 2; // the last has none behind it
    PairTable::Place pairs[capacity];
    unsigned count = 0;
    for (std::uint64_t rest = unranked; rest != 0; rest &= rest - 1) {
        const unsigned place = lowestBit(rest);
        pairs[count++] = vocabulary.pairs().placeOf(m_tokens[place], m_tokens[place + 1]);
    }
    count = 0;
    for (; unranked != 0; unranked &= unranked - 1) {
        const unsigned place = lowestBit(unranked);
        m_pairs[place] = PairTable::orderAt(pairs[count++]) | std::int32_t(place);
    }
}

/// Joins two bytes where nothing that they could merge with instead ranks before them. What merges
/// later ranks behind what it is made of, so it is enough to know of each byte and its neighbour
/// with which rank at the least it is joined to what ends, or begins, with that neighbour.
std::size_t ShortMerge::addAscii(const Vocabulary &vocabulary, std::string_view text)
{
    using Pair = PairTable::AsciiPair;
    const char *at = text.data();
    const char *end = at + text.size();
    const auto pairAt = [&](const char *left) {
        return vocabulary.pairs().asciiPair(static_cast<unsigned char>(left[0]),
                                            static_cast<unsigned char>(left[1]));
    };
    Pair before;
    Pair pair = end - at > 1 ? pairAt(at) : Pair();
    unsigned isJoined = 0; // to the byte before
    unsigned wasJoined = 0;
    unsigned count = 0;
    std::uint64_t unranked = 0; // what is more than a byte, and what is before it
    for (; at != end && count < capacity; ++at) {
        const Pair next = end - at > 2 ? pairAt(at + 1) : Pair();
        const TokenId both = pair.both();
        const TokenId byte = vocabulary.ofByte(static_cast<unsigned char>(*at));
        // It cannot be guessed, so it is not branched on.
        const unsigned isFirst = unsigned(both < std::min(before.both(), before.firstLongerLeft()))
            & unsigned(both < std::min(next.both(), next.firstLongerRight()));
        m_tokens[count + 1] = byte ^ ((byte ^ both) & (0U - isFirst));
        m_starts[count + 1] = std::uint8_t(at - text.data());
        m_pairs[count] = PairTable::orderOf(before.both()) | std::int32_t(count);
        unranked |= std::uint64_t(isFirst | wasJoined) << count;
        count += 1 - isJoined;
        wasJoined = isJoined;
        isJoined = isFirst;
        before = pair;
        pair = next;
    }
    const std::size_t taken = std::size_t(at - text.data()) + isJoined;
    m_count = count;
    m_starts[count + 1] = std::uint8_t(taken);
    start(vocabulary, unranked);
    return taken;
}

std::size_t ShortMerge::addBytes(const Vocabulary &vocabulary, std::string_view text)
{
    std::size_t size = std::min(text.size(), capacity);
    for (int i = 0; i < 3 && size < text.size() && (text[size] & '\xc0') == '\x80'; ++i)
        --size;
    m_count = unsigned(size);
    for (unsigned i = 0; i < m_count; ++i) {
        m_tokens[i + 1] = vocabulary.ofByte(byteAt(text, i));
        m_starts[i + 1] = std::uint8_t(i);
    }
    m_starts[m_count + 1] = std::uint8_t(size);
    return size;
}

/// Starts with whole characters, which saves most of the merges. That is possible where no token
/// joins a part of one with the next, since a token's halves rank before it. 0 if it is not.
std::size_t ShortMerge::addCharacters(const Vocabulary &vocabulary, std::string_view text)
{
    const char *end = text.data() + text.size();
    const char *at = text.data();
    std::uint32_t before = 0;
    while (at != end && m_count + 4 <= capacity) {
        const CharacterBytes character = characterBytesAt(at, end);
        const bool isLong = before >= 0x80 || character.bytes >= 0x80;
        if (character.bytes == 0
            || (isLong && before != 0 && vocabulary.borders().maySplit(before, character.bytes)))
            return 0;
        const unsigned first = m_count + 1;
        addCharacter(vocabulary, character);
        const auto place = unsigned(at - text.data());
        for (unsigned part = first, start = place; part <= m_count; ++part) {
            m_starts[part] = std::uint8_t(start);
            start += unsigned(vocabulary.length(m_tokens[part]));
        }
        before = character.bytes;
        at += character.length;
    }
    m_starts[m_count + 1] = std::uint8_t(at - text.data());
    return std::size_t(at - text.data());
}

void ShortMerge::addCharacter(const Vocabulary &vocabulary, const CharacterBytes &character)
{
    const PieceKey key{character.bytes, std::uint64_t(character.length) << 56};
    if (const TokenId token = vocabulary.find(key); token != Vocabulary::none) {
        m_tokens[++m_count] = token;
        return;
    }
    ShortMerge parts;
    parts.clear();
    parts.addBytes(vocabulary,
                   {reinterpret_cast<const char *>(&character.bytes), character.length});
    parts.start(vocabulary, ~std::uint64_t(0));
    finish(vocabulary, {&parts, 1});
    for (std::uint64_t left = parts.parts(); left != 0; left &= left - 1)
        m_tokens[++m_count] = parts.m_tokens[std::countr_zero(left)];
}

inline std::int32_t ShortMerge::leastPair() const
{
    Four least = leastFourOf16(m_pairs);
    if (m_count > block)
        least = lesser(least, leastFourOf16(m_pairs + block));
    if (m_count > 2 * block)
        least = lesser(
            least, lesser(leastFourOf16(m_pairs + 2 * block), leastFourOf16(m_pairs + 3 * block)));
    return leastOf(least);
}

inline bool ShortMerge::mergeNext(const Vocabulary &vocabulary)
{
    const std::int32_t pair = leastPair();
    if (pair >= noPair)
        return false;
    const unsigned left = unsigned(pair) & ((1U << PairTable::orderShift) - 1);
    // There is always something before and behind.
    const std::uint64_t behind = m_alive & (~std::uint64_t(1) << left);
    const unsigned right = lowestBit(behind);
    const unsigned next = lowestBit(behind & (behind - 1));
    const unsigned before = highestBit(m_alive & ((std::uint64_t(1) << left) - 1));

    m_alive ^= std::uint64_t(1) << right;
    --m_left;
    m_tokens[left] = PairTable::tokenOf(pair);
    m_pairs[right] = noPair;
    m_merged = left;
    m_before = before;
    m_withNext = vocabulary.pairs().placeOf(m_tokens[left], m_tokens[next]);
    m_withBefore = vocabulary.pairs().placeOf(m_tokens[before], m_tokens[left]);
    return true;
}

inline void ShortMerge::rankAround()
{
    m_pairs[m_merged] = PairTable::orderAt(m_withNext) | std::int32_t(m_merged);
    m_pairs[m_before] = PairTable::orderAt(m_withBefore) | std::int32_t(m_before);
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
            left += active[i]->mergeNext(vocabulary);
        }
        for (std::size_t i = 0; i < left; ++i)
            active[i]->rankAround();
    }
}

std::uint64_t ShortMerge::parts() const
{
    return m_alive & ~std::uint64_t(1) & ~(std::uint64_t(1) << (m_count + 1));
}

void ShortMerge::appendTo(std::vector<TokenId> &tokens, std::vector<std::uint8_t> &lengths) const
{
    tokens.resize(tokens.size() + m_left);
    lengths.resize(lengths.size() + m_left);
    TokenId *token = tokens.data() + tokens.size() - m_left;
    std::uint8_t *length = lengths.data() + lengths.size() - m_left;
    for (std::uint64_t parts = this->parts(); parts != 0;) {
        const unsigned part = lowestBit(parts);
        parts &= parts - 1;
        const unsigned behind = parts != 0 ? lowestBit(parts) : m_count + 1;
        *token++ = m_tokens[part];
        *length++ = std::uint8_t(m_starts[behind] - m_starts[part]);
    }
}

TokenId *ShortMerge::write(TokenId *tokens) const
{
    for (std::uint64_t parts = this->parts(); parts != 0; parts &= parts - 1)
        *tokens++ = m_tokens[lowestBit(parts)];
    return tokens;
}

void ShortMerge::writeFirst(TokenId *tokens) const
{
    std::uint64_t parts = this->parts();
    for (int i = 0; i < 4 && parts != 0; ++i, parts &= parts - 1)
        tokens[i] = m_tokens[std::countr_zero(parts)];
}

} // namespace Core
