#include "core/retrieval/lexicalindex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Core {

namespace {

/// What a neighbour's word counts, by distance. The optimum is flat; these are round. In tenths,
/// since whole numbers can be taken back exactly.
constexpr int whole = 10;
constexpr std::array<int, 4> reach{6, 6, 3, 3};
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

/// In ascending order.
std::vector<int> LexicalIndex::termIds(std::span<const std::string> terms)
{
    std::vector<int> ids;
    ids.reserve(terms.size());
    for (const std::string &term : terms)
        ids.push_back(termId(term));
    std::sort(ids.begin(), ids.end());
    return ids;
}

void LexicalIndex::append(std::span<const std::string> terms, bool apart)
{
    const int number = size();
    Document &document = m_documents.emplace_back();
    document.termsBefore = int(m_terms.size());
    const int reached = std::max(0, number - int(reach.size()));
    document.firstNeighbour = apart || number == 0
        ? number
        : std::max(reached, m_documents[size_t(number) - 1].firstNeighbour);
    for (const int id : termIds(terms)) {
        if (document.own.empty() || document.own.back().term != id)
            document.own.push_back({id, 0});
        document.own.back().count += 1;
    }
    share(number, 1);
}

void LexicalIndex::truncate(int documents)
{
    if (documents >= size())
        return;
    if (documents == 0) {
        *this = {};
        return;
    }
    const int terms = m_documents[size_t(documents)].termsBefore;
    while (size() > documents) {
        share(size() - 1, -1);
        m_documents.pop_back();
    }
    if (terms == int(m_terms.size()))
        return;
    m_terms.resize(size_t(terms));
    std::erase_if(m_ids, [&](const auto &id) { return id.second >= terms; });
}

/// Adds the terms of the newest document to itself and to its neighbours, and theirs to it; or
/// takes all of that back.
void LexicalIndex::share(int number, int sign)
{
    const Document &document = m_documents[size_t(number)];
    for (const Count &count : document.own) {
        m_terms[size_t(count.term)].documents += sign;
        add(number, count, sign * whole);
    }
    for (int other = document.firstNeighbour; other < number; ++other) {
        const int weight = sign * reach[size_t(number - other) - 1];
        for (const Count &count : m_documents[size_t(other)].own)
            add(number, count, weight);
        for (const Count &count : document.own)
            add(other, count, weight);
    }
}

/// Postings of the last few documents only ever change, so the place is near the end.
void LexicalIndex::add(int document, const Count &count, int weight)
{
    std::vector<Posting> &postings = m_terms[size_t(count.term)].postings;
    auto at = postings.end();
    while (at != postings.begin() && std::prev(at)->document > document)
        --at;
    const int more = weight * count.count;
    m_documents[size_t(document)].length += more;
    m_length += more;
    if (at == postings.begin() || std::prev(at)->document != document)
        postings.insert(at, {document, more});
    else if (std::prev(at)->count += more; std::prev(at)->count == 0)
        postings.erase(std::prev(at));
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

    // BM25 with counts and lengths in tenths.
    const double average = double(m_length) / size();
    const double evenNorm = whole * saturation * (1 - lengthShare);
    const double normOfLength = whole * saturation * lengthShare / average;
    for (const int id : ids) {
        const Term &term = m_terms[size_t(id)];
        const double weight = weightOf(term) * (saturation + 1);
        for (const Posting &posting : term.postings) {
            const auto document = size_t(posting.document);
            const double norm = evenNorm + normOfLength * m_documents[document].length;
            scores[document] += float(weight * posting.count / (posting.count + norm));
        }
    }
    return scores;
}

} // namespace Core
