#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

/// A TCP relay on loopback before a server, in a thread of its own, so that a test can cut the
/// line between a program and its server. Every call returns when it is done.
class Relay
{
    Q_DISABLE_COPY_MOVE(Relay)

public:
    explicit Relay(quint16 serverPort)
        : m_serverPort(serverPort)
        , m_hub(new QTcpServer)
    {
        QObject::connect(m_hub, &QTcpServer::newConnection, m_hub, [this] { accept(); });
        m_hub->listen(QHostAddress::LocalHost);
        m_port = m_hub->serverPort();
        m_hub->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_hub, &QObject::deleteLater);
        m_thread.start();
    }
    ~Relay()
    {
        cut();
        m_thread.quit();
        m_thread.wait();
    }

    quint16 port() const { return m_port; }

    /// Ends every connection and takes no new one.
    void cut()
    {
        inThread([this] {
            m_hub->close();
            const QHash<QTcpSocket *, QTcpSocket *> lines = std::exchange(m_lines, {});
            for (auto line = lines.cbegin(); line != lines.cend(); ++line) {
                for (QTcpSocket *end : {line.key(), line.value()}) {
                    end->disconnect();
                    end->abort();
                    end->deleteLater();
                }
            }
        });
    }
    void mend()
    {
        inThread([this] {
            m_losesAnswers = false;
            m_onlyLetsIn = false;
            m_hub->listen(QHostAddress::LocalHost, m_port);
        });
    }
    /// What the server says is lost from now on; what it is told still arrives.
    void loseAnswers()
    {
        inThread([this] { m_losesAnswers = true; });
    }

    /// Ends every connection. Who comes from now on is let in, and hears nothing further: as a
    /// pooler does whose server is away.
    void onlyLetIn()
    {
        cut();
        inThread([this] {
            m_onlyLetsIn = true;
            m_hub->listen(QHostAddress::LocalHost, m_port);
        });
    }

private:
    template <typename Work>
    void inThread(Work work)
    {
        QMetaObject::invokeMethod(m_hub, work, Qt::BlockingQueuedConnection);
    }

    void accept()
    {
        while (QTcpSocket *client = m_hub->nextPendingConnection()) {
            if (m_onlyLetsIn) {
                m_lines.insert(client, new QTcpSocket(m_hub));
                QObject::connect(client, &QTcpSocket::readyRead, client,
                                 [client] { letIn(client); });
                continue;
            }
            auto *server = new QTcpSocket(m_hub);
            m_lines.insert(client, server);
            QObject::connect(client, &QTcpSocket::readyRead, server,
                             [client, server] { server->write(client->readAll()); });
            QObject::connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
                const QByteArray said = server->readAll();
                if (!m_losesAnswers)
                    client->write(said);
            });
            QObject::connect(client, &QTcpSocket::disconnected, server,
                             &QTcpSocket::disconnectFromHost);
            QObject::connect(server, &QTcpSocket::disconnected, client,
                             &QTcpSocket::disconnectFromHost);
            QObject::connect(server, &QTcpSocket::errorOccurred, client,
                             &QTcpSocket::disconnectFromHost);
            server->connectToHost(QHostAddress::LocalHost, m_serverPort);
        }
    }

    static void letIn(QTcpSocket *client)
    {
        const QByteArray said = client->readAll();
        if (said == QByteArray::fromHex("0000000804d2162f")) // is there TLS?
            client->write("N");
        else if (said.contains("database"))
            client->write(QByteArray::fromHex("520000000800000000"
                                              "5a0000000549"));
    }

    quint16 m_serverPort;
    quint16 m_port = 0;
    QTcpServer *m_hub; ///< lives in the thread and ends with it
    QHash<QTcpSocket *, QTcpSocket *> m_lines; ///< client's end and server's end
    bool m_losesAnswers = false;
    bool m_onlyLetsIn = false;
    QThread m_thread;
};
