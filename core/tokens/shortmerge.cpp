#include "core/tokens/shortmerge.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace Core {

namespace {

unsigned char byteAt(std::string_view text, std::size_t place)
{
    return static_cast<unsigned char>(text[place]);
}

bool isAscii(std::string_view text)
{
    unsigned char all = 0;
    for (const char byte : text)
        all |= static_cast<unsigned char>(byte);
    return all < 0x80;
}

constexpr unsigned block = 16; // pairs that are looked at together

using Four = std::int32_t __attribute__((vector_size(16)));

Four fourAt(const std::int32_t *values)
{
    Four four;
    std::memcpy(&four, values, sizeof four);
    return four;
}

Four lesser(Four left, Four right)
{
    return left < right ? left : right;
}

std::int32_t leastOf16(const std::int32_t *values)
{
    const Four four = lesser(lesser(fourAt(values), fourAt(values + 4)),
                             lesser(fourAt(values + 8), fourAt(values + 12)));
    return std::min(std::min(four[0], four[1]), std::min(four[2], four[3]));
}

} // namespace

void ShortMerge::begin(const Vocabulary &vocabulary, std::string_view text)
{
    m_count = 0;
    if (isAscii(text) || !addCharacters(vocabulary, text))
        addBytes(vocabulary, text);
    close();
}

void ShortMerge::begin(const Vocabulary &vocabulary, const PieceKey &piece)
{
    constexpr std::uint64_t high = 0x8080808080808080;
    const char *text = reinterpret_cast<const char *>(&piece);
    m_count = unsigned(piece.length());
    if (((piece.low | piece.high) & high) != 0)
        return begin(vocabulary, {text, m_count});
    // Most pieces are ASCII. The same steps for all lengths are quicker than to guess each.
    for (unsigned i = 1; i <= PieceKey::longest; ++i) {
        const auto left = static_cast<unsigned char>(text[i - 1]);
        const auto right = static_cast<unsigned char>(text[i]);
        const TokenId beyond = Vocabulary::none & (0U - unsigned(i >= m_count));
        m_tokens[i] = vocabulary.ofByte(left);
        m_pairs[i] = pairOf(vocabulary.mergedAscii(left, right) | beyond, i);
    }
    bound();
}

std::int32_t ShortMerge::pairOf(TokenId both, unsigned place)
{
    return std::int32_t(both << placeBits | place);
}

void ShortMerge::close()
{
    for (unsigned i = m_count; i % block != 0; ++i)
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

void ShortMerge::addBytes(const Vocabulary &vocabulary, std::string_view text)
{
    m_count = unsigned(text.size());
    for (unsigned i = 0; i < m_count; ++i)
        m_tokens[i + 1] = vocabulary.ofByte(byteAt(text, i));
    for (unsigned i = 1; i < m_count; ++i) {
        const unsigned char left = byteAt(text, i - 1);
        const unsigned char right = byteAt(text, i);
        if (left < 0x80 && right < 0x80)
            m_pairs[i] = pairOf(vocabulary.mergedAscii(left, right), i);
        else
            rankPair(vocabulary, i, i + 1);
    }
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
    for (unsigned i = 1; i <= parts.m_count; ++i) {
        if (parts.isAlive(i))
            m_tokens[++m_count] = parts.m_tokens[i];
    }
}

void ShortMerge::rankPair(const Vocabulary &vocabulary, unsigned left, unsigned right)
{
    m_pairs[left] = pairOf(vocabulary.merged(m_tokens[left], m_tokens[right]), left);
}

std::int32_t ShortMerge::leastPair() const
{
    std::int32_t least = leastOf16(m_pairs);
    for (unsigned start = block; start < m_count; start += block)
        least = std::min(least, leastOf16(m_pairs + start));
    return least;
}

bool ShortMerge::step(const Vocabulary &vocabulary)
{
    const auto least = std::uint32_t(leastPair());
    if (least >= std::uint32_t(noPair))
        return false;
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

void ShortMerge::appendTo(std::vector<TokenId> &tokens) const
{
    for (unsigned i = 1; i <= m_count; ++i) {
        if (isAlive(i))
            tokens.push_back(m_tokens[i]);
    }
}

} // namespace Core
