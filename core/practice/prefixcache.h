#pragma once

#include <QtGlobal>

#include <deque>
#include <vector>

namespace Core {

/// Tells how much of a prompt a provider's prefix cache would have held: the longest beginning
/// shared with an earlier prompt, from 1,024 tokens on and in steps of 128, as OpenAI documents
/// it. Remembers a bounded number of prompts, the oldest are forgotten.
class PrefixCache
{
public:
    using Prompt = std::vector<qint32>; ///< token by token; borders between messages are negative

    static constexpr int least = 1024;
    static constexpr int step = 128;
    static constexpr size_t roomForTokens = 8'000'000;
    static constexpr size_t roomForPrompts = 512;

    /// How many tokens of `prompt` are cached; then remembers it.
    int take(Prompt prompt);

private:
    std::deque<Prompt> m_prompts;
    size_t m_tokens = 0;
};

} // namespace Core
