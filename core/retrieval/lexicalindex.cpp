#include "core/retrieval/lexicalindex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Core {

namespace {

/// What a neighbour's word counts, by distance. The optimum is flat; these are round.
constexpr std::array<float, 4> reach{0.6F, 0.6F, 0.3F, 0.3F};
constexpr double saturation = 2.0; ///< BM25's k1
constexpr double lengthShare = 0.9; ///< BM25's b

} // namespace

int LexicalIndex::termId(const std::string &term)
{
    const auto [found, isNew] = m_ids.try_emplace(term, int(m_terms.size()));
    if (isNew)
        m_terms.emplace_back();
    return found->second;
}

void LexicalIndex::append(std::span<const std::string> terms, bool apart)
{
    const int number = size();
    Document &document = m_documents.emplace_back();
    const int reached = std::max(0, number - int(reach.size()));
    document.firstNeighbour = apart || number == 0
        ? number
        : std::max(reached, m_documents[size_t(number) - 1].firstNeighbour);

    std::vector<int> ids;
    ids.reserve(terms.size());
    for (const std::string &term : terms)
        ids.push_back(termId(term));
    std::sort(ids.begin(), ids.end());
    for (const int id : ids) {
        if (document.own.empty() || document.own.back().term != id) {
            document.own.push_back({id, 0});
            ++m_terms[size_t(id)].documents;
        }
        document.own.back().count += 1;
    }

    for (const Count &count : document.own)
        add(number, count, 1);
    for (int other = document.firstNeighbour; other < number; ++other) {
        const float weight = reach[size_t(number - other) - 1];
        for (const Count &count : m_documents[size_t(other)].own)
            add(number, count, weight);
        for (const Count &count : document.own)
            add(other, count, weight);
    }
}

/// Postings of the last few documents only ever change, so the place is near the end.
void LexicalIndex::add(int document, const Count &count, float weight)
{
    std::vector<Posting> &postings = m_terms[size_t(count.term)].postings;
    auto at = postings.end();
    while (at != postings.begin() && std::prev(at)->document > document)
        --at;
    const float more = weight * count.count;
    if (at != postings.begin() && std::prev(at)->document == document)
        std::prev(at)->count += more;
    else
        postings.insert(at, {document, more});
    m_documents[size_t(document)].length += more;
    m_length += double(more);
}

double LexicalIndex::weightOf(const Term &term) const
{
    const double without = size() - term.documents;
    return std::log1p((without + 0.5) / (term.documents + 0.5));
}

std::vector<float> LexicalIndex::scores(std::span<const std::string> queryTerms) const
{
    std::vector<float> scores(m_documents.size(), 0);
    if (m_documents.empty() || m_length <= 0)
        return scores;
    std::vector<int> ids;
    for (const std::string &term : queryTerms) {
        if (const auto found = m_ids.find(term); found != m_ids.end())
            ids.push_back(found->second);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());

    const double average = m_length / size();
    for (const int id : ids) {
        const Term &term = m_terms[size_t(id)];
        const double weight = weightOf(term) * (saturation + 1);
        for (const Posting &posting : term.postings) {
            const double length = double(m_documents[size_t(posting.document)].length) / average;
            const double norm = saturation * (1 - lengthShare + lengthShare * length);
            const double count = double(posting.count);
            scores[size_t(posting.document)] += float(weight * count / (count + norm));
        }
    }
    return scores;
}

} // namespace Core
