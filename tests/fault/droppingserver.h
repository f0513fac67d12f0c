#pragma once

#include <QHash>
#include <QTcpServer>
#include <QUrl>

#include <random>

class QTcpSocket;

/// A chat-completions server on loopback that reads each request to its end, which is when a
/// provider would bill it, and then, more often than not, loses the answer in one of the ways in
/// which answers are lost. Counts what it has read.
class DroppingServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DroppingServer)

public:
    explicit DroppingServer(quint64 seed);

    QUrl url() const;
    int copies() const { return m_copies; } ///< whole requests that were read
    int answered() const { return m_answered; } ///< that got a whole answer

private:
    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket);

    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    std::mt19937_64 m_random;
    int m_copies = 0;
    int m_answered = 0;
};
