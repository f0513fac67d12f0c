#include "core/net/ssereader.h"

#include <algorithm>
#include <cstring>

namespace Core {

namespace {

/// Where the next `wanted` stands; `found` remembers it, so that text with only one kind of line
/// end is not searched again for the other at every line.
qsizetype nextOf(char wanted, QByteArrayView bytes, qsizetype from, qsizetype &found)
{
    if (found >= from)
        return found;
    const char *begin = bytes.data() + from;
    const void *at = std::memchr(begin, wanted, size_t(bytes.size() - from));
    found = at ? static_cast<const char *>(at) - bytes.data() : bytes.size();
    return found;
}

/// Keeps the memory, which the next one wants again.
void empty(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        bytes.resize(0);
}

} // namespace

SseReader::SseReader(qsizetype cap)
    : m_cap(cap)
{
}

void SseReader::feed(QByteArrayView bytes)
{
    Q_ASSERT(m_at == m_fed.size() || m_overflowed);
    forgetEvent();
    m_fed = bytes;
    m_at = 0;
    m_cr = -1;
    m_lf = -1;
    if (bytes.isEmpty())
        return;
    if (m_afterCr && bytes.front() == '\n')
        m_at = 1;
    m_afterCr = false;
}

std::optional<SseEvent> SseReader::next()
{
    forgetEvent();
    while (m_at < m_fed.size() && !m_overflowed) {
        if (takeNextLine() && !m_overflowed)
            return SseEvent{m_type, m_data};
    }
    keepData();
    return std::nullopt;
}

std::optional<SseEvent> SseReader::end()
{
    forgetEvent();
    m_fed = {};
    m_at = 0;
    if (m_overflowed)
        return std::nullopt;
    if (!m_line.isEmpty())
        takeLine(m_line, Origin::Kept);
    empty(m_line);
    m_wasHandedOut = true;
    return m_hasData && m_data == "[DONE]" ? std::optional(SseEvent{m_type, m_data}) : std::nullopt;
}

/// True where it ended an event.
bool SseReader::takeNextLine()
{
    const qsizetype end =
        std::min(nextOf('\r', m_fed, m_at, m_cr), nextOf('\n', m_fed, m_at, m_lf));
    const QByteArrayView part = m_fed.sliced(m_at, end - m_at);
    passLineEnd(end);
    if (end == m_fed.size()) {
        keepPart(part);
        return false;
    }
    if (m_line.isEmpty())
        return takeLine(part, Origin::Fed);
    keepPart(part);
    const bool endsEvent = !m_overflowed && takeLine(m_line, Origin::Kept);
    empty(m_line);
    return endsEvent;
}

void SseReader::passLineEnd(qsizetype end)
{
    m_at = std::min(end + 1, m_fed.size());
    if (end == m_fed.size() || m_fed[end] != '\r')
        return;
    m_afterCr = m_at == m_fed.size();
    if (!m_afterCr && m_fed[m_at] == '\n')
        ++m_at;
}

void SseReader::keepPart(QByteArrayView part)
{
    m_line.append(part);
    m_overflowed = m_line.size() + m_data.size() > m_cap;
}

/// True where it ended an event.
bool SseReader::takeLine(QByteArrayView line, Origin origin)
{
    if (std::exchange(m_atStart, false) && line.startsWith("\xEF\xBB\xBF"))
        line = line.sliced(3);
    if (line.isEmpty()) {
        m_wasHandedOut = true; // or dropped, where it has no data
        if (!m_hasData)
            forgetEvent();
        return m_hasData;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return false; // a comment
    if (colon < 0) {
        takeField(line, {}, origin);
        return false;
    }
    QByteArrayView value = line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    takeField(line.first(colon), value, origin);
    return false;
}

void SseReader::takeField(QByteArrayView name, QByteArrayView value, Origin origin)
{
    if (name == "data")
        takeData(value, origin);
    else if (name == "event")
        m_type = value.toByteArray();
}

void SseReader::takeData(QByteArrayView value, Origin origin)
{
    if (!m_hasData && origin == Origin::Fed) {
        m_data = value;
    } else {
        keepData();
        if (m_hasData)
            m_kept.append('\n');
        m_kept.append(value);
        m_data = m_kept;
    }
    m_hasData = true;
    m_overflowed = m_data.size() > m_cap;
}

/// What was fed goes away before the event is whole.
void SseReader::keepData()
{
    if (!m_hasData || m_data.data() == m_kept.constData())
        return;
    m_kept.append(m_data);
    m_data = m_kept;
}

void SseReader::forgetEvent()
{
    if (!std::exchange(m_wasHandedOut, false))
        return;
    m_type.clear();
    m_data = {};
    empty(m_kept);
    m_hasData = false;
}

} // namespace Core
