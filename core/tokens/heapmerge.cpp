#include "core/tokens/heapmerge.h"

namespace Core {

HeapMerge::HeapMerge(const Vocabulary &vocabulary, std::string_view text)
    : m_vocabulary(vocabulary)
    , m_parts(text.size())
{
    for (std::uint32_t i = 0; i < m_parts.size(); ++i) {
        m_parts[i] = {.token = vocabulary.ofByte(static_cast<unsigned char>(text[i])),
                      .before = i - 1,
                      .next = i + 1};
    }
    for (std::uint32_t i = 0; i < m_parts.size(); ++i)
        rankPair(i);
}

void HeapMerge::rankPair(std::uint32_t place)
{
    Part &part = m_parts[place];
    part.both = part.next < m_parts.size()
        ? m_vocabulary.pairs().merged(part.token, m_parts[part.next].token)
        : Vocabulary::none;
    if (part.both != Vocabulary::none)
        m_pairs.push(std::uint64_t(part.both) << 32 | place);
}

void HeapMerge::merge()
{
    while (!m_pairs.empty()) {
        const TokenId both = TokenId(m_pairs.top() >> 32);
        const auto place = std::uint32_t(m_pairs.top());
        m_pairs.pop();
        Part &part = m_parts[place];
        if (part.both != both)
            continue; // one of the two was merged with another meanwhile
        Part &gone = m_parts[part.next];
        part.token = both;
        part.next = gone.next;
        gone.both = Vocabulary::none;
        if (part.next < m_parts.size())
            m_parts[part.next].before = place;
        rankPair(place);
        if (place > 0)
            rankPair(part.before);
    }
}

void HeapMerge::appendTo(std::vector<TokenId> &tokens) const
{
    for (std::size_t place = 0; place < m_parts.size(); place = m_parts[place].next)
        tokens.push_back(m_parts[place].token);
}

} // namespace Core
