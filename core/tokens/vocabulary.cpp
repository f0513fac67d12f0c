#include "core/tokens/vocabulary.h"

#include "core/tokens/vocabularydata.h"

#include <bit>
#include <cstring>

namespace Core {

static_assert(std::endian::native == std::endian::little, "the tables are little-endian");

namespace {

// As in make_vocabularies.py.
constexpr int longBits = 13;
constexpr std::size_t longHead = 16; // bytes that long tokens are grouped by
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
    for (std::uint32_t *field : {&m_size, &m_pilotBits, &m_pieceCount, &m_pairs.m_count,
                                 &m_borders.m_joinedBits})
        *field = number();
    point(m_bytes);
    point(m_keys);
    point(m_pieces);
    point(m_piecePilots);
    point(m_pairs.m_slots);
    point(m_pairs.m_pilots);
    point(m_pairs.m_sieve);
    point(m_pairs.m_ascii);
    point(m_borders.m_joined);
    point(m_borders.m_split);
    point(m_seams.m_threes);
    point(m_seams.m_fours);
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

} // namespace Core
