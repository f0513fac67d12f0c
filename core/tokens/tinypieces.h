#pragma once

#include "core/tokens/piececache.h"

namespace Core {

/// Some tokens in a row.
struct TokenRow
{
    TokenId first;
    TokenId second;
    TokenId third;
};

/// The tokens of ASCII pieces of three bytes, which texts without words are full of. Each step is
/// the same whatever the bytes are, since a branch on random bytes costs more; and it is done
/// for several pieces before the next, since it mostly fetches what the next one reads.
class ThreeBytes
{
public:
    static bool isOne(const PieceKey &piece)
    {
        return ((piece.high ^ std::uint64_t(3) << 56) | (piece.low & 0x808080)) == 0;
    }

    void begin(const Vocabulary &vocabulary, const PieceKey &piece);
    PieceTokens tokens() const;

private:
    TokenRow m_bytes;
    TokenRow m_joined; ///< two of the bytes merged, if any two do
    bool m_isApart;
    PairTable::Place m_all;
};

/// The same of four bytes.
class FourBytes
{
public:
    static bool isOne(const PieceKey &piece)
    {
        return ((piece.high ^ std::uint64_t(4) << 56) | (piece.low & 0x80808080)) == 0;
    }

    void begin(const Vocabulary &vocabulary, const PieceKey &piece);
    void join(const Vocabulary &vocabulary);
    PieceTokens tokens() const;

private:
    TokenId m_bytes[4];
    TokenRow m_parts; ///< two of the bytes merged, if any two do
    bool m_isApart;
    PairTable::Place m_left;
    PairTable::Place m_right;
    TokenRow m_joined; ///< two of the parts merged, if any two do
    bool m_isJoined;
    PairTable::Place m_all;
};

} // namespace Core
