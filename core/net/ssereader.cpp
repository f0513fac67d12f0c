#include "core/net/ssereader.h"

#include <cstring>

namespace Core {

namespace {

/// Finds line ends. Remembers where the next of each kind is, so that text with only one kind
/// is not searched again for the other at every line.
class LineEnds
{
public:
    explicit LineEnds(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    qsizetype next(qsizetype from)
    {
        update(m_cr, '\r', from);
        update(m_lf, '\n', from);
        return std::min(m_cr, m_lf);
    }

private:
    void update(qsizetype &found, char wanted, qsizetype from) const
    {
        if (found >= from)
            return;
        const char *begin = m_bytes.data() + from;
        const void *at = std::memchr(begin, wanted, size_t(m_bytes.size() - from));
        found = at ? static_cast<const char *>(at) - m_bytes.data() : m_bytes.size();
    }

    QByteArrayView m_bytes;
    qsizetype m_cr = -1;
    qsizetype m_lf = -1;
};

} // namespace

SseReader::SseReader(qsizetype cap)
    : m_cap(cap)
{
}

QList<SseEvent> SseReader::feed(QByteArrayView bytes)
{
    QList<SseEvent> events;
    if (m_overflowed || bytes.isEmpty())
        return events;
    qsizetype start = 0;
    if (m_afterCr && bytes.front() == '\n')
        start = 1;
    m_afterCr = false;

    LineEnds ends(bytes);
    while (start < bytes.size() && !m_overflowed) {
        const qsizetype end = ends.next(start);
        const QByteArrayView part = bytes.sliced(start, end - start);
        if (end == bytes.size()) {
            takePart(part);
            break;
        }
        if (m_line.isEmpty()) {
            takeLine(part, events);
        } else {
            takePart(part);
            endLine(events);
        }
        start = end + 1;
        if (bytes[end] == '\r') {
            m_afterCr = start == bytes.size();
            if (!m_afterCr && bytes[start] == '\n')
                ++start;
        }
    }
    return events;
}

QList<SseEvent> SseReader::end()
{
    QList<SseEvent> events;
    if (m_overflowed)
        return events;
    endLine(events);
    if (m_data == "[DONE]")
        dispatch(events);
    m_data.clear();
    m_hasData = false;
    return events;
}

void SseReader::takePart(QByteArrayView part)
{
    m_line.append(part);
    m_overflowed = m_line.size() + m_data.size() > m_cap;
}

void SseReader::endLine(QList<SseEvent> &events)
{
    if (m_line.isEmpty())
        return;
    const QByteArray line = std::exchange(m_line, {});
    takeLine(line, events);
}

void SseReader::takeLine(QByteArrayView line, QList<SseEvent> &events)
{
    if (std::exchange(m_atStart, false) && line.startsWith("\xEF\xBB\xBF"))
        line = line.sliced(3);
    if (line.isEmpty())
        return dispatch(events);
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return; // a comment
    if (colon < 0)
        return takeField(line, {});
    QByteArrayView value = line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    takeField(line.first(colon), value);
}

void SseReader::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "event") {
        m_type = value.toByteArray();
    } else if (name == "data") {
        if (std::exchange(m_hasData, true))
            m_data.append('\n');
        m_data.append(value);
        m_overflowed = m_data.size() > m_cap;
    }
}

void SseReader::dispatch(QList<SseEvent> &events)
{
    SseEvent event{std::exchange(m_type, {}), std::exchange(m_data, {})};
    if (std::exchange(m_hasData, false) && !m_overflowed)
        events.append(std::move(event));
}

} // namespace Core
