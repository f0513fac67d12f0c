#include "core/tokens/stitch.h"

namespace Core {

Stitch::Stitch(std::vector<TokenId> &tokens)
    : m_tokens(tokens)
    , m_first(tokens.size())
{
}

bool Stitch::add(std::size_t start, std::span<const TokenId> window,
                 std::span<const std::uint8_t> lengths)
{
    const TokenId *tokens = m_tokens.data() + m_first;
    std::size_t known = m_lengths.size();
    std::size_t knownAt = m_end;
    while (known > 0 && knownAt > start)
        knownAt -= m_lengths[--known];
    std::size_t next = 0;
    std::size_t nextAt = start;
    while (m_end > 0 && (knownAt != nextAt || tokens[known] != window[next])) {
        if (knownAt <= nextAt)
            knownAt += m_lengths[known++];
        else
            nextAt += lengths[next++];
        if (known == m_lengths.size() || next == window.size())
            return false;
    }
    m_tokens.resize(m_first + known);
    m_tokens.insert(m_tokens.end(), window.begin() + std::ptrdiff_t(next), window.end());
    m_lengths.resize(known);
    m_lengths.insert(m_lengths.end(), lengths.begin() + std::ptrdiff_t(next), lengths.end());
    m_end = nextAt;
    for (; next < window.size(); ++next)
        m_end += lengths[next];
    return true;
}

} // namespace Core
