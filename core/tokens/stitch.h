#pragma once

#include "core/tokens/vocabulary.h"

#include <span>
#include <vector>

namespace Core {

/// Joins the tokens of windows of a text that overlap to those of the text.
///
/// Merging has one result, and it is the one row of tokens in which no two neighbours would
/// merge differently by themselves. Windows that have a token in common can be joined at it,
/// since then all neighbours are those of one window or the other.
class Stitch
{
public:
    /// Appends to `tokens`, which stays the caller's.
    explicit Stitch(std::vector<TokenId> &tokens);

    /// Adds the tokens of the window that starts at this byte, not behind end(), with the bytes
    /// of each; false if it has no token in common with the one before.
    bool add(std::size_t start, std::span<const TokenId> window,
             std::span<const std::uint8_t> lengths);

    /// How many bytes of the text there are tokens of.
    std::size_t end() const { return m_end; }

private:
    std::vector<TokenId> &m_tokens;
    std::vector<std::uint8_t> m_lengths; // of the tokens of the text
    std::size_t m_first; // token of the text
    std::size_t m_end = 0;
};

} // namespace Core
