#include "tests/fault/droppingserver.h"

#include <QTcpSocket>

#include <sys/socket.h>

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Ending { Whole, Close, Reset, HalfLine, HalfLineReset, AfterHead, Cut, CutReset };
constexpr int endings = 8;

const QByteArray head =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
const QByteArray piece = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Yes.\"}}]}\n\n";
const QByteArray rest =
    "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2}}\n\n"
    "data: [DONE]\n\n";

QByteArray bytesOf(Ending ending)
{
    switch (ending) {
    case Ending::Whole:
        return head + piece + rest;
    case Ending::HalfLine:
    case Ending::HalfLineReset:
        return "HTTP/1.1 20";
    case Ending::AfterHead:
        return head;
    case Ending::Cut:
    case Ending::CutReset:
        return head + piece;
    case Ending::Close:
    case Ending::Reset:
        return {};
    }
    return {};
}

void reset(QTcpSocket *socket)
{
    socket->flush();
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof(atOnce));
    socket->abort();
}

/// Of a whole request; -1 while its head has not come.
qsizetype lengthOf(const QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return -1;
    const QByteArray lower = buffer.first(end).toLower();
    const qsizetype field = lower.indexOf("content-length:");
    if (field < 0)
        return end + 4;
    const qsizetype from = field + 15;
    return end + 4 + lower.mid(from, lower.indexOf('\r', from) - from).trimmed().toLongLong();
}

} // namespace

DroppingServer::DroppingServer(quint64 seed)
    : m_random(seed)
{
    connect(&m_server, &QTcpServer::newConnection, this, &DroppingServer::accept);
    m_server.listen(QHostAddress::LocalHost);
}

QUrl DroppingServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1/v1"_s.arg(m_server.serverPort()));
}

void DroppingServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void DroppingServer::read(QTcpSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype length = lengthOf(buffer);
    if (length < 0 || buffer.size() < length)
        return;
    buffer.remove(0, length);
    ++m_copies;
    answer(socket);
}

void DroppingServer::answer(QTcpSocket *socket)
{
    const auto ending = Ending(m_random() % endings);
    m_answered += ending == Ending::Whole ? 1 : 0;
    socket->write(bytesOf(ending));
    const bool isReset =
        ending == Ending::Reset || ending == Ending::HalfLineReset || ending == Ending::CutReset;
    if (isReset)
        reset(socket);
    else
        socket->disconnectFromHost();
}
