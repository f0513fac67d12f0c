#include "core/retrieval/passages.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

bool endsSentence(QChar c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u'…' || c == QChar(0x3002)
        || c == QChar(0xff01) || c == QChar(0xff1f);
}

bool isCloser(QChar c)
{
    return c == u'"' || c == u'\'' || c == u')' || c == u']' || c == u'”' || c == u'’' || c == u'»';
}

/// "Mr.", "TP." (city), "Q." (district): short words that a dot belongs to.
bool isAbbreviation(QStringView word)
{
    static const QStringList known{u"mr"_s, u"mrs"_s, u"ms"_s,  u"dr"_s,  u"st"_s, u"no"_s,
                                   u"vs"_s, u"e.g"_s, u"i.e"_s, u"inc"_s, u"tp"_s, u"ths"_s,
                                   u"ts"_s, u"bs"_s,  u"p"_s,   u"q"_s,   u"đ"_s,  u"sđt"_s};
    const bool isInitial = word.size() == 1 && word[0].isUpper();
    return isInitial || known.contains(word.toString().toLower());
}

/// Where the sentence that begins at `begin` ends.
qsizetype sentenceEnd(const QString &text, qsizetype begin)
{
    for (qsizetype i = begin; i < text.size(); ++i) {
        if (text[i] == u'\n')
            return i;
        if (!endsSentence(text[i]))
            continue;
        const qsizetype mark = i;
        while (i + 1 < text.size() && (endsSentence(text[i + 1]) || isCloser(text[i + 1])))
            ++i;
        const bool spaced =
            text[mark].unicode() > 0x2fff || i + 1 == text.size() || text[i + 1].isSpace();
        if (!spaced)
            continue;
        qsizetype word = mark;
        while (word > begin && !text[word - 1].isSpace())
            --word;
        if (text[mark] == u'.' && i == mark
            && isAbbreviation(QStringView(text).sliced(word, mark - word)))
            continue;
        return i + 1;
    }
    return text.size();
}

/// The best place to cut between half of `size` and `size` characters behind `begin`.
qsizetype passageEnd(QStringView text, qsizetype begin, qsizetype size)
{
    const qsizetype end = begin + size;
    const qsizetype least = begin + size / 2;
    const auto lastOf = [&](auto matches) {
        for (qsizetype i = end; i > least; --i) {
            if (matches(i))
                return i;
        }
        return qsizetype(0);
    };
    if (const qsizetype i = lastOf([&](qsizetype at) { return text[at] == u'\n'; }))
        return i;
    if (const qsizetype i =
            lastOf([&](qsizetype at) { return text[at].isSpace() && endsSentence(text[at - 1]); }))
        return i;
    if (const qsizetype i = lastOf([&](qsizetype at) { return text[at].isSpace(); }))
        return i;
    return text[end].isLowSurrogate() ? end - 1 : end;
}

} // namespace

QStringList passagesOf(const QString &text, qsizetype size)
{
    if (text.size() <= size)
        return {text};
    QStringList passages;
    qsizetype begin = 0;
    while (text.size() - begin > size) {
        const qsizetype end = passageEnd(text, begin, size);
        passages += text.sliced(begin, end - begin);
        begin = end;
    }
    passages += text.sliced(begin);
    return passages;
}

QStringList splitSentences(const QString &text)
{
    QStringList sentences;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype end = std::max(sentenceEnd(text, begin), begin + 1);
        const QString sentence = text.sliced(begin, end - begin).trimmed();
        if (!sentence.isEmpty())
            sentences += sentence;
        begin = end;
    }
    return sentences;
}

} // namespace Core
