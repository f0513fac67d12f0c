#include "core/store/searchtext.h"

#include "core/base/text.h"

#include <QList>
#include <QSet>

#include <algorithm>

namespace Core {

namespace {

constexpr qsizetype mostWords = 32;
constexpr qsizetype mostMatches = 500; // enough to choose the best place among
constexpr qsizetype before = 40; // characters shown before the first match
constexpr qsizetype length = 180;

/// A word of the text, where it stands, as it is compared.
struct Word
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString folded;
};

/// Walks over the words of a text. Marks that fold to nothing belong to the word before them,
/// so that decomposed text has the same words as composed.
class Words
{
public:
    explicit Words(const QString &text)
        : m_text(text)
    {
    }

    std::optional<Word> next()
    {
        Word word;
        while (m_at < m_text.size()) {
            const qsizetype size = step();
            const char32_t c = codePoint(size);
            if (QChar::isLetterOrNumber(c)) {
                if (word.folded.isEmpty())
                    word.begin = m_at;
                word.folded += folded(c, size);
            } else if (QChar::category(c) != QChar::Mark_NonSpacing && !word.folded.isEmpty()) {
                break;
            }
            m_at += size;
            word.end = m_at;
        }
        return word.folded.isEmpty() ? std::nullopt : std::optional(std::move(word));
    }

private:
    qsizetype step() const
    {
        const bool isPair = m_text[m_at].isHighSurrogate() && m_at + 1 < m_text.size()
            && m_text[m_at + 1].isLowSurrogate();
        return isPair ? 2 : 1;
    }

    char32_t codePoint(qsizetype size) const
    {
        return size == 2 ? QChar::surrogateToUcs4(m_text[m_at], m_text[m_at + 1])
                         : m_text[m_at].unicode();
    }

    QString folded(char32_t c, qsizetype size) const
    {
        return c < 0x80 ? QString(QChar(char16_t(c)).toLower())
                        : foldedText(m_text.mid(m_at, size));
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

struct Match
{
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype word = 0; ///< index of the searched word
};

QList<Match> matchesIn(const QString &text, const QStringList &words)
{
    QList<Match> matches;
    Words walk(text);
    while (const std::optional<Word> word = walk.next()) {
        qsizetype index = words.indexOf(word->folded);
        if (index < 0 && word->folded.startsWith(words.constLast()))
            index = words.size() - 1;
        if (index >= 0)
            matches.append({word->begin, word->end, index});
        if (matches.size() == mostMatches)
            break;
    }
    return matches;
}

/// The first match from which most of the words are near.
qsizetype bestMatch(const QList<Match> &matches)
{
    qsizetype best = 0;
    qsizetype most = 0;
    for (qsizetype i = 0; i < matches.size(); ++i) {
        QSet<qsizetype> near;
        for (qsizetype j = i; j < matches.size(); ++j) {
            if (matches[j].end > matches[i].begin + length - before)
                break;
            near.insert(matches[j].word);
        }
        if (near.size() > most) {
            most = near.size();
            best = i;
        }
    }
    return best;
}

/// Where to cut at or after `at`: behind a blank if one is near, never inside a pair.
qsizetype cutFrom(const QString &text, qsizetype at)
{
    for (qsizetype i = at; i < std::min(at + 20, text.size()); ++i) {
        if (text[i].isSpace())
            return i + 1;
    }
    return at < text.size() && text[at].isLowSurrogate() ? at + 1 : at;
}

} // namespace

QStringList searchWords(const QString &typed)
{
    QStringList words;
    Words walk(typed);
    while (const std::optional<Word> word = walk.next()) {
        words += word->folded;
        if (words.size() == mostWords)
            break;
    }
    return words;
}

QString snippet(const QString &text, const QStringList &words)
{
    const QList<Match> matches = words.isEmpty() ? QList<Match>() : matchesIn(text, words);
    if (matches.isEmpty())
        return firstLine(text, int(length));

    const qsizetype first = matches[bestMatch(matches)].begin;
    const qsizetype begin = first <= before ? 0 : std::min(cutFrom(text, first - before), first);
    const qsizetype end =
        text.size() <= begin + length ? text.size() : cutFrom(text, begin + length);

    QString marked;
    qsizetype at = begin;
    for (const Match &match : matches) {
        if (match.begin < begin || match.end > end)
            continue;
        marked += QStringView(text).mid(at, match.begin - at);
        marked += QChar(2) + text.mid(match.begin, match.end - match.begin) + QChar(3);
        at = match.end;
    }
    marked += QStringView(text).mid(at, end - at);
    const QChar ellipsis(0x2026);
    return (begin > 0 ? QString(ellipsis) : QString()) + marked.simplified()
        + (end < text.size() ? QString(ellipsis) : QString());
}

} // namespace Core
