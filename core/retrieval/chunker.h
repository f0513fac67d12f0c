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

    /// Whether that text would begin a chunk.
    bool wouldBegin(std::span<const LexicalIndex::Count> terms, int messages) const;

    /// Takes back the newest text. The rest of its chunk has to be taken back, too, before the
    /// next one is added.
    void takeBack(std::span<const LexicalIndex::Count> terms);

private:
    using Vector = std::vector<std::pair<int, double>>; ///< terms with their weight

    int holders(int term) const;
    Vector weighed(std::span<const LexicalIndex::Count> terms) const;
    bool begins(const Vector &text, int messages) const;
    double similarity(const Vector &text) const;
    void begin();
    void join(const Vector &text, int messages);

    Limits m_limits;
    int m_texts = 0; ///< seen so far
    int m_members = 0; ///< of the current chunk that have words
    int m_messages = 0; ///< of the current chunk
    std::vector<int> m_holders; ///< by term: texts that have it
    std::vector<double> m_sum; ///< by term: of the members' vectors
    std::vector<int> m_inSum; ///< terms that m_sum has
};

} // namespace Core
