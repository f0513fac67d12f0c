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
    /// How many tokens append() would append, which takes less time.
    std::size_t count(std::string_view piece) const;

private:
    template <typename Sink>
    void mergeAscii(std::string_view piece, Sink &sink) const;
    void appendWindows(std::string_view piece, std::vector<TokenId> &tokens) const;
    bool appendShortWindows(std::string_view piece, std::vector<TokenId> &tokens) const;
    bool appendLongWindows(std::string_view piece, std::vector<TokenId> &tokens) const;

    const Vocabulary &m_vocabulary;
};

} // namespace Core
