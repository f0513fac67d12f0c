#pragma once

#include "core/chat/message.h"
#include "core/retrieval/analyser.h"
#include "core/retrieval/chunker.h"
#include "core/retrieval/cues.h"
#include "core/retrieval/lexicalindex.h"

#include <optional>
#include <span>
#include <vector>

namespace Core {

/// How much a message bears on a question.
struct Relevance
{
    double score = 0; ///< by words and by structure; only the order means something
    bool matches = false; ///< a word of the question, or near it
};

/// What the messages of one thread say, for questions about it. Long messages are cut into
/// passages, and count as their best one. A plain value.
class ThreadIndex
{
public:
    /// Makes the index hold exactly these messages. What it holds of their beginning stays, and
    /// only the rest is read; the outcome is the same as with a new index.
    void update(std::span<const Message> messages);
    /// The same where the first `same` messages are known to be those of the index, all of it.
    void update(std::span<const Message> messages, int same);

    /// Takes back what it holds behind the first `messages`. Where those alone are in another
    /// language, nothing is left.
    void truncate(int messages);

    /// Of each message, in order. System messages have no score.
    std::vector<Relevance> relevance(const QString &question) const;

    int size() const { return int(m_known.size()); }

    /// Indexes of messages in runs that follow each other.
    struct Runs
    {
        std::span<const int> messages;
        std::span<const int> ends; ///< of each run, in `messages`

        std::span<const int> run(size_t number) const;
    };
    /// Whether each of the runs begins a chunk: see Chunker. Remembers what it found, since a
    /// further run moves no earlier boundary; the last one may still grow.
    std::vector<char> chunkBegins(const Runs &runs, const Chunker::Limits &limits);

    const LexicalIndex &words() const { return m_words; }
    TextLanguage language() const { return m_language; }

private:
    /// What the index has read of a message.
    struct Known
    {
        QString content;
        QString name;
        Role role;
        QDateTime createdAt;
        int firstPassage;
        qsizetype userNames; ///< that were known before
        qsizetype assistantNames;

        bool isSame(const Message &message) const;
    };
    /// What a passage gives away besides its words, as bits of a number.
    enum Sign : quint8 { Asks = 1, TellsTime = 2, FollowsQuestion = 4, ByUser = 8, ByModel = 16 };
    static constexpr size_t signs = 32;

    struct Passage
    {
        int message;
        quint8 signs; ///< of Sign
    };

    /// Runs as they were cut: their content is that of the index.
    struct Cut
    {
        Chunker::Limits limits;
        Chunker chunker;
        std::vector<int> messages; ///< of all runs
        std::vector<int> ends; ///< of each run, in `messages`
        std::vector<char> begins;

        Runs runs() const { return {messages, ends}; }
        void add(std::span<const int> run, bool begins);
        void removeLast();
    };

    bool isCut(const Runs &runs, const Chunker::Limits &limits) const;
    void truncateCut(int messages);
    void addTerms(int message, std::vector<LexicalIndex::Count> &counts) const;
    std::vector<LexicalIndex::Count> runTerms(std::span<const int> run) const;
    void count(const Message &message);
    SpellingCensus census(int messages) const;
    void read(const Message &message);
    void readPassage(const QString &text, const QString &about, bool apart);
    static double bonus(unsigned signs, bool wantsTime, AskedAbout about);

    std::vector<Known> m_known;
    std::vector<Passage> m_passages;
    LexicalIndex m_words;
    std::optional<Cut> m_cut;
    std::vector<SpellingCensus> m_censuses; ///< of the messages up to each
    TextLanguage m_language = TextLanguage::English;
    QStringList m_userNames;
    QStringList m_assistantNames;
};

} // namespace Core
