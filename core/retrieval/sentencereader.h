#pragma once

#include "core/retrieval/analyser.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace Core {

/// What a summary is chosen by, of one sentence.
struct SentenceReading
{
    QString lowered;
    LetterCensus census;
    bool hasDigit = false;
    bool tellsTime = false;
    bool asks = false;
    std::array<std::optional<std::vector<int>>, 2> terms; ///< by TextLanguage; see terms()
};

/// Reads sentences, and remembers what it has read: a summary that is extended again and again
/// holds the same ones each time. It makes summaries cheap and changes none. For one thread of
/// execution at a time.
class SentenceReader
{
    Q_DISABLE_COPY_MOVE(SentenceReader)

public:
    SentenceReader() = default;

    /// Those sentences of a message that say something.
    const QStringList &sentences(const QString &content);

    /// Good, like the rest, until trim().
    SentenceReading &reading(const QString &sentence);
    /// Numbers of its distinct terms, in the order of the terms; the same term has the same one.
    const std::vector<int> &terms(SentenceReading &reading, TextLanguage language);
    int termCount() const { return int(m_numbers.size()); } ///< all numbers are below

    void trim(); ///< forgets all where that has become much

private:
    SentenceReading &read(const QString &sentence, const QString &lowered);

    std::unordered_map<QString, QStringList> m_sentences; ///< by content
    std::unordered_map<QString, SentenceReading> m_readings;
    std::unordered_map<std::string, int> m_numbers; ///< of terms
};

} // namespace Core
