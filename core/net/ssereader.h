#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Core {

/// What it points at is there until its reader is asked for the next one, or fed.
struct SseEvent
{
    QByteArrayView type; ///< empty: "message"
    QByteArrayView data; ///< as received; not checked for UTF-8
};

/// Cuts an event stream into events, as the WHATWG standard says: one byte-order mark is
/// skipped, CR, LF and CRLF end a line, comments and unknown fields are ignored, an event
/// without data is none. The pieces may be cut anywhere; the work is linear in the bytes, and
/// only an event that is cut, or has several lines of data, is copied.
/// One thing goes beyond the standard: end() accepts a last "[DONE]" without its blank line.
class SseReader
{
public:
    static constexpr qsizetype defaultCap = 64LL * 1024 * 1024;

    /// `cap`: the most bytes that one event may have.
    explicit SseReader(qsizetype cap = defaultCap);

    /// To be called when next() has nothing more. `bytes` stay there until it says so again.
    void feed(QByteArrayView bytes);

    std::optional<SseEvent> next();

    /// The stream is over: a pending event is dropped, unless it is "[DONE]".
    std::optional<SseEvent> end();

    /// An event was longer than the cap; nothing is read any more.
    bool hasOverflowed() const { return m_overflowed; }

private:
    enum class Origin { Fed, Kept };

    bool takeNextLine();
    void passLineEnd(qsizetype end);
    void keepPart(QByteArrayView part);
    bool takeLine(QByteArrayView line, Origin origin);
    void takeField(QByteArrayView name, QByteArrayView value, Origin origin);
    void takeData(QByteArrayView value, Origin origin);
    void keepData();
    void forgetEvent();

    qsizetype m_cap;
    QByteArrayView m_fed;
    qsizetype m_at = 0; ///< so much of it has been read
    qsizetype m_cr = -1; ///< the next of its kind from there on, or the end
    qsizetype m_lf = -1;
    QByteArray m_line; ///< a line whose end has not come yet
    QByteArrayView m_data; ///< of the pending event: in what was fed, or in m_kept
    QByteArray m_kept;
    QByteArray m_type;
    bool m_hasData = false;
    bool m_wasHandedOut = false;
    bool m_atStart = true;
    bool m_afterCr = false; ///< a line feed that comes first belongs to the last line end
    bool m_overflowed = false;
};

} // namespace Core
