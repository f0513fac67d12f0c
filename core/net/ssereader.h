#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Core {

struct SseEvent
{
    QByteArray type; ///< empty: "message"
    QByteArray data; ///< as received; not checked for UTF-8

    friend bool operator==(const SseEvent &, const SseEvent &) = default;
};

/// Cuts an event stream into events, as the WHATWG standard says: one byte-order mark is
/// skipped, CR, LF and CRLF end a line, comments and unknown fields are ignored, an event
/// without data is none. The pieces may be cut anywhere; the work is linear in the bytes.
/// One thing goes beyond the standard: end() accepts a last "[DONE]" without its blank line.
class SseReader
{
public:
    static constexpr qsizetype defaultCap = 64LL * 1024 * 1024;

    /// `cap`: the most bytes that one event may have.
    explicit SseReader(qsizetype cap = defaultCap);

    QList<SseEvent> feed(QByteArrayView bytes);

    /// The stream is over: a pending event is dropped, unless it is "[DONE]".
    QList<SseEvent> end();

    /// An event was longer than the cap; nothing is read any more.
    bool hasOverflowed() const { return m_overflowed; }

private:
    void takePart(QByteArrayView part);
    void endLine(QList<SseEvent> &events);
    void takeLine(QByteArrayView line, QList<SseEvent> &events);
    void takeField(QByteArrayView name, QByteArrayView value);
    void dispatch(QList<SseEvent> &events);

    qsizetype m_cap;
    QByteArray m_line; ///< a line whose end has not come yet
    QByteArray m_data;
    QByteArray m_type;
    bool m_hasData = false;
    bool m_atStart = true;
    bool m_afterCr = false; ///< a line feed that comes first belongs to the last line end
    bool m_overflowed = false;
};

} // namespace Core
