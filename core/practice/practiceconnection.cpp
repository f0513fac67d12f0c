#include "core/practice/practiceconnection.h"

#include <QTcpSocket>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace Core {

namespace {

constexpr int patienceMs = 30'000; // for a request to come in whole, or the next one to begin
constexpr qint64 readBuffer = 1'048'576;

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    default:
        return "Error";
    }
}

QByteArray headOf(int status, const QByteArray &type, bool keepAlive, const Headers &more)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status)
        + "\r\nContent-Type: " + type + "\r\nConnection: " + (keepAlive ? "keep-alive" : "close")
        + "\r\n";
    for (const auto &[name, value] : more)
        head += name + ": " + value + "\r\n";
    return head;
}

/// Makes close() send a reset instead of an orderly end.
void resetOnClose(const QTcpSocket &socket)
{
#ifdef Q_OS_UNIX
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof(atOnce));
#endif
}

} // namespace

PracticeConnection::PracticeConnection(QTcpSocket *socket, QObject *owner)
    : QObject(owner)
    , m_socket(socket)
{
    socket->setParent(this);
    socket->setReadBufferSize(readBuffer);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_patience.setSingleShot(true);
    m_patience.start(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, &PracticeConnection::giveUpWaiting);
    connect(socket, &QTcpSocket::readyRead, this, &PracticeConnection::read);
    connect(socket, &QTcpSocket::disconnected, this, [this] {
        emit left();
        deleteLater();
    });
}

void PracticeConnection::read()
{
    if (m_answering)
        return; // what comes meanwhile waits in the socket, up to its buffer
    m_reader.feed(m_socket->readAll());
    if (m_reader.takeExpectation())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    next();
}

void PracticeConnection::next()
{
    if (m_reader.state() == HttpRequestReader::State::Bad) {
        m_keepAlive = false;
        m_answering = true;
        return send(m_reader.badStatus(), "text/plain", "This is not a request.\n");
    }
    if (m_reader.state() != HttpRequestReader::State::Complete)
        return;
    m_answering = true;
    m_patience.stop();
    const HttpRequest request = m_reader.take();
    m_keepAlive = request.keepAlive;
    emit requested(request);
}

void PracticeConnection::giveUpWaiting()
{
    m_socket->abort();
}

void PracticeConnection::send(int status, const QByteArray &type, const QByteArray &body,
                              const Headers &more)
{
    m_socket->write(headOf(status, type, m_keepAlive, more)
                    + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    endAnswer();
}

void PracticeConnection::beginStream(const QByteArray &type)
{
    m_socket->write(headOf(200, type, m_keepAlive, {{"Cache-Control", "no-cache"}})
                    + "Transfer-Encoding: chunked\r\n\r\n");
}

void PracticeConnection::sendPiece(const QByteArray &piece)
{
    m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
}

void PracticeConnection::endStream()
{
    m_socket->write("0\r\n\r\n");
    endAnswer();
}

void PracticeConnection::sendRaw(const QByteArray &bytes)
{
    m_socket->write(bytes);
}

void PracticeConnection::cut()
{
    m_socket->flush();
    resetOnClose(*m_socket);
    m_socket->abort();
}

void PracticeConnection::endAnswer()
{
    m_answering = false;
    if (!m_keepAlive)
        return m_socket->disconnectFromHost();
    m_patience.start(patienceMs);
    QMetaObject::invokeMethod(this, &PracticeConnection::read, Qt::QueuedConnection);
}

} // namespace Core
