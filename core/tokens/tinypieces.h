#pragma once

#include "core/tokens/piececache.h"

namespace Core {

/// The tokens of ASCII pieces of three and of four bytes, which texts without words are full of.
/// Each step is the same whatever the bytes are, since a branch on random bytes costs more.
class TinyPieces
{
public:
    static bool isThree(const PieceKey &piece) { return isAscii(piece, 3); }
    static bool isFour(const PieceKey &piece) { return isAscii(piece, 4); }

    static PieceTokens ofThree(const Vocabulary &vocabulary, const PieceKey &piece);
    static PieceTokens ofFour(const Vocabulary &vocabulary, const PieceKey &piece);

private:
    static bool isAscii(const PieceKey &piece, std::uint64_t length)
    {
        return ((piece.high ^ length << 56) | (piece.low & 0x80808080)) == 0;
    }
};

} // namespace Core
