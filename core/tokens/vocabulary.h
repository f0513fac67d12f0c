#pragma once

#include "core/chat/message.h"
#include "core/tokens/borders.h"
#include "core/tokens/pairtable.h"
#include "core/tokens/piecekey.h"
#include "core/tokens/seams.h"

#include <span>
#include <string_view>

namespace Core {

/// A byte-pair vocabulary. Its tables are linked into the program as they are, made by
/// resources/vocabularies/make_vocabularies.py: nothing is parsed or built at start, and
/// any number of threads may read them. A token's number is also the rank of its merge.
class Vocabulary
{
public:
    static constexpr TokenId none = PairTable::none;

    /// Of Unknown it is o200k_base, which unknown models are estimated with.
    static const Vocabulary &of(Encoding encoding);

    /// The table is one that checkVocabulary() finds nothing wrong with.
    explicit Vocabulary(const unsigned char *table);

    TokenId size() const { return m_size; }
    TokenId ofByte(unsigned char byte) const { return m_bytes[byte]; }
    std::string_view bytes(TokenId token) const;
    std::size_t length(TokenId token) const { return m_keys[token].length(); }

    /// The token with exactly these bytes; the second for more than PieceKey::longest of them.
    TokenId find(const PieceKey &key) const;
    TokenId findLong(std::string_view text) const;

    const PairTable &pairs() const { return m_pairs; }
    const Borders &borders() const { return m_borders; }
    const Seams &seams() const { return m_seams; }

private:
    __extension__ using WideProduct = unsigned __int128;

    // As in make_vocabularies.py.
    static constexpr int fingerprint = 24;
    static constexpr std::uint64_t pilotKey = 0xa0761d6478bd642f;
    static constexpr int idBits = PairTable::idBits;

    static std::size_t slotOf(std::uint64_t hash, std::uint64_t pilot, std::uint32_t count)
    {
        return std::size_t(WideProduct((hash ^ pilot * pilotKey) * pilotKey) * count >> 64);
    }

    TokenId m_size = 0;
    std::uint32_t m_pilotBits = 0;
    std::uint32_t m_pieceCount = 0;
    const std::uint32_t *m_bytes = nullptr;
    const PieceKey *m_keys = nullptr; // of a long token: its place in m_longTexts, and its length
    const std::uint32_t *m_pieces = nullptr;
    const std::uint16_t *m_piecePilots = nullptr;
    PairTable m_pairs;
    Borders m_borders;
    Seams m_seams;
    const std::uint32_t *m_longTokens = nullptr;
    const std::uint16_t *m_longHeads = nullptr;
    const char *m_longTexts = nullptr;
};

// No branch depends on what is found, as in PairTable.

inline TokenId Vocabulary::find(const PieceKey &key) const
{
    const std::uint64_t hash = key.hash();
    const std::uint16_t pilot = m_piecePilots[hash >> (64 - m_pilotBits)];
    const std::uint32_t slot = m_pieces[slotOf(hash, pilot, m_pieceCount)];
    const bool fits = slot >> idBits == (std::uint32_t(hash >> fingerprint) & (~0U >> idBits));
    const TokenId token = slot & ((1U << idBits) - 1);
    return fits && token < m_size && m_keys[token].difference(key) == 0 ? token : none;
}

} // namespace Core
