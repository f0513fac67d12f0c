#include "core/practice/prefixcache.h"

#include <algorithm>

namespace Core {

int PrefixCache::take(Prompt prompt)
{
    qsizetype longest = 0;
    for (const Prompt &earlier : m_prompts) {
        const auto end =
            std::mismatch(prompt.begin(), prompt.end(), earlier.begin(), earlier.end()).first;
        longest = std::max<qsizetype>(longest, end - prompt.begin());
    }
    m_tokens += prompt.size();
    m_prompts.push_back(std::move(prompt));
    while (m_prompts.size() > 1
           && (m_tokens > roomForTokens || m_prompts.size() > roomForPrompts)) {
        m_tokens -= m_prompts.front().size();
        m_prompts.pop_front();
    }
    return longest < least ? 0 : int(longest / step * step);
}

} // namespace Core
