#include "core/base/text.h"

#include <algorithm>

namespace Core {

namespace {

/// Whether it holds NUL or half a surrogate pair, which most text does not; without a branch for
/// each character, so that many are looked at together.
bool mayNeedCleaning(const QString &text)
{
    constexpr qsizetype block = 64;
    const auto isOdd = [](char16_t c) {
        return unsigned(c == 0) | unsigned((c & 0xf800) == 0xd800);
    };
    const char16_t *at = QStringView(text).utf16();
    const char16_t *end = at + text.size();
    for (; end - at >= block; at += block) {
        unsigned odd = 0;
        for (qsizetype i = 0; i < block; ++i)
            odd |= isOdd(at[i]);
        if (odd != 0)
            return true;
    }
    return std::any_of(at, end, isOdd);
}

bool needsCleaning(const QString &text)
{
    if (!mayNeedCleaning(text))
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isNull() || c.isLowSurrogate())
            return true;
        if (!c.isHighSurrogate())
            continue;
        if (i + 1 == text.size() || !text[i + 1].isLowSurrogate())
            return true;
        ++i;
    }
    return false;
}

/// Length of the valid sequence that starts here, or 0.
int sequenceLength(const uchar *at, const uchar *end)
{
    const auto follows = [&](int i, uchar low = 0x80, uchar high = 0xbf) {
        return at + i < end && at[i] >= low && at[i] <= high;
    };
    const uchar first = *at;
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return follows(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) {
        const uchar low = first == 0xe0 ? 0xa0 : 0x80; // no overlong forms
        const uchar high = first == 0xed ? 0x9f : 0xbf; // no surrogates
        return follows(1, low, high) && follows(2) ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        const uchar low = first == 0xf0 ? 0x90 : 0x80;
        const uchar high = first == 0xf4 ? 0x8f : 0xbf; // up to U+10FFFF
        return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

} // namespace

QString cleanText(QString text)
{
    if (!needsCleaning(text))
        return text;

    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isNull())
            continue;
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            clean += c;
            clean += text[++i];
        } else {
            clean += c.isSurrogate() ? QChar(QChar::ReplacementCharacter) : c;
        }
    }
    return clean;
}

qsizetype firstInvalidUtf8(QByteArrayView bytes)
{
    const auto *begin = reinterpret_cast<const uchar *>(bytes.data());
    const uchar *end = begin + bytes.size();
    for (const uchar *at = begin; at < end;) {
        const int length = sequenceLength(at, end);
        if (length == 0)
            return at - begin;
        at += length;
    }
    return -1;
}

namespace {

/// Whether there is nothing to simplify: single blanks between words, and no other white space.
bool isSimple(const QString &text)
{
    bool isBehindBlank = true;
    for (const QChar c : text) {
        const bool isBlank = c.isSpace();
        if (isBlank && (isBehindBlank || c != u' '))
            return false;
        isBehindBlank = isBlank;
    }
    return !isBehindBlank;
}

} // namespace

QString firstLine(const QString &text, int length)
{
    if (text.size() <= length && isSimple(text))
        return text;
    // A message may hold megabytes; its beginning is enough.
    const QString line =
        text.left(16 * qsizetype(length)).trimmed().section(QLatin1Char('\n'), 0, 0).simplified();
    if (line.size() <= length)
        return line;
    const qsizetype blank = line.lastIndexOf(QLatin1Char(' '), length);
    return line.left(blank > length / 2 ? blank : length) + QChar(0x2026);
}

namespace {

constexpr qsizetype normalizedTogether = 1024;
constexpr qsizetype mostMarks = 4096; ///< more behind one letter is no text

/// Whether what stands before `c` normalises as it would without it. No letter composes with what
/// is before it, but for the vowels and the last consonants of Korean.
bool beginsAnew(QChar c)
{
    return !c.isSurrogate() && !c.isMark() && (c < QChar(0x1160) || c > QChar(0x11ff));
}

} // namespace

QString normalizedText(const QString &text, QString::NormalizationForm form)
{
    if (text.size() <= normalizedTogether)
        return text.normalized(form);
    QString normalized;
    normalized.reserve(text.size());
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = std::min(begin + normalizedTogether, text.size());
        const qsizetype most = std::min(end + mostMarks, text.size());
        while (end < most && !beginsAnew(text[end]))
            ++end;
        normalized += text.mid(begin, end - begin).normalized(form);
        begin = end;
    }
    return normalized;
}

QString foldedText(const QString &text)
{
    const bool isAscii =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (isAscii)
        return text.toLower();
    QString folded;
    folded.reserve(text.size());
    const QString decomposed = normalizedText(text, QString::NormalizationForm_D);
    for (const QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        if (c == QChar(0x0111) || c == QChar(0x0110)) // đ and Đ do not decompose
            folded += QLatin1Char('d');
        else
            folded += c.toLower();
    }
    return folded;
}

} // namespace Core
