#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace Core {

/// Ranks the documents of a sequence by words: BM25 in which a document also holds, with less
/// weight, the words of its neighbours up to four places away. In a dialogue the words of the
/// question and the answer to it often stand in different messages ("Where did you go?",
/// "Paris, it was great"). A plain value; not thread-safe while it grows.
class LexicalIndex
{
public:
    /// A term by its number, and how often a document itself holds it.
    struct Count
    {
        int term;
        int count;
    };

    /// Adds a document at the end; touches it and its four predecessors only. `apart`: it does
    /// not belong to what stands before it, as after a long pause.
    void append(std::span<const std::string> terms, bool apart = false);

    /// Takes back all but the first `documents`: what is left is as if the others had never been
    /// added, to the last bit. Takes as long as adding them.
    void truncate(int documents);

    int size() const { return int(m_documents.size()); }

    /// A score for every document; 0 where nothing matches. No terms, no scores above 0.
    std::vector<float> scores(std::span<const std::string> queryTerms) const;

    /// The document's own terms, each once.
    std::span<const Count> terms(int document) const { return m_documents[size_t(document)].own; }

    /// How much a term tells: the rarer, the more.
    double weight(int term) const { return weightOf(m_terms[size_t(term)]); }

private:
    struct Document
    {
        std::vector<Count> own; ///< its own terms, each once
        int firstNeighbour = 0; ///< the first document that it reaches
        int termsBefore = 0; ///< that were known when it came
        int length = 0; ///< with its neighbours' terms; in tenths, as weighted
    };
    struct Posting
    {
        int document;
        int count; ///< with the neighbours'; in tenths
    };
    struct Term
    {
        int documents = 0; ///< that hold it themselves
        std::vector<Posting> postings; ///< by document
    };

    int termId(const std::string &term);
    std::vector<int> termIds(std::span<const std::string> terms);
    void share(int number, int sign);
    void add(int document, const Count &count, int weight);
    double weightOf(const Term &term) const;

    std::unordered_map<std::string, int> m_ids;
    std::vector<Term> m_terms;
    std::vector<Document> m_documents;
    std::int64_t m_length = 0; ///< of all documents
};

} // namespace Core
