#include "core/tokens/tinypieces.h"

#include <algorithm>

namespace Core {

namespace {

constexpr TokenId none = Vocabulary::none;

/// The first if the condition holds, else the second.
TokenId either(bool condition, TokenId first, TokenId second)
{
    return second ^ ((first ^ second) & (0U - TokenId(condition)));
}

unsigned char byteOf(const PieceKey &piece, int place)
{
    return static_cast<unsigned char>(piece.low >> 8 * place);
}

TokenId pairOf(const Vocabulary &vocabulary, const PieceKey &piece, int place)
{
    return vocabulary.pairs().asciiPair(byteOf(piece, place), byteOf(piece, place + 1)).both();
}

/// Three tokens after what the left two or the right two merge into took their place: whichever
/// comes first.
TokenRow joined(const TokenRow &parts, TokenId left, TokenId right)
{
    const bool isLeft = left <= right;
    return {either(isLeft, left, parts.first), either(isLeft, parts.third, right), none};
}

} // namespace

void ThreeBytes::begin(const Vocabulary &vocabulary, const PieceKey &piece)
{
    m_bytes = {vocabulary.ofByte(byteOf(piece, 0)), vocabulary.ofByte(byteOf(piece, 1)),
               vocabulary.ofByte(byteOf(piece, 2))};
    const TokenId left = pairOf(vocabulary, piece, 0);
    const TokenId right = pairOf(vocabulary, piece, 1);
    m_isApart = std::min(left, right) == none;
    m_joined = joined(m_bytes, left, right);
    m_all = vocabulary.pairs().placeOf(m_joined.first, m_joined.second);
}

PieceTokens ThreeBytes::tokens() const
{
    const TokenId all = PairTable::tokenOf(PairTable::orderAt(m_all));
    const bool isAll = all != none;
    const TokenId found[] = {either(isAll, all, either(m_isApart, m_bytes.first, m_joined.first)),
                             either(m_isApart, m_bytes.second, m_joined.second), m_bytes.third, 0};
    return PieceTokens(2 + std::size_t(m_isApart) - std::size_t(isAll), found);
}

void FourBytes::begin(const Vocabulary &vocabulary, const PieceKey &piece)
{
    TokenId pairs[3];
    for (int i = 0; i < 4; ++i)
        m_bytes[i] = vocabulary.ofByte(byteOf(piece, i));
    for (int i = 0; i < 3; ++i)
        pairs[i] = pairOf(vocabulary, piece, i);
    const TokenId least = std::min({pairs[0], pairs[1], pairs[2]});
    m_isApart = least == none;
    const bool isLeft = pairs[0] == least;
    const bool isRight = !isLeft & (pairs[1] != least);
    const bool isMiddle = !isLeft & !isRight;
    m_parts = {either(isLeft, least, m_bytes[0]),
               either(isLeft, m_bytes[2], either(isMiddle, least, m_bytes[1])),
               either(isRight, least, m_bytes[3])};
    m_left = vocabulary.pairs().placeOf(m_parts.first, m_parts.second);
    m_right = vocabulary.pairs().placeOf(m_parts.second, m_parts.third);
}

void FourBytes::join(const Vocabulary &vocabulary)
{
    // Where no two bytes merge, the first part is none, and the others are bytes that do not merge.
    const TokenId left = PairTable::tokenOf(PairTable::orderAt(m_left));
    const TokenId right = PairTable::tokenOf(PairTable::orderAt(m_right));
    m_isJoined = std::min(left, right) != none;
    m_joined = joined(m_parts, left, right);
    m_all = vocabulary.pairs().placeOf(m_joined.first, m_joined.second);
}

PieceTokens FourBytes::tokens() const
{
    const TokenId all = PairTable::tokenOf(PairTable::orderAt(m_all));
    const bool isAll = all != none;
    const TokenId parts[] = {either(m_isApart, m_bytes[0], m_parts.first),
                             either(m_isApart, m_bytes[1], m_parts.second),
                             either(m_isApart, m_bytes[2], m_parts.third)};
    const TokenId found[] = {either(isAll, all, either(m_isJoined, m_joined.first, parts[0])),
                             either(m_isJoined, m_joined.second, parts[1]), parts[2], m_bytes[3]};
    return PieceTokens(3 + std::size_t(m_isApart) - std::size_t(m_isJoined) - std::size_t(isAll),
                       found);
}

} // namespace Core
