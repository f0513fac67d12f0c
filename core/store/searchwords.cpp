#include "core/store/searchwords.h"

#include "core/base/text.h"

#include <QStringList>

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype before = 40; // characters shown in front of the first match
constexpr qsizetype shown = 160;

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : foldedText(text) + u' ') {
        if (c.isLetterOrNumber()) {
            word += c;
        } else if (!word.isEmpty()) {
            words += word;
            word.clear();
        }
    }
    return words;
}

struct Span
{
    qsizetype from = 0;
    qsizetype to = 0;
};

bool matches(const QString &folded, const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (folded == words[i] || (i == words.size() - 1 && folded.startsWith(words[i])))
            return true;
    }
    return false;
}

QList<Span> matchingSpans(const QString &text, const QStringList &words)
{
    QList<Span> spans;
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inside = i < text.size() && (text[i].isLetterOrNumber() || text[i].isMark());
        if (inside && start < 0)
            start = i;
        if (inside || start < 0)
            continue;
        if (matches(foldedText(text.mid(start, i - start)), words))
            spans.append({start, i});
        start = -1;
    }
    return spans;
}

} // namespace

QString matchExpression(const QString &words)
{
    QStringList terms;
    for (const QString &word : wordsOf(words))
        terms += u'"' + word + u'"';
    return terms.isEmpty() ? QString() : terms.join(u' ') + u'*';
}

QString markedSnippet(const QString &text, const QString &words)
{
    const QList<Span> spans = matchingSpans(text, wordsOf(words));
    const qsizetype first = spans.isEmpty() ? 0 : spans.first().from;
    const qsizetype from = std::max<qsizetype>(0, first - before);
    const qsizetype to = std::min(text.size(), from + shown);

    QString snippet = from > 0 ? u"…"_s : QString();
    qsizetype at = from;
    for (const Span &span : spans) {
        if (span.from < at || span.to > to)
            continue;
        snippet += QStringView(text).sliced(at, span.from - at);
        snippet += QChar(2) + text.sliced(span.from, span.to - span.from) + QChar(3);
        at = span.to;
    }
    snippet += QStringView(text).sliced(at, to - at);
    return (snippet + (to < text.size() ? u"…"_s : QString())).simplified();
}

} // namespace Core
