#include "core/context/knowncounts.h"

#include <algorithm>

namespace Core {

std::span<const int> KnownCounts::of(std::span<const Message> thread, const Message *draft,
                                     const TokenCounter &counter)
{
    if (!areOf(counter))
        m_messages = 0;
    m_model = counter.tokens();
    m_messages = std::min(m_messages, thread.size());
    m_tokens.resize(m_messages);
    for (; m_messages < thread.size(); ++m_messages)
        m_tokens.push_back(counter.scaled(unscaled(thread, m_messages, counter)));
    if (draft)
        m_tokens.push_back(counter.known(*draft));
    return m_tokens;
}

void KnownCounts::forget(size_t sameTexts, size_t sameCounts)
{
    m_messages = std::min(m_messages, sameCounts);
    for (std::vector<int> &counted : m_counted)
        counted.resize(std::min(counted.size(), sameTexts));
}

int KnownCounts::unscaled(std::span<const Message> thread, size_t place,
                          const TokenCounter &counter)
{
    if (counter.hasCounted(thread[place]))
        return thread[place].tokens;
    std::vector<int> &counted = m_counted[size_t(counter.encoding())];
    if (place >= counted.size())
        counted.resize(thread.size(), -1);
    if (counted[place] < 0)
        counted[place] = counter.unscaled(thread[place]);
    return counted[place];
}

} // namespace Core
