#include "core/tokens/vocabulary.h"

#include "core/tokens/vocabularydata.h"

#include <algorithm>

namespace Core {

static_assert(std::endian::native == std::endian::little, "the tables are little-endian");

namespace {

__extension__ using Wide = unsigned __int128;

// As in make_vocabularies.py.
constexpr std::uint32_t magic = 0x4b544b53;
constexpr std::uint32_t version = 1;
constexpr int idBits = 18;
constexpr std::uint64_t firstKey = 0x9e3779b97f4a7c15;
constexpr std::uint64_t secondKey = 0xc2b2ae3d27d4eb4f;
constexpr std::uint64_t pairKey = 0xd6e8feb86659fd93;
constexpr std::uint64_t pilotKey = 0xa0761d6478bd642f;

/// Up to eight bytes as a number, the first byte lowest.
std::uint64_t wordAt(std::string_view bytes, std::size_t at)
{
    std::uint64_t word = 0;
    if (at < bytes.size())
        std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
    return word;
}

} // namespace

const Vocabulary &Vocabulary::of(Encoding encoding)
{
    static const Vocabulary cl100k(skeinCl100kTable);
    static const Vocabulary o200k(skeinO200kTable);
    return encoding == Encoding::Cl100k ? cl100k : o200k;
}

Vocabulary::Vocabulary(const unsigned char *table)
{
    const auto field = [table](int index) {
        std::uint32_t value = 0;
        std::memcpy(&value, table + 4 * index, 4);
        return value;
    };
    Q_ASSERT(field(0) == magic && field(1) == version);
    m_size = field(2);
    m_slotBits = field(3);
    const auto words = [&](int index) {
        return reinterpret_cast<const std::uint32_t *>(table + field(index));
    };
    const auto halfWords = [&](int index) {
        return reinterpret_cast<const std::uint16_t *>(table + field(index));
    };
    m_bytes = words(4);
    m_offsets = words(5);
    m_halves = words(6);
    m_pieceSlots = words(7);
    m_piecePilots = halfWords(8);
    m_pairSlots = words(9);
    m_pairPilots = halfWords(10);
    m_longest = table + field(11);
    m_text = reinterpret_cast<const char *>(table + field(12));
}

std::uint64_t Vocabulary::foldedProduct(std::uint64_t a, std::uint64_t b)
{
    const Wide product = Wide(a) * b;
    return std::uint64_t(product) ^ std::uint64_t(product >> 64);
}

std::uint64_t Vocabulary::hashOf(std::string_view bytes)
{
    const std::uint64_t length = std::uint64_t(bytes.size()) << 56;
    std::uint64_t hash =
        foldedProduct(wordAt(bytes, 0) ^ firstKey, wordAt(bytes, 8) ^ length ^ secondKey);
    for (std::size_t at = 16; at < bytes.size(); at += 8)
        hash = foldedProduct(hash ^ wordAt(bytes, at), secondKey);
    return hash;
}

/// The one token that can have this hash; its fingerprint fits, but the caller has to compare.
TokenId Vocabulary::slotOf(std::uint64_t hash, const std::uint32_t *places,
                           const std::uint16_t *pilots) const
{
    const std::uint64_t pilot = pilots[hash >> (64 - (m_slotBits - 3))];
    const std::uint32_t slot = places[((hash ^ pilot * pilotKey) * pilotKey) >> (64 - m_slotBits)];
    constexpr std::uint32_t idMask = (1U << idBits) - 1;
    const bool fits = slot >> idBits == (std::uint32_t(hash) & (~0U >> idBits));
    const TokenId token = slot & idMask;
    return fits && token < m_size ? token : none;
}

TokenId Vocabulary::merged(TokenId left, TokenId right) const
{
    const std::uint64_t pair = std::uint64_t(left) << 32 | right;
    const TokenId token =
        slotOf(foldedProduct(pair ^ firstKey, pairKey), m_pairSlots, m_pairPilots);
    if (token == none || leftHalf(token) != left || rightHalf(token) != right)
        return none;
    return token;
}

TokenId Vocabulary::find(std::string_view text) const
{
    if (text.size() > longestToken)
        return none;
    const TokenId token = slotOf(hashOf(text), m_pieceSlots, m_piecePilots);
    return token != none && bytes(token) == text ? token : none;
}

TokenId Vocabulary::longestPrefix(std::string_view text, std::size_t below) const
{
    if (text.size() > 1 && below > 2) {
        const unsigned start = static_cast<unsigned char>(text[0])
            | unsigned(static_cast<unsigned char>(text[1])) << 8;
        std::size_t length = std::min({std::size_t(m_longest[start]), text.size(), below - 1});
        for (; length > 1; --length) {
            if (const TokenId token = find(text.substr(0, length)); token != none)
                return token;
        }
    }
    return ofByte(static_cast<unsigned char>(text[0]));
}

} // namespace Core
