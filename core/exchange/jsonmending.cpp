#include "core/exchange/jsonmending.h"

#include <QString>

#include <cmath>

namespace Core {

namespace {

constexpr QByteArrayView replacement = "\\ufffd";

bool isIn(QByteArrayView set, char c)
{
    return set.indexOf(c) >= 0;
}

/// Copies a JSON text and puts its tokens right on the way.
class Mender
{
public:
    explicit Mender(QByteArrayView text)
        : m_text(text)
    {
        m_out.reserve(text.size() + text.size() / 64 + 16);
    }

    QByteArray mended()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"')
                mendText();
            else if (isIn("-+.0123456789NI", c))
                mendNumber();
            else
                m_out += m_text[m_at++];
        }
        return std::move(m_out);
    }

private:
    /// Digits, and the words that some writers put where a number should be.
    void mendNumber()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && isIn("-+.0123456789eEINafinty", m_text[m_at]))
            ++m_at;
        const QByteArray token = m_text.sliced(start, m_at - start).toByteArray();
        if (token == "NaN" || token.endsWith("Infinity"))
            m_out += "null";
        else if (isReadable(token))
            m_out += token;
        else
            m_out += '"' + token + '"';
    }

    static bool isReadable(const QByteArray &token)
    {
        const qsizetype digits = token.startsWith('-') ? 1 : 0;
        const bool hasLeadingZero = token.size() > digits + 1 && token[digits] == '0'
            && token[digits + 1] >= '0' && token[digits + 1] <= '9';
        const char first = digits < token.size() ? token[digits] : '.';
        if (hasLeadingZero || first < '0' || first > '9' || token.endsWith('.'))
            return false;
        bool isWhole = false;
        token.toLongLong(&isWhole);
        bool isNumber = false;
        const double value = token.toDouble(&isNumber);
        const bool looksWhole = !isIn(token, '.') && !isIn(token, 'e') && !isIn(token, 'E');
        return looksWhole ? isWhole : isNumber && std::isfinite(value);
    }

    void mendText()
    {
        m_out += m_text[m_at++];
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '\\')
                mendEscape();
            else if (uchar(c) < 0x20)
                mendControl();
            else
                m_out += m_text[m_at++];
            if (c == '"')
                return;
        }
    }

    void mendControl()
    {
        m_out += "\\u00";
        m_out += QByteArray::number(uchar(m_text[m_at++]), 16).rightJustified(2, '0');
    }

    void mendEscape()
    {
        const char kind = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        if (kind == 'u') {
            mendCodeUnit();
        } else if (isIn("\"\\/bfnrt", kind)) {
            m_out += m_text.sliced(m_at, 2);
            m_at += 2;
        } else { // a lone backslash, as in "C:\path"
            m_out += "\\\\";
            ++m_at;
        }
    }

    void mendCodeUnit()
    {
        const int unit = codeUnit(m_at);
        if (unit < 0) {
            m_out += "\\\\";
            ++m_at;
            return;
        }
        const int next = QChar::isHighSurrogate(char32_t(unit)) ? codeUnit(m_at + 6) : -1;
        if (next >= 0 && QChar::isLowSurrogate(char32_t(next))) {
            m_out += m_text.sliced(m_at, 12);
            m_at += 12;
            return;
        }
        m_out += QChar::isSurrogate(char32_t(unit)) ? replacement : m_text.sliced(m_at, 6);
        m_at += 6;
    }

    /// The value of the \uXXXX at `at`, or -1.
    int codeUnit(qsizetype at) const
    {
        if (at + 6 > m_text.size() || m_text[at] != '\\' || m_text[at + 1] != 'u')
            return -1;
        for (qsizetype i = at + 2; i < at + 6; ++i) {
            if (!isIn("0123456789abcdefABCDEF", m_text[i]))
                return -1;
        }
        return m_text.sliced(at + 2, 4).toByteArray().toInt(nullptr, 16);
    }

    QByteArrayView m_text;
    QByteArray m_out;
    qsizetype m_at = 0;
};

} // namespace

QByteArray mendedJson(QByteArrayView text)
{
    const QByteArray mended = Mender(text).mended();
    return QString::fromUtf8(mended).toUtf8(); // invalid bytes become U+FFFD
}

} // namespace Core
