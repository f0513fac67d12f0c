#include "core/retrieval/extractive.h"

#include "core/base/text.h"
#include "core/retrieval/analyser.h"
#include "core/retrieval/cues.h"
#include "core/retrieval/passages.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype readOfMessage = 20'000; ///< characters; a longer one is a file
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
    std::vector<std::string> terms;
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

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

/// Reads a summary of our own back; what does not look like one goes to `foreign`.
class Collector
{
public:
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
        for (const QString &sentence : splitSentences(message.content.left(readOfMessage))) {
            const QString text = sentence.simplified();
            if (tellingWords(text, 2) >= 2)
                add(text, message.name, message.role == Role::User, false);
        }
    }

    std::vector<Sentence> weighed() &&
    {
        LetterCensus census;
        for (const Sentence &sentence : m_sentences)
            census.add(sentence.text);
        std::unordered_map<std::string, int> holders;
        for (Sentence &sentence : m_sentences) {
            sentence.terms = termsOf(sentence.text, census.language());
            std::sort(sentence.terms.begin(), sentence.terms.end());
            sentence.terms.erase(std::unique(sentence.terms.begin(), sentence.terms.end()),
                                 sentence.terms.end());
            for (const std::string &term : sentence.terms)
                ++holders[term];
        }
        for (Sentence &sentence : m_sentences)
            sentence.weight = weightOf(sentence, holders);
        return std::move(m_sentences);
    }

private:
    void add(const QString &text, const QString &speaker, bool isUser, bool isKept)
    {
        m_sentences.push_back({text, speaker, isUser, isKept, int(m_sentences.size()), {}, 0});
    }

    /// A word that returns is what the talk is about; one in every sentence tells nothing.
    double weightOf(const Sentence &sentence,
                    const std::unordered_map<std::string, int> &holders) const
    {
        const double all = double(m_sentences.size());
        double sum = 0;
        for (const std::string &term : sentence.terms) {
            const double held = holders.at(term);
            sum += std::log1p(held) * std::log1p(all / held);
        }
        double weight = sum / std::sqrt(4.0 + double(sentence.terms.size()));
        weight *= sentence.isUser ? userWeight : 1;
        weight *= hasDigit(sentence.text) || cuesOf(sentence.text).tellsTime ? factWeight : 1;
        weight *= cuesOf(sentence.text).asks ? questionWeight : 1;
        return weight * (sentence.isKept ? keptWeight : 1);
    }

    std::vector<Sentence> m_sentences;
};

bool isRepetition(const Sentence &sentence, const std::unordered_set<std::string> &taken)
{
    const auto shared = std::count_if(sentence.terms.begin(), sentence.terms.end(),
                                      [&](const auto &term) { return taken.contains(term); });
    return double(shared) > sameWords * double(sentence.terms.size()) + 0.5;
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
    std::vector<std::unordered_set<std::string>> words;
    qsizetype used = 0;
    for (Sentence &sentence : sentences) {
        const qsizetype size = lineOf(sentence, length).size();
        const bool repeats = std::any_of(words.begin(), words.end(), [&](const auto &other) {
            return isRepetition(sentence, other);
        });
        if (repeats || used + size > characters)
            continue;
        used += size;
        words.emplace_back(sentence.terms.begin(), sentence.terms.end());
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
                          const ExtractiveLimits &limits)
{
    Collector collector;
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
