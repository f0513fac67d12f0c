#include "core/retrieval/extractive.h"

#include "core/base/text.h"
#include "core/retrieval/sentencereader.h"

#include <algorithm>
#include <cmath>
#include <optional>
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
    SentenceReading *reading = nullptr;
    const QString *speaker = nullptr; ///< nullptr: nobody by name
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
    TermWeights(const std::vector<Sentence> &sentences, int terms, TermCounts &holders)
        : m_holders(holders)
        , m_all(double(sentences.size()))
        , m_weights(sentences.size() + 1, unknown)
    {
        m_holders.restart(terms);
        for (const Sentence &sentence : sentences) {
            for (const int term : *sentence.terms)
                ++m_holders.of(term);
        }
    }

    double of(int term)
    {
        const int held = m_holders.of(term);
        double &weight = m_weights[size_t(held)];
        if (weight == unknown)
            weight = std::log1p(double(held)) * std::log1p(m_all / double(held));
        return weight;
    }

private:
    static constexpr double unknown = -1;

    TermCounts &m_holders; ///< sentences, by term
    double m_all;
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
        for (const QStringView line : QStringView(previous).split(u'\n', Qt::SkipEmptyParts)) {
            const bool isHeading = line == userHeading() || line == otherHeading();
            isOurs = isOurs || isHeading;
            if (isHeading)
                isUser = line == userHeading();
            else if (isOurs)
                add(m_reader.reading(line.mid(line.startsWith(u"- "_s) ? 2 : 0)), nullptr, isUser,
                    true);
            else
                foreign.append(line).append(u'\n');
        }
    }

    void addMessage(const Message &message)
    {
        if (message.role != Role::User && message.role != Role::Assistant)
            return;
        const QString *speaker = message.name.isEmpty() ? nullptr : &message.name;
        for (SentenceReading *sentence : m_reader.sentences(message.content))
            add(*sentence, speaker, message.role == Role::User, false);
    }

    std::vector<Sentence> weighed() &&
    {
        SpellingCensus census;
        for (const Sentence &sentence : m_sentences)
            census.add(sentence.reading->census);
        for (Sentence &sentence : m_sentences)
            sentence.terms = &m_reader.terms(*sentence.reading, census.language());
        TermWeights weights(m_sentences, m_reader.termCount(), m_reader.holders());
        for (Sentence &sentence : m_sentences)
            sentence.weight = weightOf(sentence, weights);
        return std::move(m_sentences);
    }

private:
    void add(SentenceReading &reading, const QString *speaker, bool isUser, bool isKept)
    {
        m_sentences.push_back({.reading = &reading,
                               .speaker = speaker,
                               .isUser = isUser,
                               .isKept = isKept,
                               .order = int(m_sentences.size())});
    }

    static double weightOf(const Sentence &sentence, TermWeights &weights)
    {
        const SentenceReading &reading = *sentence.reading;
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
    Repetitions(int terms, TermCounts &own)
        : m_terms(terms)
        , m_own(own)
    {
    }

    bool has(const Sentence &sentence)
    {
        m_own.restart(m_terms);
        for (const int term : *sentence.terms)
            m_own.of(term) = 1;
        const double most = sameWords * double(sentence.terms->size()) + 0.5;
        return std::any_of(m_taken.begin(), m_taken.end(), [&](const std::vector<int> *taken) {
            int shared = 0;
            for (const int term : *taken)
                shared += m_own.of(term);
            return double(shared) > most;
        });
    }

    void take(const Sentence &sentence) { m_taken.push_back(sentence.terms); }

private:
    int m_terms;
    TermCounts &m_own; ///< 1 for each term of the sentence that is looked at
    std::vector<const std::vector<int> *> m_taken;
};

QString lineOf(const Sentence &sentence, int length)
{
    if (!sentence.speaker || sentence.isKept)
        return SentenceReader::line(*sentence.reading, length);
    return u"- "_s + firstLine(*sentence.speaker + u": "_s + sentence.reading->text, length)
        + u'\n';
}

bool isHeavier(const Sentence *left, const Sentence *right)
{
    return left->weight != right->weight ? left->weight > right->weight
                                         : left->order < right->order;
}

/// The heaviest sentences that fit, without repetitions, in the order in which they were said.
std::vector<Sentence *> heaviest(std::vector<Sentence> &sentences, SentenceReader &reader,
                                 int characters, int length)
{
    std::vector<Sentence *> byWeight;
    byWeight.reserve(sentences.size());
    for (Sentence &sentence : sentences)
        byWeight.push_back(&sentence);
    std::sort(byWeight.begin(), byWeight.end(), isHeavier);
    std::vector<Sentence *> taken;
    Repetitions repetitions(reader.termCount(), reader.shared());
    qsizetype used = 0;
    for (Sentence *sentence : byWeight) {
        if (used + shortestLine > characters)
            break;
        sentence->line = lineOf(*sentence, length);
        const qsizetype size = sentence->line.size();
        if (used + size > characters || repetitions.has(*sentence))
            continue;
        used += size;
        repetitions.take(*sentence);
        taken.push_back(sentence);
    }
    std::sort(taken.begin(), taken.end(), [](const Sentence *left, const Sentence *right) {
        return left->order < right->order;
    });
    return taken;
}

QString section(const QString &heading, const std::vector<Sentence *> &sentences, bool isUser)
{
    QString text;
    for (const Sentence *sentence : sentences) {
        if (sentence->isUser == isUser)
            text += sentence->line;
    }
    return text.isEmpty() ? QString() : heading + u'\n' + text;
}

} // namespace

QString extractiveSummary(std::span<const Message> messages, const QString &previous,
                          const ExtractiveLimits &limits, SentenceReader *known)
{
    std::optional<SentenceReader> own;
    SentenceReader &reader = known ? *known : own.emplace();
    reader.trim();
    Collector collector(reader);
    QString foreign;
    collector.addPrevious(previous, foreign);
    for (const Message &message : messages)
        collector.addMessage(message);
    std::vector<Sentence> weighed = std::move(collector).weighed();
    const std::vector<Sentence *> taken =
        heaviest(weighed, reader, limits.characters - int(foreign.size()), limits.sentence);
    return (foreign + section(userHeading(), taken, true) + section(otherHeading(), taken, false))
        .trimmed();
}

} // namespace Core
