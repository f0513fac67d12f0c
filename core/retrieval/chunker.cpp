#include "core/retrieval/chunker.h"

#include <algorithm>
#include <cmath>

namespace Core {

bool Chunker::add(std::span<const LexicalIndex::Count> terms, int messages)
{
    const Vector text = weighed(terms);
    const bool isFirst = begins(text, messages);
    ++m_texts;
    for (const LexicalIndex::Count &count : terms) {
        const auto term = size_t(count.term);
        if (term >= m_holders.size()) {
            m_holders.resize(term + 1, 0);
            m_sum.resize(term + 1, 0);
        }
        ++m_holders[term];
    }
    if (isFirst)
        begin();
    join(text, messages);
    return isFirst;
}

bool Chunker::wouldBegin(std::span<const LexicalIndex::Count> terms, int messages) const
{
    return begins(weighed(terms), messages);
}

void Chunker::takeBack(std::span<const LexicalIndex::Count> terms)
{
    --m_texts;
    for (const LexicalIndex::Count &count : terms)
        --m_holders[size_t(count.term)];
    begin();
}

bool Chunker::begins(const Vector &text, int messages) const
{
    const bool isFirst = m_messages == 0;
    const bool isFull = m_messages + messages > m_limits.messages;
    const bool isOther = !text.empty() && m_members > 0 && similarity(text) < m_limits.similarity;
    return isFirst || isFull || isOther;
}

int Chunker::holders(int term) const
{
    return size_t(term) < m_holders.size() ? m_holders[size_t(term)] : 0;
}

/// Of length 1. The text itself counts among those that hold its terms.
Chunker::Vector Chunker::weighed(std::span<const LexicalIndex::Count> terms) const
{
    Vector text;
    text.reserve(terms.size());
    double square = 0;
    for (const LexicalIndex::Count &count : terms) {
        const double rarity = std::log((2.0 + m_texts) / (2.0 + holders(count.term))) + 1;
        const double weight = count.count * rarity;
        text.emplace_back(count.term, weight);
        square += weight * weight;
    }
    for (auto &[term, weight] : text)
        weight /= std::sqrt(square);
    return text;
}

/// The average of the cosines is the cosine with the average.
double Chunker::similarity(const Vector &text) const
{
    double dot = 0;
    for (const auto &[term, weight] : text)
        dot += size_t(term) < m_sum.size() ? weight * m_sum[size_t(term)] : 0;
    return (dot / m_members + 1) / 2;
}

void Chunker::begin()
{
    for (const int term : m_inSum)
        m_sum[size_t(term)] = 0;
    m_inSum.clear();
    m_members = 0;
    m_messages = 0;
}

void Chunker::join(const Vector &text, int messages)
{
    for (const auto &[term, weight] : text) {
        if (m_sum[size_t(term)] == 0)
            m_inSum.push_back(term);
        m_sum[size_t(term)] += weight;
    }
    m_members += text.empty() ? 0 : 1;
    m_messages += messages;
}

} // namespace Core
