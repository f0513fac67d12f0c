#pragma once

#include "core/tokens/vocabulary.h"

#include <vector>

namespace Core {

/// Appends the tokens of one piece: the piece itself where it is a token, otherwise what
/// merging its bytes pair by pair, lowest rank first, leaves. Takes time linear in the piece.
void appendPiece(const Vocabulary &vocabulary, std::string_view piece,
                 std::vector<TokenId> &tokens);

/// True if merging the bytes of both tokens together gives just these two again.
bool staysApart(const Vocabulary &vocabulary, TokenId left, TokenId right);

} // namespace Core
