#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <sys/socket.h>

/// What a canned server does once it has read a request: bytes, pauses, and an end. Without an
/// end it keeps the connection open and silent.
class CannedAnswer
{
public:
    enum class End { StayOpen, Close, Reset };

    struct Step
    {
        int afterMs = 0;
        QByteArray bytes;
    };

    CannedAnswer &send(const QByteArray &bytes)
    {
        m_steps.append({m_pause, bytes});
        m_pause = 0;
        return *this;
    }
    CannedAnswer &pause(int milliseconds)
    {
        m_pause += milliseconds;
        return *this;
    }
    CannedAnswer &repeat(const QByteArray &bytes, int times, int everyMs)
    {
        for (int i = 0; i < times; ++i)
            pause(everyMs).send(bytes);
        return *this;
    }
    CannedAnswer &close() { return end(End::Close); }
    CannedAnswer &reset() { return end(End::Reset); }

    const QList<Step> &steps() const { return m_steps; }
    End ending() const { return m_end; }

    /// 200 with that body and its length.
    static CannedAnswer whole(const QByteArray &body, const QByteArray &type = "application/json",
                              const QByteArray &status = "200 OK", const QByteArray &more = {})
    {
        return CannedAnswer().send("HTTP/1.1 " + status + "\r\nContent-Type: " + type
                                   + "\r\nContent-Length: " + QByteArray::number(body.size())
                                   + "\r\n" + more + "\r\n" + body);
    }

    /// 200 with an event stream that ends where the connection does.
    static CannedAnswer stream(const QByteArray &events = {})
    {
        return CannedAnswer().send(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
            + events);
    }

private:
    CannedAnswer &end(End end)
    {
        m_end = end;
        if (m_pause > 0)
            send({});
        return *this;
    }

    QList<Step> m_steps;
    int m_pause = 0;
    End m_end = End::StayOpen;
};

/// A server on loopback that reads whole HTTP requests and says canned things, in the event
/// loop of its thread. Counts what it was sent.
class CannedServer : public QObject
{
public:
    explicit CannedServer(const CannedAnswer &answer = {})
        : m_answers{answer}
    {
        connect(&m_server, &QTcpServer::newConnection, this, &CannedServer::accept);
        m_server.listen(QHostAddress::LocalHost);
    }

    /// For the requests to come, in order; the last one is said again and again.
    void setAnswers(const QList<CannedAnswer> &answers) { m_answers = answers; }

    QUrl url(const QString &path = QStringLiteral("/v1")) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
    }

    const QList<QByteArray> &requests() const { return m_requests; } ///< whole ones, as received
    int connectionCount() const { return m_connections; }
    int leftCount() const { return m_left; } ///< connections that ended, by whomever

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                ++m_left;
                m_buffers.remove(socket);
                socket->deleteLater();
            });
        }
    }

    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        const qsizetype head = buffer.indexOf("\r\n\r\n");
        if (head < 0 || buffer.size() < head + 4 + bodyLength(buffer.first(head)))
            return;
        m_requests.append(std::exchange(buffer, {}));
        const qsizetype number = std::min(m_requests.size(), m_answers.size()) - 1;
        play(socket, m_answers[number], 0);
    }

    static qsizetype bodyLength(const QByteArray &head)
    {
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith("content-length:"))
                return line.mid(15).trimmed().toLongLong();
        }
        return 0;
    }

    void play(QTcpSocket *socket, const CannedAnswer &answer, qsizetype step)
    {
        while (step < answer.steps().size() && answer.steps()[step].afterMs == 0)
            socket->write(answer.steps()[step++].bytes);
        if (step == answer.steps().size())
            return end(socket, answer.ending());
        QTimer::singleShot(answer.steps()[step].afterMs, Qt::PreciseTimer, socket,
                           [this, socket, answer, step] {
                               socket->write(answer.steps()[step].bytes);
                               play(socket, answer, step + 1);
                           });
    }

    void end(QTcpSocket *socket, CannedAnswer::End end)
    {
        if (end == CannedAnswer::End::Close)
            return socket->disconnectFromHost();
        if (end == CannedAnswer::End::StayOpen)
            return;
        socket->flush();
        const linger atOnce{.l_onoff = 1, .l_linger = 0};
        setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof(atOnce));
        socket->abort();
    }

    QList<CannedAnswer> m_answers;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<QByteArray> m_requests;
    int m_connections = 0;
    int m_left = 0;
    QTcpServer m_server; // last: its sockets tell us that they end
};
