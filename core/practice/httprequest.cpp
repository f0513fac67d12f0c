#include "core/practice/httprequest.h"

#include <algorithm>

namespace Core {

namespace {

bool isToken(QByteArrayView name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return c > 0x20 && c < 0x7f && c != ':' && c != '(' && c != ')' && c != ',' && c != '"';
    });
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

HttpRequestReader::State HttpRequestReader::feed(QByteArrayView bytes)
{
    if (m_state == State::Bad)
        return m_state;
    m_buffer.append(bytes);
    if (m_state == State::Head)
        readHead();
    if (m_state == State::Body)
        readBody();
    return m_state;
}

bool HttpRequestReader::takeExpectation()
{
    return m_state == State::Body && std::exchange(m_expects, false);
}

HttpRequest HttpRequestReader::take()
{
    Q_ASSERT(m_state == State::Complete);
    m_state = State::Head;
    m_searched = 0;
    HttpRequest request = std::exchange(m_request, {});
    feed({});
    return request;
}

void HttpRequestReader::readHead()
{
    while (m_buffer.startsWith("\r\n")) // some clients send one between requests
        m_buffer.remove(0, 2);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n", m_searched);
    m_searched = std::max<qsizetype>(m_buffer.size() - 3, 0);
    if ((end < 0 ? m_searched : end) > headCap)
        return refuse(431);
    if (end < 0)
        return;
    const QByteArray head = m_buffer.first(end) + "\r\n";
    m_buffer.remove(0, end + 4);
    const qsizetype lineEnd = head.indexOf("\r\n");
    if (!readRequestLine(head.first(lineEnd)) || !readHeaders(head.sliced(lineEnd + 2)))
        return refuse(400);
    readLength();
}

void HttpRequestReader::readLength()
{
    const auto isLength = [](const auto &header) {
        return header.first.compare("content-length", Qt::CaseInsensitive) == 0;
    };
    const auto lengths =
        std::count_if(m_request.headers.begin(), m_request.headers.end(), isLength);
    bool ok = true;
    m_length = lengths == 0 ? 0 : m_request.header("content-length").toLongLong(&ok);
    if (!ok || lengths > 1 || m_length < 0) // two may differ, and who reads which?
        return refuse(400);
    if (!m_request.header("transfer-encoding").isEmpty())
        return refuse(411);
    if (m_length > bodyCap)
        return refuse(413);
    m_expects = m_request.header("expect").toLower() == "100-continue";
    m_state = State::Body;
}

bool HttpRequestReader::readRequestLine(QByteArrayView line)
{
    const QList<QByteArray> words = line.toByteArray().split(' ');
    if (words.size() != 3 || !isToken(words[0]) || !words[1].startsWith('/')
        || !words[2].startsWith("HTTP/1."))
        return false;
    m_request.method = words[0];
    m_request.path = words[1].split('?').first();
    m_request.keepAlive = words[2] != "HTTP/1.0";
    return true;
}

bool HttpRequestReader::readHeaders(QByteArrayView lines)
{
    for (const QByteArray &line : lines.toByteArray().split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || !isToken(QByteArrayView(line).first(colon)))
            return false;
        m_request.headers.append({line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    const QByteArray connection = m_request.header("connection").toLower();
    if (connection == "close")
        m_request.keepAlive = false;
    return true;
}

void HttpRequestReader::readBody()
{
    if (m_buffer.size() < m_length)
        return;
    m_request.body = m_buffer.first(m_length);
    m_buffer.remove(0, m_length);
    m_state = State::Complete;
}

void HttpRequestReader::refuse(int status)
{
    m_state = State::Bad;
    m_badStatus = status;
    m_buffer.clear();
}

} // namespace Core
