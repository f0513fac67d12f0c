#include "core/retrieval/chunker.h"

#include <algorithm>
#include <cmath>

namespace Core {

bool Chunker::add(std::span<const LexicalIndex::Count> terms, int messages)
{
    weigh(terms);
    const bool isFirst = m_messages == 0;
    const bool isFull = m_messages + messages > m_limits.messages;
    const bool isOther = !m_vector.empty() && m_members > 0 && similarity() < m_limits.similarity;
    const bool begins = isFirst || isFull || isOther;
    if (begins)
        begin();
    join(messages);
    return begins;
}

void Chunker::weigh(std::span<const LexicalIndex::Count> terms)
{
    ++m_texts;
    m_vector.clear();
    double square = 0;
    for (const LexicalIndex::Count &count : terms) {
        const auto term = size_t(count.term);
        if (term >= m_holders.size()) {
            m_holders.resize(term + 1, 0);
            m_sum.resize(term + 1, 0);
        }
        ++m_holders[term];
        const double rarity = std::log((1.0 + m_texts) / (1.0 + m_holders[term])) + 1;
        const double weight = double(count.count) * rarity;
        m_vector.emplace_back(count.term, weight);
        square += weight * weight;
    }
    for (auto &[term, weight] : m_vector)
        weight /= std::sqrt(square);
}

/// The average of the cosines is the cosine with the average.
double Chunker::similarity() const
{
    double dot = 0;
    for (const auto &[term, weight] : m_vector)
        dot += weight * m_sum[size_t(term)];
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

void Chunker::join(int messages)
{
    for (const auto &[term, weight] : m_vector) {
        if (m_sum[size_t(term)] == 0)
            m_inSum.push_back(term);
        m_sum[size_t(term)] += weight;
    }
    m_members += m_vector.empty() ? 0 : 1;
    m_messages += messages;
}

} // namespace Core
