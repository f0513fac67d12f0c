#include "core/retrieval/words.h"

#include "core/base/text.h"

#include <algorithm>

namespace Core {

namespace {

bool isWordCharacter(char32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    return QChar::isLetterOrNumber(c) || QChar::isMark(c);
}

} // namespace

QString loweredText(const QString &text)
{
    return normalizedText(text, QString::NormalizationForm_C).toLower();
}

QString withoutMarks(const QString &text)
{
    QString letters;
    for (const QChar c : normalizedText(text, QString::NormalizationForm_D)) {
        if (c.category() != QChar::Mark_NonSpacing)
            letters += c == u'đ' ? u'd' : c == u'Đ' ? u'D' : c;
    }
    return letters;
}

bool isPlain(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

bool isUnspaced(char32_t c)
{
    return (c >= 0x0e00 && c <= 0x0eff) || (c >= 0x3040 && c <= 0x30ff)
        || (c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3ffff);
}

QStringView Words::next()
{
    qsizetype begin = m_at;
    while (begin < m_text.size() && !isWordCharacter(at(begin)))
        begin += width(begin);
    qsizetype end = begin;
    while (end < m_text.size() && isWordCharacter(at(end)) && !isUnspaced(at(end)))
        end += width(end);
    if (end == begin && begin < m_text.size())
        end += width(begin);
    m_at = end;
    skipShortEnding();
    return m_text.sliced(begin, end - begin);
}

bool Words::takeGroup(QString &number)
{
    const qsizetype dot = m_at;
    if (dot + 3 >= m_text.size() || (m_text[dot] != u'.' && m_text[dot] != u','))
        return false;
    for (qsizetype i = dot + 1; i <= dot + 3; ++i) {
        if (!isDigit(i))
            return false;
    }
    if (dot + 4 < m_text.size() && isDigit(dot + 4))
        return false;
    number += m_text.sliced(dot + 1, 3);
    m_at = dot + 4;
    return true;
}

char32_t Words::at(qsizetype i) const
{
    return width(i) == 2 ? QChar::surrogateToUcs4(m_text[i], m_text[i + 1]) : m_text[i].unicode();
}

qsizetype Words::width(qsizetype i) const
{
    return m_text[i].isHighSurrogate() && i + 1 < m_text.size() && m_text[i + 1].isLowSurrogate()
        ? 2
        : 1;
}

void Words::skipShortEnding()
{
    if (m_at >= m_text.size() || (m_text[m_at] != u'\'' && m_text[m_at] != u'’'))
        return;
    qsizetype end = m_at + 1;
    while (end < m_text.size() && end - m_at <= 3 && isWordCharacter(at(end)))
        ++end;
    if (end - m_at <= 3)
        m_at = end;
}

} // namespace Core
