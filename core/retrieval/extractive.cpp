#include "core/retrieval/extractive.h"

#include "core/base/text.h"
#include "core/retrieval/sentencereader.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr double userWeight = 1.6;
constexpr double factWeight = 1.5;
constexpr double questionWeight = 0.4;
constexpr double keptWeight = 1.2; ///< what was in the summary before
constexpr qsizetype shortestLine = 3; ///< "- " and the end of the line
constexpr double sameWords = 0.6; ///< a sentence that shares more than this with one taken is left

struct Sentence
{
    QString text;
    QString speaker;
    bool isUser = false;
    bool isKept = false;
    int order = 0;
    const std::vector<int> *terms = nullptr; ///< see SentenceReader::terms()
    double weight = 0;
    QString line; ///< as the summary has it, once it is taken
};

const QString &userHeading()
{
    static const QString heading = u"User:"_s;
    return heading;
}

const QString &otherHeading()
{
    static const QString heading = u"Assistant:"_s;
    return heading;
}

/// A word that returns is what the talk is about; one in every sentence tells nothing.
class TermWeights
{
public:
    TermWeights(const std::vector<Sentence> &sentences, int terms)
        : m_holders(size_t(terms))
        , m_weights(sentences.size() + 1)
    {
        for (const Sentence &sentence : sentences) {
            for (const int term : *sentence.terms)
                ++m_holders[size_t(term)];
        }
        const double all = double(sentences.size());
        for (size_t held = 1; held < m_weights.size(); ++held)
            m_weights[held] = std::log1p(double(held)) * std::log1p(all / double(held));
    }

    double of(int term) const { return m_weights[size_t(m_holders[size_t(term)])]; }

private:
    std::vector<int> m_holders; ///< sentences, by term
    std::vector<double> m_weights; ///< by holders
};

/// Reads a summary of our own back; what does not look like one goes to `foreign`.
class Collector
{
public:
    explicit Collector(SentenceReader &reader)
        : m_reader(reader)
    {
    }

    void addPrevious(const QString &previous, QString &foreign)
    {
        bool isOurs = false;
        bool isUser = true;
        for (const QString &line : previous.split(u'\n', Qt::SkipEmptyParts)) {
            const bool isHeading = line == userHeading() || line == otherHeading();
            isOurs = isOurs || isHeading;
            if (isHeading)
                isUser = line == userHeading();
            else if (isOurs)
                add(line.mid(line.startsWith(u"- "_s) ? 2 : 0), {}, isUser, true);
            else
                foreign += line + u'\n';
        }
    }

    void addMessage(const Message &message)
    {
        if (message.role != Role::User && message.role != Role::Assistant)
            return;
        for (const QString &sentence : m_reader.sentences(message.content))
            add(sentence, message.name, message.role == Role::User, false);
    }

    std::vector<Sentence> weighed() &&
    {
        std::vector<SentenceReading *> readings;
        readings.reserve(m_sentences.size());
        LetterCensus census;
        for (const Sentence &sentence : m_sentences) {
            readings.push_back(&m_reader.reading(sentence.text));
            census.words += readings.back()->census.words;
            census.vietnamese += readings.back()->census.vietnamese;
        }
        for (size_t i = 0; i < m_sentences.size(); ++i)
            m_sentences[i].terms = &m_reader.terms(*readings[i], census.language());
        const TermWeights weights(m_sentences, m_reader.termCount());
        for (size_t i = 0; i < m_sentences.size(); ++i)
            m_sentences[i].weight = weightOf(m_sentences[i], *readings[i], weights);
        return std::move(m_sentences);
    }

private:
    void add(const QString &text, const QString &speaker, bool isUser, bool isKept)
    {
        m_sentences.push_back({text, speaker, isUser, isKept, int(m_sentences.size()), {}, 0});
    }

    static double weightOf(const Sentence &sentence, const SentenceReading &reading,
                           const TermWeights &weights)
    {
        double sum = 0;
        for (const int term : *sentence.terms)
            sum += weights.of(term);
        double weight = sum / std::sqrt(4.0 + double(sentence.terms->size()));
        weight *= sentence.isUser ? userWeight : 1;
        weight *= reading.hasDigit || reading.tellsTime ? factWeight : 1;
        weight *= reading.asks ? questionWeight : 1;
        return weight * (sentence.isKept ? keptWeight : 1);
    }

    SentenceReader &m_reader;
    std::vector<Sentence> m_sentences;
};

/// Tells which sentences say again what was taken.
class Repetitions
{
public:
    explicit Repetitions(int terms)
        : m_marks(size_t(terms), -1)
    {
    }

    bool has(const Sentence &sentence)
    {
        ++m_mark;
        for (const int term : *sentence.terms)
            m_marks[size_t(term)] = m_mark;
        const double most = sameWords * double(sentence.terms->size()) + 0.5;
        return std::any_of(m_taken.begin(), m_taken.end(), [&](const std::vector<int> *taken) {
            const auto shared = std::count_if(taken->begin(), taken->end(), [&](int term) {
                return m_marks[size_t(term)] == m_mark;
            });
            return double(shared) > most;
        });
    }

    void take(const Sentence &sentence) { m_taken.push_back(sentence.terms); }

private:
    std::vector<int> m_marks; ///< by term: the last sentence that had it
    std::vector<const std::vector<int> *> m_taken;
    int m_mark = 0;
};

QString lineOf(const Sentence &sentence, int length)
{
    const QString text = sentence.speaker.isEmpty() || sentence.isKept
        ? sentence.text
        : sentence.speaker + u": "_s + sentence.text;
    return u"- "_s + firstLine(text, length) + u'\n';
}

/// The heaviest sentences that fit, without repetitions, in the order in which they were said.
std::vector<Sentence> heaviest(std::vector<Sentence> sentences, int terms, int characters,
                               int length)
{
    std::stable_sort(sentences.begin(), sentences.end(), [](const auto &left, const auto &right) {
        return left.weight > right.weight;
    });
    std::vector<Sentence> taken;
    Repetitions repetitions(terms);
    qsizetype used = 0;
    for (Sentence &sentence : sentences) {
        if (used + shortestLine > characters)
            break;
        sentence.line = lineOf(sentence, length);
        const qsizetype size = sentence.line.size();
        if (used + size > characters || repetitions.has(sentence))
            continue;
        used += size;
        repetitions.take(sentence);
        taken.push_back(std::move(sentence));
    }
    std::sort(taken.begin(), taken.end(),
              [](const auto &left, const auto &right) { return left.order < right.order; });
    return taken;
}

QString section(const QString &heading, const std::vector<Sentence> &sentences, bool isUser)
{
    QString text;
    for (const Sentence &sentence : sentences)
        text += sentence.isUser == isUser ? sentence.line : QString();
    return text.isEmpty() ? QString() : heading + u'\n' + text;
}

} // namespace

QString extractiveSummary(std::span<const Message> messages, const QString &previous,
                          const ExtractiveLimits &limits, SentenceReader *known)
{
    SentenceReader own;
    SentenceReader &reader = known ? *known : own;
    reader.trim();
    Collector collector(reader);
    QString foreign;
    collector.addPrevious(previous, foreign);
    for (const Message &message : messages)
        collector.addMessage(message);
    std::vector<Sentence> weighed = std::move(collector).weighed();
    const std::vector<Sentence> taken =
        heaviest(std::move(weighed), reader.termCount(), limits.characters - int(foreign.size()),
                 limits.sentence);
    return (foreign + section(userHeading(), taken, true) + section(otherHeading(), taken, false))
        .trimmed();
}

} // namespace Core
