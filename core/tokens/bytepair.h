#pragma once

#include "core/tokens/vocabulary.h"

#include <vector>

namespace Core {

/// Merges the bytes of pieces pair by pair, lowest rank first, the leftmost of equals, and gives
/// the tokens that are left.
class BytePair
{
public:
    explicit BytePair(const Vocabulary &vocabulary);

    /// Appends the tokens of a piece. Takes time linear in the piece for all but texts that are
    /// made to prevent it, and little more for those.
    void append(std::string_view piece, std::vector<TokenId> &tokens) const;

private:
    bool appendShortWindows(std::string_view piece, std::vector<TokenId> &tokens) const;
    bool appendLongWindows(std::string_view piece, std::vector<TokenId> &tokens) const;

    const Vocabulary &m_vocabulary;
};

} // namespace Core
