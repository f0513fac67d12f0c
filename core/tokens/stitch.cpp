#include "core/tokens/stitch.h"

namespace Core {

Stitch::Stitch(const Vocabulary &vocabulary, std::vector<TokenId> &tokens)
    : m_vocabulary(vocabulary)
    , m_tokens(tokens)
    , m_first(tokens.size())
{
}

bool Stitch::add(std::size_t start, std::span<const TokenId> window)
{
    std::size_t known = m_tokens.size();
    std::size_t knownAt = m_end;
    while (known > m_first && knownAt > start)
        knownAt -= m_vocabulary.length(m_tokens[--known]);
    std::size_t next = 0;
    std::size_t nextAt = start;
    const bool isFirst = known == m_tokens.size() && m_end == 0;
    while (!isFirst && (knownAt != nextAt || m_tokens[known] != window[next])) {
        if (knownAt <= nextAt)
            knownAt += m_vocabulary.length(m_tokens[known++]);
        else
            nextAt += m_vocabulary.length(window[next++]);
        if (known == m_tokens.size() || next == window.size())
            return false;
    }
    m_tokens.resize(known);
    m_tokens.insert(m_tokens.end(), window.begin() + std::ptrdiff_t(next), window.end());
    m_end = nextAt;
    for (; next < window.size(); ++next)
        m_end += m_vocabulary.length(window[next]);
    return true;
}

} // namespace Core
