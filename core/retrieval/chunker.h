#pragma once

#include "core/retrieval/lexicalindex.h"

namespace Core {

/// Cuts a sequence of texts into chunks about one thing each: a text joins the current chunk
/// while its average similarity to the texts in it (cosine s of TF-IDF vectors, as (s+1)/2) is
/// high enough. Linear: the chunk's vectors are kept as their sum, and rarity is counted over
/// what came before, so that a further text never moves an earlier boundary. A text without
/// words joins what it follows.
class Chunker
{
public:
    struct Limits
    {
        double similarity = 0.7;
        int messages = 10; ///< the most in a chunk

        friend bool operator==(const Limits &, const Limits &) = default;
    };

    explicit Chunker(const Limits &limits)
        : m_limits(limits)
    {
    }

    /// Takes the next text, of `messages` messages. True: it begins a chunk.
    bool add(std::span<const LexicalIndex::Count> terms, int messages);

private:
    void weigh(std::span<const LexicalIndex::Count> terms);
    double similarity() const;
    void begin();
    void join(int messages);

    Limits m_limits;
    int m_texts = 0; ///< seen so far
    int m_members = 0; ///< of the current chunk that have words
    int m_messages = 0; ///< of the current chunk
    std::vector<int> m_holders; ///< by term: texts that have it
    std::vector<double> m_sum; ///< by term: of the members' vectors
    std::vector<int> m_inSum; ///< terms that m_sum has
    std::vector<std::pair<int, double>> m_vector; ///< of the text at hand; of length 1
};

} // namespace Core
