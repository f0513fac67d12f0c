#include "ui/inspector/prettyjson.h"

namespace {

constexpr int indent = 2;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The end of the string that begins at `at`, behind its closing quote.
qsizetype stringEnd(QByteArrayView json, qsizetype at)
{
    for (qsizetype i = at + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

class Writer
{
public:
    explicit Writer(const QByteArray &json)
        : m_json(json)
    {
        m_out.reserve(json.size() + json.size() / 4);
    }

    QByteArray write()
    {
        for (m_at = 0; m_at < m_json.size();)
            writeNext();
        return m_out;
    }

private:
    void writeNext()
    {
        const char c = m_json[m_at];
        switch (c) {
        case '"': {
            const qsizetype end = stringEnd(m_json, m_at);
            m_out.append(m_json.constData() + m_at, end - m_at);
            m_at = end;
            return;
        }
        case '{':
        case '[':
            return open();
        case '}':
        case ']':
            breakLine(--m_depth);
            break;
        case ',':
            m_out.append(c);
            ++m_at;
            return breakLine(m_depth);
        case ':':
            m_out.append(": ");
            ++m_at;
            return;
        default:
            break;
        }
        if (!isBlank(c))
            m_out.append(c);
        ++m_at;
    }

    /// An empty object or array stays on its line.
    void open()
    {
        m_out.append(m_json[m_at++]);
        while (m_at < m_json.size() && isBlank(m_json[m_at]))
            ++m_at;
        if (m_at < m_json.size() && (m_json[m_at] == '}' || m_json[m_at] == ']'))
            m_out.append(m_json[m_at++]);
        else
            breakLine(++m_depth);
    }

    void breakLine(int depth)
    {
        m_out.append('\n');
        m_out.append(QByteArray(qMax(0, depth) * indent, ' '));
    }

    const QByteArray &m_json;
    QByteArray m_out;
    qsizetype m_at = 0;
    int m_depth = 0;
};

qsizetype stringEnd(QStringView line, qsizetype from)
{
    for (qsizetype i = from; i < line.size(); ++i) {
        if (line[i] == u'\\')
            ++i;
        else if (line[i] == u'"')
            return i + 1;
    }
    return line.size();
}

bool isName(QStringView line, qsizetype end)
{
    return end < line.size() && line[end] == u':';
}

bool isNumber(QChar c)
{
    return (c >= u'0' && c <= u'9') || c == u'-' || c == u'+' || c == u'.' || c == u'e'
        || c == u'E';
}

bool isLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

} // namespace

QByteArray prettyJson(const QByteArray &json)
{
    const QByteArray trimmed = json.trimmed();
    if (!trimmed.startsWith('{') && !trimmed.startsWith('['))
        return json;
    return Writer(trimmed).write();
}

QList<JsonToken> jsonTokens(QStringView line, LineStart start)
{
    using Kind = JsonToken::Kind;
    QList<JsonToken> tokens;
    qsizetype at = 0;
    const auto take = [&](qsizetype end, Kind kind) {
        tokens.append({at, end - at, kind});
        at = end;
    };
    if (start == LineStart::InString)
        take(stringEnd(line, 0), Kind::String);
    while (at < line.size()) {
        const QChar c = line[at];
        qsizetype end = at;
        if (c == u'"') {
            end = stringEnd(line, at + 1);
            take(end, isName(line, end) ? Kind::Name : Kind::String);
        } else if (c == u'-' || (c >= u'0' && c <= u'9')) {
            while (end < line.size() && isNumber(line[end]))
                ++end;
            take(end, Kind::Number);
        } else if (isLetter(c)) {
            while (end < line.size() && isLetter(line[end]))
                ++end;
            take(end, Kind::Word);
        } else {
            ++at;
        }
    }
    return tokens;
}
