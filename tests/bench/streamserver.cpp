#include "tests/bench/streamserver.h"

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray head =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
const QByteArray word =
    "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1763900000,"
    "\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\" word\"},"
    "\"finish_reason\":null}]}\n\n";
const QByteArray end =
    "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
    "data: [DONE]\n\n";

qsizetype lengthOf(const QByteArray &buffer)
{
    const qsizetype blank = buffer.indexOf("\r\n\r\n");
    const qsizetype field =
        buffer.first(std::max<qsizetype>(blank, 0)).toLower().indexOf("content-length:");
    if (blank < 0 || field < 0)
        return -1;
    const QByteArray number = buffer.mid(field + 15, buffer.indexOf('\r', field) - field - 15);
    return blank + 4 + number.trimmed().toLongLong();
}

/// What runs in the thread.
class Worker final : public QObject
{
    Q_DISABLE_COPY_MOVE(Worker)

public:
    Worker(StreamServer::Answer answer, std::atomic<quint16> &port, std::atomic<qint64> &lastRead)
        : m_answer(answer)
        , m_lastRead(lastRead)
        , m_server(this)
        , m_beat(this)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                take(socket);
        });
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            for (QTcpSocket *socket : std::as_const(m_streams))
                socket->write(word);
        });
        m_server.listen(QHostAddress::LocalHost);
        if (answer == StreamServer::Answer::HundredASecond)
            m_beat.start(10);
        port = m_server.serverPort();
    }
    ~Worker() override
    {
        // The sockets go after the members that their slots use.
        for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
            socket->disconnect(this);
        for (QTcpSocket *socket : findChildren<QTcpSocket *>())
            socket->disconnect(this);
    }

private:
    void take(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_streams.removeOne(socket);
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }

    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        const qsizetype length = lengthOf(buffer);
        if (length < 0 || buffer.size() < length)
            return;
        m_lastRead = StreamServer::now();
        buffer.clear();
        socket->write(head + word);
        if (m_answer == StreamServer::Answer::HundredASecond) {
            m_streams.append(socket);
            return;
        }
        socket->write(end);
        socket->disconnectFromHost();
    }

    StreamServer::Answer m_answer;
    std::atomic<qint64> &m_lastRead;
    QTcpServer m_server;
    QTimer m_beat;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<QTcpSocket *> m_streams;
};

} // namespace

StreamServer::StreamServer(Answer answer)
{
    m_thread.start();
    auto *starter = new QObject;
    starter->moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        starter,
        [this, starter, answer] {
            m_worker = new Worker(answer, m_port, m_lastRead);
            starter->deleteLater();
        },
        Qt::BlockingQueuedConnection);
}

StreamServer::~StreamServer()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { delete worker; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QUrl StreamServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1/v1"_s.arg(m_port.load()));
}

qint64 StreamServer::now()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}
