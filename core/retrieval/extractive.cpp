#include "core/retrieval/extractive.h"

#include "core/base/text.h"
#include "core/retrieval/sentencereader.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr double userWeight = 1.6;
constexpr double factWeight = 1.5;
constexpr double questionWeight = 0.4;
constexpr double keptWeight = 1.2; ///< what was in the summary before
constexpr double sameWords = 0.6; ///< a sentence that shares more than this with one taken is left

struct Sentence
{
    QString text;
    QString speaker;
    bool isUser = false;
    bool isKept = false;
    int order = 0;
    const std::vector<size_t> *terms = nullptr; ///< hashes, in the order of the terms
    double weight = 0;
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
        std::unordered_map<size_t, int> holders;
        for (size_t i = 0; i < m_sentences.size(); ++i) {
            m_sentences[i].terms =
                &SentenceReader::terms(*readings[i], m_sentences[i].text, census.language());
            for (const size_t term : *m_sentences[i].terms)
                ++holders[term];
        }
        for (size_t i = 0; i < m_sentences.size(); ++i)
            m_sentences[i].weight = weightOf(m_sentences[i], *readings[i], holders);
        return std::move(m_sentences);
    }

private:
    void add(const QString &text, const QString &speaker, bool isUser, bool isKept)
    {
        m_sentences.push_back({text, speaker, isUser, isKept, int(m_sentences.size()), {}, 0});
    }

    /// A word that returns is what the talk is about; one in every sentence tells nothing.
    double weightOf(const Sentence &sentence, const SentenceReading &reading,
                    const std::unordered_map<size_t, int> &holders) const
    {
        const double all = double(m_sentences.size());
        double sum = 0;
        for (const size_t term : *sentence.terms) {
            const double held = holders.at(term);
            sum += std::log1p(held) * std::log1p(all / held);
        }
        double weight = sum / std::sqrt(4.0 + double(sentence.terms->size()));
        weight *= sentence.isUser ? userWeight : 1;
        weight *= reading.hasDigit || reading.tellsTime ? factWeight : 1;
        weight *= reading.asks ? questionWeight : 1;
        return weight * (sentence.isKept ? keptWeight : 1);
    }

    SentenceReader &m_reader;
    std::vector<Sentence> m_sentences;
};

/// `taken` are the terms of another sentence, in order of their hashes.
bool isRepetition(const Sentence &sentence, const std::vector<size_t> &taken)
{
    const auto shared =
        std::count_if(sentence.terms->begin(), sentence.terms->end(), [&](size_t term) {
            return std::binary_search(taken.begin(), taken.end(), term);
        });
    return double(shared) > sameWords * double(sentence.terms->size()) + 0.5;
}

QString lineOf(const Sentence &sentence, int length)
{
    const QString text = sentence.speaker.isEmpty() || sentence.isKept
        ? sentence.text
        : sentence.speaker + u": "_s + sentence.text;
    return u"- "_s + firstLine(text, length) + u'\n';
}

/// The heaviest sentences that fit, without repetitions, in the order in which they were said.
std::vector<Sentence> heaviest(std::vector<Sentence> sentences, int characters, int length)
{
    std::stable_sort(sentences.begin(), sentences.end(), [](const auto &left, const auto &right) {
        return left.weight > right.weight;
    });
    std::vector<Sentence> taken;
    std::vector<std::vector<size_t>> words; ///< of those taken
    qsizetype used = 0;
    for (Sentence &sentence : sentences) {
        const qsizetype size = lineOf(sentence, length).size();
        if (used + size > characters)
            continue;
        const bool repeats = std::any_of(words.begin(), words.end(), [&](const auto &other) {
            return isRepetition(sentence, other);
        });
        if (repeats)
            continue;
        used += size;
        words.push_back(*sentence.terms);
        std::sort(words.back().begin(), words.back().end());
        taken.push_back(std::move(sentence));
    }
    std::sort(taken.begin(), taken.end(),
              [](const auto &left, const auto &right) { return left.order < right.order; });
    return taken;
}

QString section(const QString &heading, const std::vector<Sentence> &sentences, bool isUser,
                int length)
{
    QString text;
    for (const Sentence &sentence : sentences)
        text += sentence.isUser == isUser ? lineOf(sentence, length) : QString();
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
    const std::vector<Sentence> taken = heaviest(
        std::move(collector).weighed(), limits.characters - int(foreign.size()), limits.sentence);
    return (foreign + section(userHeading(), taken, true, limits.sentence)
            + section(otherHeading(), taken, false, limits.sentence))
        .trimmed();
}

} // namespace Core
