#pragma once

#include "core/retrieval/termbook.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace Core {

/// What a summary is chosen by, of one sentence.
struct SentenceReading
{
    QString text;
    QString lowered;
    SpellingCensus census;
    bool says = false; ///< more than one word tells something
    bool hasDigit = false;
    bool tellsTime = false;
    bool asks = false;
    std::array<std::optional<std::vector<int>>, 2> terms; ///< by TextLanguage; see terms()
    QString line; ///< of a list, at most lineLength characters; see SentenceReader::line()
    int lineLength = 0;
};

/// Numbers by term, of which only those that come up cost anything.
class TermCounts
{
public:
    /// All are 0 again. `terms` are above all numbers of terms.
    void restart(int terms)
    {
        m_counts.resize(size_t(terms));
        ++m_round;
    }

    int &of(int term)
    {
        Count &count = m_counts[size_t(term)];
        if (count.round != m_round)
            count = {m_round, 0};
        return count.number;
    }

private:
    struct Count
    {
        qint64 round = 0;
        int number = 0;
    };

    std::vector<Count> m_counts;
    qint64 m_round = 0;
};

/// Reads sentences, and remembers what it has read: a summary that is extended again and again
/// holds the same ones each time. It makes summaries cheap and changes none. For one thread of
/// execution at a time.
class SentenceReader
{
    Q_DISABLE_COPY_MOVE(SentenceReader)

public:
    SentenceReader() = default;

    using Sentences = std::vector<SentenceReading *>;

    /// Those sentences of a message that say something. Good, like the rest, until trim().
    const Sentences &sentences(const QString &content);
    SentenceReading &reading(QStringView sentence);

    /// Numbers of its distinct terms, in the order of the terms; the same term has the same one.
    const std::vector<int> &terms(SentenceReading &reading, TextLanguage language);
    int termCount() const { return m_terms.count(); } ///< all numbers are below

    /// "- ", the text up to that length, and the end of the line.
    static const QString &line(SentenceReading &reading, int length);

    /// Room to count in, which whoever makes a summary shares with nobody.
    TermCounts &holders() { return m_holders; }
    TermCounts &shared() { return m_shared; }

    void trim(); ///< forgets all where that has become much

private:
    void read(SentenceReading &reading);

    TextTable<Sentences> m_sentences; ///< by content
    TextTable<SentenceReading> m_readings;
    TermBook m_terms;
    TermCounts m_holders;
    TermCounts m_shared;
};

} // namespace Core
