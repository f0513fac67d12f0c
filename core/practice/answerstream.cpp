#include "core/practice/answerstream.h"

#include "core/practice/practiceconnection.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

constexpr double shortestTickMs = 5;

} // namespace

AnswerStream::AnswerStream(PracticeConnection &connection, PracticeAnswer answer,
                           double tokensPerSecond, std::optional<Fault> fault)
    : QObject(&connection)
    , m_connection(connection)
    , m_answer(std::move(answer))
    , m_tokensPerSecond(tokensPerSecond)
    , m_fault(fault)
{
    connect(&connection, &PracticeConnection::left, this, &QObject::deleteLater);
    connect(&m_tick, &QTimer::timeout, this, &AnswerStream::sendDue);
    m_since.start();
    m_connection.beginStream("text/event-stream; charset=utf-8");
    m_connection.sendPiece(sseEvent(roleChunk(m_answer)));
    if (m_tokensPerSecond > 0)
        m_tick.start(int(std::max(1000 / m_tokensPerSecond, shortestTickMs)));
    sendDue();
}

void AnswerStream::sendDue()
{
    const qsizetype due = m_tokensPerSecond > 0
        ? qsizetype(double(m_since.elapsed()) * m_tokensPerSecond / 1000)
        : m_answer.pieces.size();
    while (m_sent < std::min(due, m_answer.pieces.size())) {
        if (breaksHere())
            return breakOff();
        m_connection.sendPiece(sseEvent(textChunk(m_answer, m_answer.pieces[m_sent++])));
        if (m_fault == Fault::DoubleUsage)
            m_connection.sendPiece(sseEvent(usageChunk(m_answer)));
    }
    if (m_sent == m_answer.pieces.size())
        sendEnd();
}

bool AnswerStream::breaksHere() const
{
    if (m_sent < m_answer.pieces.size() / 2)
        return false;
    return m_fault == Fault::Stall || m_fault == Fault::Cut || m_fault == Fault::Garbage
        || m_fault == Fault::ErrorMidStream;
}

void AnswerStream::breakOff()
{
    m_tick.stop();
    if (m_fault == Fault::Stall)
        return; // until the client leaves
    if (m_fault == Fault::Cut)
        return m_connection.cut();
    const QByteArray data = m_fault == Fault::Garbage
        ? QByteArray("{\"id\":\"chatcmpl-\xff\xfe,,\"choices\":[{")
        : errorJson(u"The server had an error while processing your request."_s, u"server_error"_s,
                    {});
    m_connection.sendPiece(sseEvent(data));
    m_connection.endStream();
    deleteLater();
}

void AnswerStream::sendEnd()
{
    m_tick.stop();
    m_connection.sendPiece(sseEvent(finishChunk(m_answer)));
    if (m_answer.includeUsage || m_fault == Fault::DoubleUsage)
        m_connection.sendPiece(sseEvent(usageChunk(m_answer)));
    m_connection.sendPiece(sseEvent("[DONE]"));
    m_connection.endStream();
    deleteLater();
}

} // namespace Core
