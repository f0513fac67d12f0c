#include "ui/conversations/snippet.h"

namespace {

constexpr char16_t hitStart = u'\u0002';
constexpr char16_t hitEnd = u'\u0003';

} // namespace

Snippet parsedSnippet(const QString &marked)
{
    Snippet snippet;
    snippet.text.reserve(marked.size());
    qsizetype start = -1;
    const auto close = [&] {
        if (start >= 0 && snippet.text.size() > start)
            snippet.hits.append({start, snippet.text.size() - start});
        start = -1;
    };
    for (const QChar character : marked) {
        if (character == hitStart) {
            close();
            start = snippet.text.size();
        } else if (character == hitEnd) {
            close();
        } else {
            snippet.text += character.isSpace() ? QChar(u' ') : character;
        }
    }
    close();
    return snippet;
}

Snippet fromFirstHit(const Snippet &snippet, qsizetype before)
{
    if (snippet.hits.isEmpty() || snippet.hits.first().start <= before)
        return snippet;
    qsizetype cut = snippet.hits.first().start - before;
    const qsizetype space = snippet.text.indexOf(u' ', cut);
    if (space >= 0 && space < snippet.hits.first().start)
        cut = space + 1;
    Snippet result{u'…' + snippet.text.mid(cut), {}};
    for (const TextRange &hit : snippet.hits)
        result.hits.append({hit.start - cut + 1, hit.length});
    return result;
}
