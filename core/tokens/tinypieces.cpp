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

/// The bytes of a piece and the merges of each two of them.
struct Bytes
{
    Bytes(const Vocabulary &vocabulary, const PieceKey &piece)
    {
        const auto byte = [&piece](int i) {
            return static_cast<unsigned char>(piece.low >> 8 * i);
        };
        for (int i = 0; i < 4; ++i) {
            tokens[i] = vocabulary.ofByte(byte(i));
            pairs[i] = vocabulary.asciiPair(byte(i), byte(i + 1)).both();
        }
    }

    TokenId tokens[4];
    TokenId pairs[4];
};

struct Three
{
    TokenId first;
    TokenId second;
    TokenId third;
};

/// Three tokens after their first merge: the left two or the right two of them, or nothing.
struct Joined
{
    Joined(const Three &parts, TokenId left, TokenId right)
        : both(std::min(left, right))
        , first(either(left <= right, left, parts.first))
        , second(either(left <= right, parts.third, right))
    {
    }

    bool isNothing() const { return both == none; }

    TokenId both;
    TokenId first;
    TokenId second;
};

} // namespace

PieceTokens TinyPieces::ofThree(const Vocabulary &vocabulary, const PieceKey &piece)
{
    const Bytes bytes(vocabulary, piece);
    const Three parts{bytes.tokens[0], bytes.tokens[1], bytes.tokens[2]};
    const Joined joined(parts, bytes.pairs[0], bytes.pairs[1]);
    const TokenId all = vocabulary.merged(joined.first, joined.second);
    const bool isNothing = joined.isNothing();
    const bool isAll = all != none;
    const TokenId tokens[] = {either(isAll, all, either(isNothing, parts.first, joined.first)),
                              either(isNothing, parts.second, joined.second), parts.third, 0};
    return PieceTokens(2 + std::size_t(isNothing) - std::size_t(isAll), tokens);
}

PieceTokens TinyPieces::ofFour(const Vocabulary &vocabulary, const PieceKey &piece)
{
    const Bytes bytes(vocabulary, piece);
    const TokenId *const tokens = bytes.tokens;
    const TokenId *const pairs = bytes.pairs;
    const TokenId least = std::min({pairs[0], pairs[1], pairs[2]});
    const bool isLeft = pairs[0] == least;
    const bool isRight = !isLeft & (pairs[1] != least);
    const bool isMiddle = !isLeft & !isRight;
    // Where no two bytes merge, the parts are of no use, and their merges come out as none.
    const Three parts{either(isLeft, least, tokens[0]),
                      either(isLeft, tokens[2], either(isMiddle, least, tokens[1])),
                      either(isRight, least, tokens[3])};
    const Joined joined(parts, vocabulary.merged(parts.first, parts.second),
                        either(least == none, none, vocabulary.merged(parts.second, parts.third)));
    const TokenId all = vocabulary.merged(joined.first, joined.second);
    const bool isApart = least == none;
    const bool isNothing = joined.isNothing();
    const bool isAll = all != none;
    const TokenId apart[] = {either(isApart, tokens[0], parts.first),
                             either(isApart, tokens[1], parts.second),
                             either(isApart, tokens[2], parts.third)};
    const TokenId found[] = {either(isAll, all, either(isNothing, apart[0], joined.first)),
                             either(isNothing, apart[1], joined.second), apart[2], tokens[3]};
    return PieceTokens(2 + std::size_t(isNothing) + std::size_t(isApart) - std::size_t(isAll),
                       found);
}

} // namespace Core
