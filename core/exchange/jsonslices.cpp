#include "core/exchange/jsonslices.h"

#include <cstring>

namespace Core {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

qsizetype skipBlanks(QByteArrayView bytes, qsizetype at)
{
    while (at < bytes.size() && isBlank(bytes[at]))
        ++at;
    return at;
}

/// Behind the closing quote of the text that begins at `at`; the size where there is none.
qsizetype behindText(QByteArrayView bytes, qsizetype at)
{
    for (++at; at < bytes.size(); ++at) {
        if (bytes[at] == '\\')
            ++at;
        else if (bytes[at] == '"')
            return at + 1;
    }
    return bytes.size();
}

/// Behind the value that begins at `at`, or -1 where the bytes end before it does.
qsizetype behindValue(QByteArrayView bytes, qsizetype at)
{
    qsizetype depth = 0;
    while (at < bytes.size()) {
        const char c = bytes[at];
        if (c == '"') {
            at = behindText(bytes, at);
            if (depth == 0)
                return at;
            continue;
        }
        if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (--depth <= 0)
                return at + (depth == 0 ? 1 : 0);
        } else if (depth == 0 && (c == ',' || isBlank(c))) {
            return at;
        }
        ++at;
    }
    return -1;
}

qsizetype endOfLine(QByteArrayView bytes, qsizetype at)
{
    const void *found = std::memchr(bytes.data() + at, '\n', size_t(bytes.size() - at));
    return found ? static_cast<const char *>(found) - bytes.data() : bytes.size();
}

/// JSON lines show in an object that is whole on a line of its own, not indented. One of the
/// first lines may be damaged, so some more are looked at; but a line that ends in the middle of
/// a list or an object has nothing wrong with it and is part of something larger.
bool isJsonLines(QByteArrayView bytes)
{
    constexpr int looked = 16;
    qsizetype at = 0;
    for (int line = 0; line < looked && at < bytes.size(); ++line) {
        const qsizetype end = endOfLine(bytes, at);
        const QByteArrayView text = bytes.sliced(at, end - at).trimmed();
        if (text.endsWith('{') || text.endsWith('[') || text.endsWith(','))
            return false;
        if (bytes[at] == '{' && behindValue(text, 0) == text.size())
            return skipBlanks(bytes, end) < bytes.size() || line > 0;
        at = end + 1;
    }
    return false;
}

} // namespace

JsonSlices::JsonSlices(QByteArrayView bytes)
    : m_bytes(bytes)
{
    m_at = skipBlanks(bytes, 0);
    if (m_at == bytes.size())
        return;
    if (bytes[m_at] == '[') {
        m_shape = Shape::List;
        ++m_at;
    } else if (isJsonLines(bytes)) {
        m_shape = Shape::Lines;
        m_at = 0;
    } else {
        m_shape = Shape::Whole;
    }
}

bool JsonSlices::enterList(QByteArrayView key)
{
    if (m_shape != Shape::Whole || m_at >= m_bytes.size() || m_bytes[m_at] != '{')
        return false;
    const QByteArray quoted = '"' + key.toByteArray() + '"';
    qsizetype at = skipBlanks(m_bytes, m_at + 1);
    while (at < m_bytes.size() && m_bytes[at] == '"') {
        const qsizetype nameEnd = behindText(m_bytes, at);
        const bool isKey = m_bytes.sliced(at, nameEnd - at) == quoted;
        at = skipBlanks(m_bytes, nameEnd);
        if (at == m_bytes.size() || m_bytes[at] != ':')
            return false;
        at = skipBlanks(m_bytes, at + 1);
        if (isKey && at < m_bytes.size() && m_bytes[at] == '[') {
            m_shape = Shape::List;
            m_at = at + 1;
            return true;
        }
        at = behindValue(m_bytes, at);
        if (at < 0)
            return false;
        at = skipBlanks(m_bytes, at);
        if (at == m_bytes.size() || m_bytes[at] != ',')
            return false;
        at = skipBlanks(m_bytes, at + 1);
    }
    return false;
}

std::optional<JsonSlice> JsonSlices::next()
{
    switch (m_shape) {
    case Shape::Empty:
        break;
    case Shape::Lines:
        return nextLine();
    case Shape::List:
        return nextItem();
    case Shape::Whole:
        if (m_at >= m_bytes.size())
            break;
        return sliceTo(m_bytes.size());
    }
    return std::nullopt;
}

std::optional<JsonSlice> JsonSlices::nextLine()
{
    while (m_at < m_bytes.size()) {
        const qsizetype start = m_at;
        const qsizetype end = endOfLine(m_bytes, start);
        const QByteArrayView line = m_bytes.sliced(start, end - start);
        m_at = end + 1;
        ++m_number;
        if (!line.trimmed().isEmpty())
            return JsonSlice{.text = line, .offset = start, .number = m_number};
    }
    return std::nullopt;
}

std::optional<JsonSlice> JsonSlices::nextItem()
{
    if (!m_isRecovering)
        m_damageEnd = 0; // what was handed out last was good
    m_isRecovering = false;
    while (true) {
        while (m_at < m_bytes.size() && (isBlank(m_bytes[m_at]) || m_bytes[m_at] == ','))
            ++m_at;
        if (m_at >= m_bytes.size())
            return std::nullopt;
        const bool isGuess = m_at < m_damageEnd;
        const bool isEnd = m_bytes[m_at] == ']';
        if (isEnd && !isGuess)
            return std::nullopt;

        const qsizetype end = isEnd ? m_at : behindValue(m_bytes, m_at);
        if (isGuess)
            m_effort += (end < 0 ? m_bytes.size() : end) - m_at;
        if (isGuess && end <= m_at) {
            seek(m_at + 1);
            continue;
        }
        JsonSlice slice = sliceTo(end <= m_at ? m_bytes.size() : end);
        slice.isWhole = end >= 0;
        slice.isGuess = isGuess;
        rememberBeginning(slice.text);
        return slice;
    }
}

JsonSlice JsonSlices::sliceTo(qsizetype end)
{
    m_last = m_at;
    m_at = end;
    return {.text = m_bytes.sliced(m_last, end - m_last), .offset = m_last, .number = ++m_number};
}

void JsonSlices::rememberBeginning(QByteArrayView item)
{
    if (!m_beginning.isEmpty() || item[0] != '{')
        return;
    const qsizetype at = skipBlanks(item, 1);
    if (at < item.size() && item[at] == '"')
        m_beginning = item.sliced(at, behindText(item, at) - at).toByteArray();
}

void JsonSlices::recover()
{
    if (m_shape != Shape::List || m_beginning.isEmpty())
        return;
    m_isRecovering = true;
    if (m_last < m_damageEnd)
        --m_number; // the guess was none
    else
        m_damageEnd = m_at;
    seek(m_last + 1);
}

/// Moves to the next place within the damage where an item may begin, or behind the damage.
void JsonSlices::seek(qsizetype from)
{
    // Wrong guesses can be long and nested; without a limit their sum grows with the square.
    constexpr qsizetype mostReadings = 8;
    while (m_effort < mostReadings * m_bytes.size()) {
        from = m_bytes.first(m_damageEnd).indexOf(m_beginning, from);
        if (from < 0)
            break;
        if (isBeginning(from)) {
            m_at = m_bytes.lastIndexOf('{', from);
            return;
        }
        ++from;
    }
    m_at = m_damageEnd;
}

/// Whether the key at `at` is the first of an object that follows another in a list.
bool JsonSlices::isBeginning(qsizetype at) const
{
    for (const char expected : {'{', ',', '}'}) {
        for (--at; at > m_last && isBlank(m_bytes[at]); --at) { }
        if (at < m_last || m_bytes[at] != expected)
            return false;
    }
    return true;
}

} // namespace Core
