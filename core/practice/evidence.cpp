#include "core/practice/evidence.h"

#include "core/base/text.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

// Already folded. Words that are in nearly every question and tell nothing about it.
const QSet<QString> &commonWords()
{
    static const QSet<QString> words = [] {
        const QString all =
            u"a about all am an and any are as at be been but by can could did do does for from "
            "get give had has have he her him his how i if in into is it its just let like "
            "many me much my no not of on or our please say she should so some tell than that "
            "the their them then there these they this to up us was we were what when where "
            "which who whom whose why will with would you your "
            "ai anh ban bao bi cac cai can chi cho chua co con cua cung da dang dau day de den "
            "di do duoc em gi giup hay hoi khi khong la lai lam len luc ma minh mot nao nay nha "
            "nhe nhieu nhu nhung noi oi o ra rang rat roi sao se tai the thi toi trong tu va "
            "vao vay ve voi xin"_s;
        const QStringList list = all.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return words;
}

QString shortened(const QString &word)
{
    const bool plural = word.size() > 3 && word.endsWith(u's') && !word.endsWith("ss"_L1);
    return plural ? word.chopped(1) : word;
}

/// A sentence of the material with its words.
struct Candidate
{
    QString text;
    QHash<QString, int> counts;
    int length = 0;
    double score = 0;
};

bool isQuestion(const QString &sentence)
{
    return sentence.endsWith(u'?');
}

QList<Candidate> candidatesFrom(const QList<Message> &material)
{
    QList<Candidate> candidates;
    QSet<QString> seen;
    for (const Message &message : material) {
        for (const QString &sentence : sentencesOf(message.content)) {
            const QStringList words = contentWords(sentence);
            const QString key = words.join(u' ');
            if (words.isEmpty() || isQuestion(sentence) || seen.contains(key))
                continue;
            seen.insert(key);
            Candidate candidate{.text = sentence, .length = int(words.size())};
            for (const QString &word : words)
                ++candidate.counts[word];
            candidates.append(candidate);
        }
    }
    return candidates;
}

/// BM25 with its usual constants.
void rank(QList<Candidate> &candidates, const QSet<QString> &asked)
{
    constexpr double k = 1.2;
    constexpr double b = 0.75;
    QHash<QString, int> sentencesWith;
    double words = 0;
    for (const Candidate &candidate : std::as_const(candidates)) {
        words += candidate.length;
        for (const QString &word : asked)
            sentencesWith[word] += candidate.counts.contains(word) ? 1 : 0;
    }
    const auto count = double(candidates.size());
    const double average = words / count;
    for (Candidate &candidate : candidates) {
        for (const QString &word : asked) {
            const double times = candidate.counts.value(word);
            const double rarity = std::log(
                1 + (count - sentencesWith.value(word) + 0.5) / (sentencesWith.value(word) + 0.5));
            const double room = k * (1 - b + b * candidate.length / average);
            candidate.score += rarity * times * (k + 1) / (times + room);
        }
    }
}

/// The best `most` of those that reach a share of the best score, in their order.
QStringList best(const QList<Candidate> &candidates, int most, double share)
{
    if (candidates.isEmpty())
        return {};
    QList<double> scores;
    for (const Candidate &candidate : candidates)
        scores.append(candidate.score);
    std::sort(scores.begin(), scores.end(), std::greater<>());
    const double last = scores[std::min<qsizetype>(most, scores.size()) - 1];
    const double least = std::max(last, scores.first() * share);
    QStringList found;
    for (const Candidate &candidate : candidates) {
        if (candidate.score > 0 && candidate.score >= least && found.size() < most)
            found.append(candidate.text);
    }
    return found;
}

bool endsSentence(const QString &text, qsizetype at)
{
    const QChar c = text[at];
    if (c == u'\n')
        return true;
    if (c != u'.' && c != u'!' && c != u'?' && c != u'…' && c != u'。')
        return false;
    return at + 1 == text.size() || text[at + 1].isSpace(); // not in "3.5" or "example.com"
}

} // namespace

QStringList contentWords(const QString &text)
{
    QStringList words;
    QString word;
    const QString folded = foldedText(text) + u' ';
    for (const QChar c : folded) {
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            word += c;
            continue;
        }
        if (!word.isEmpty() && !commonWords().contains(word))
            words.append(shortened(word));
        word.clear();
    }
    return words;
}

QStringList sentencesOf(const QString &text)
{
    QStringList sentences;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!endsSentence(text, i) && i + 1 < text.size())
            continue;
        const QString sentence = text.mid(start, i + 1 - start).simplified();
        if (!sentence.isEmpty())
            sentences.append(sentence);
        start = i + 1;
    }
    return sentences;
}

QStringList evidenceFor(const QString &question, const QList<Message> &material, int most)
{
    constexpr double enough = 0.5; // of the best one's score
    const QStringList words = contentWords(question);
    QList<Candidate> candidates = candidatesFrom(material);
    if (words.isEmpty() || candidates.isEmpty())
        return {};
    rank(candidates, QSet<QString>(words.begin(), words.end()));

    return best(candidates, most, enough);
}

QStringList keySentences(const QList<Message> &material, int most)
{
    QList<Candidate> candidates = candidatesFrom(material);
    QHash<QString, int> frequency;
    for (const Candidate &candidate : std::as_const(candidates)) {
        for (auto word = candidate.counts.begin(); word != candidate.counts.end(); ++word)
            frequency[word.key()] += word.value();
    }
    for (Candidate &candidate : candidates) {
        for (auto word = candidate.counts.begin(); word != candidate.counts.end(); ++word)
            candidate.score += frequency.value(word.key());
        candidate.score /= std::sqrt(double(candidate.length)); // long ones are not better for it
    }
    return best(candidates, most, 0);
}

} // namespace Core
