#include "core/tokens/vocabulary.h"

#include "core/tokens/character.h"
#include "core/tokens/vocabularydata.h"

#include <algorithm>

namespace Core {

static_assert(std::endian::native == std::endian::little, "the tables are little-endian");

namespace {

// As in make_vocabularies.py.
constexpr int longBits = 13;
constexpr std::size_t longHead = 16; // bytes that long tokens are grouped by
constexpr int joinedBits = 19;
constexpr int splitBits = 16;
constexpr std::uint64_t borderKey = 0xe7037ed1a0b428db;

bool bitAt(const std::uint8_t *table, std::uint64_t place)
{
    return (table[place >> 3] >> (place & 7) & 1) != 0;
}

bool hasBorder(const std::uint8_t *table, int bits, std::uint32_t left, std::uint32_t right)
{
    const std::uint64_t border = (std::uint64_t(left) << 32 | right) * borderKey;
    return bitAt(table, border >> (64 - bits));
}

constexpr std::ptrdiff_t longText = 256; // bytes

/// Whether eight characters follow, all of them ASCII.
bool isAscii8(const char *at, const char *end)
{
    std::uint64_t bytes = ~std::uint64_t(0);
    if (end - at >= 8)
        std::memcpy(&bytes, at, 8);
    return (bytes & 0x8080808080808080) == 0;
}

std::uint32_t lastByte(std::uint32_t character)
{
    const int bytes = (std::bit_width(character) + 7) / 8;
    return bytes > 1 ? character >> (8 * (bytes - 1)) : character;
}

} // namespace

const Vocabulary &Vocabulary::of(Encoding encoding)
{
    static const Vocabulary cl100k(vocabularyTable(Encoding::Cl100k).data());
    static const Vocabulary o200k(vocabularyTable(Encoding::O200k).data());
    return encoding == Encoding::Cl100k ? cl100k : o200k;
}

Vocabulary::Vocabulary(const unsigned char *table)
{
    std::size_t next = VocabularyHead::size;
    const auto number = [&] {
        std::uint32_t value = 0;
        std::memcpy(&value, table + next, sizeof value);
        next += sizeof value;
        return value;
    };
    const auto point = [&]<typename Entry>(const Entry *&section) {
        section = reinterpret_cast<const Entry *>(table + number());
    };
    for (std::uint32_t *field : {&m_size, &m_pilotBits, &m_pieceCount, &m_pairCount})
        *field = number();
    point(m_bytes);
    point(m_keys);
    point(m_pieces);
    point(m_piecePilots);
    point(m_pairs);
    point(m_pairPilots);
    point(m_pairSieve);
    point(m_asciiPairs);
    point(m_joinedBorders);
    point(m_splitBorders);
    point(m_longTokens);
    point(m_longHeads);
    point(m_longTexts);
}

std::string_view Vocabulary::bytes(TokenId token) const
{
    const PieceKey &key = m_keys[token];
    if (key.length() <= PieceKey::longest)
        return {reinterpret_cast<const char *>(&key), key.length()};
    return {m_longTexts + key.low, key.length()};
}

TokenId Vocabulary::findLong(std::string_view text) const
{
    // The long tokens are grouped by their first 16 bytes. A group ends with the last of its
    // tokens, which is marked.
    constexpr TokenId isLast = 1U << 31;
    PieceKey head;
    std::memcpy(&head, text.data(), longHead);
    for (std::uint32_t place = std::uint32_t(head.hash() >> (64 - longBits));;
         place = (place + 1) % (1U << longBits)) {
        std::uint32_t position = m_longHeads[place];
        if (position == 0xffff)
            return none;
        if (!text.starts_with(bytes(m_longTokens[position] & ~isLast).substr(0, longHead)))
            continue;
        for (;; ++position) {
            const TokenId token = m_longTokens[position] & ~isLast;
            if (m_keys[token].length() == text.size() && bytes(token) == text)
                return token;
            if ((m_longTokens[position] & isLast) != 0)
                return none;
        }
    }
}

bool Vocabulary::mayJoin(std::uint32_t left, std::uint32_t right) const
{
    if (left < 0x80 && right >= 0x80)
        return true;
    return hasBorder(m_joinedBorders, joinedBits, left, right)
        || (left >= 0x80 && maySplit(left, right));
}

const char *Vocabulary::joinedEnd(const char *at, const char *end) const
{
    const bool isLong = end - at > longText;
    CharacterBytes left = characterBytesAt(at, end);
    for (at += left.length; at < end;) {
        const bool passes = isLong && left.bytes < 0x80;
        if (passes && isAscii8(at, end)) {
            at += 8;
            left = {static_cast<unsigned char>(at[-1]), 1};
            continue;
        }
        const CharacterBytes right = characterBytesAt(at, end);
        const bool isKept = left.bytes == 0 || right.bytes == 0 || (passes && right.bytes < 0x80);
        if (!isKept && !mayJoin(left.bytes, right.bytes))
            return at;
        at += right.length;
        left = right;
    }
    return end;
}

Vocabulary::CharacterRun Vocabulary::characterRun(const char *at, const char *end) const
{
    CharacterRun run;
    CharacterBytes left = characterBytesAt(at, end);
    while (left.length == 3 && run.count < CharacterRun::longest) {
        at += left.length;
        const CharacterBytes right = at != end ? characterBytesAt(at, end) : CharacterBytes();
        const bool isEnd = at == end || (right.bytes != 0 && !mayJoin(left.bytes, right.bytes));
        run.ends |= std::uint32_t(isEnd) << run.count;
        ++run.count;
        left = right;
    }
    return run;
}

bool Vocabulary::maySplit(std::uint32_t left, std::uint32_t right) const
{
    const std::uint32_t firstByte = right & 0xff;
    const bool hasLeft = hasBorder(m_splitBorders, splitBits, left, firstByte);
    const bool hasRight = hasBorder(m_splitBorders, splitBits, lastByte(left), right);
    const bool hasNone = hasBorder(m_splitBorders, splitBits, lastByte(left), firstByte);
    return hasLeft | hasRight | hasNone; // each is hardly ever so
}

} // namespace Core
