#pragma once

#include "core/tokens/tokencounter.h"

#include <array>
#include <span>
#include <vector>

namespace Core {

/// Tokens of a thread's messages, as they were counted before: each text once for each encoding,
/// with the model's factor on top. A plain value.
class KnownCounts
{
public:
    /// Of all messages, and of the draft behind them, where that is not nullptr. The thread is
    /// the one before, or forget() was told what of it is the same. Good until the next call.
    std::span<const int> of(std::span<const Message> thread, const Message *draft,
                            const TokenCounter &counter);

    /// Those that of() gave.
    std::span<const int> last() const { return m_tokens; }

    /// Whether of() was asked for this model's.
    bool areOf(const TokenCounter &counter) const { return m_model == counter.tokens(); }

    /// The first `sameTexts` messages stay; the first `sameCounts` of them say of themselves that
    /// they have the same tokens.
    void forget(size_t sameTexts, size_t sameCounts);

private:
    int unscaled(std::span<const Message> thread, size_t place, const TokenCounter &counter);

    static constexpr size_t encodings = size_t(Encoding::O200k) + 1;

    ModelTokens m_model;
    std::vector<int> m_tokens;
    size_t m_messages = 0; ///< of m_tokens; a draft is behind them
    std::array<std::vector<int>, encodings> m_counted; ///< here; -1: not yet
};

} // namespace Core
