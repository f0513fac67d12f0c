#include "ui/composer/softbreaks.h"

namespace SoftBreaks {

namespace {

/// Zero width space and word joiner: neither is seen, and one makes no sense before the other.
constexpr QStringView mark = u"\u200b\u2060";

qsizetype breakBefore(QStringView text, qsizetype begin)
{
    const qsizetype end = begin + longestLine;
    for (qsizetype at = end; at > begin + longestLine / 2; --at) {
        if (text[at - 1] == u' ')
            return at;
    }
    return text[end - 1].isHighSurrogate() ? end - 1 : end;
}

} // namespace

QString inserted(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype lineEnd = text.indexOf(u'\n', begin);
        const qsizetype next = lineEnd < 0 ? text.size() : lineEnd + 1;
        if (next - begin <= longestLine + 1) {
            result += QStringView(text).sliced(begin, next - begin);
            begin = next;
            continue;
        }
        const qsizetype end = breakBefore(text, begin);
        result += QStringView(text).sliced(begin, end - begin);
        result += mark;
        result += u'\n';
        begin = end;
    }
    return result;
}

QString removed(QString text)
{
    if (!text.contains(mark))
        return text;
    text.remove(mark.toString() + u'\n');
    return text.remove(mark.toString());
}

} // namespace SoftBreaks
