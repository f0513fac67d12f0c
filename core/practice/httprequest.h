#pragma once

#include "core/chat/attempt.h"

#include <QByteArray>
#include <QByteArrayView>

namespace Core {

/// One request as the practice server reads it. A plain value.
struct HttpRequest
{
    QByteArray method;
    QByteArray path; ///< without the query
    Headers headers;
    QByteArray body;
    bool keepAlive = true;

    QByteArray header(QByteArrayView name) const; ///< in any case; empty where there is none
};

/// Reads HTTP/1.1 requests one after the other, within limits. A body needs a Content-Length.
class HttpRequestReader
{
public:
    static constexpr qsizetype headCap = 65'536;
    static constexpr qint64 bodyCap = 64LL * 1024 * 1024;

    enum class State { Head, Body, Complete, Bad };

    /// Takes more bytes; what belongs to the next request is kept for it.
    State feed(QByteArrayView bytes);

    State state() const { return m_state; }
    int badStatus() const { return m_badStatus; } ///< the status to answer a bad request with
    bool isEmpty() const { return m_buffer.isEmpty() && m_state == State::Head; }

    /// Whether the client waits to be told to send the body; true once per request.
    bool takeExpectation();

    /// The complete request; the reader goes on to the next one.
    HttpRequest take();

private:
    void readHead();
    bool readRequestLine(QByteArrayView line);
    bool readHeaders(QByteArrayView lines);
    void readLength();
    void readBody();
    void refuse(int status);

    QByteArray m_buffer;
    qsizetype m_searched = 0; ///< the end of the head is not before
    HttpRequest m_request;
    qint64 m_length = 0;
    State m_state = State::Head;
    int m_badStatus = 400;
    bool m_expects = false;
};

} // namespace Core
