#pragma once

#include "core/practice/httprequest.h"

#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace Core {

/// One client of the practice server: reads a request, waits for its answer to be sent, reads
/// the next one. Deletes itself when the client leaves.
class PracticeConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PracticeConnection)

public:
    PracticeConnection(QTcpSocket *socket, QObject *owner);

    /// A whole answer.
    void send(int status, const QByteArray &type, const QByteArray &body, const Headers &more = {});

    /// An answer in pieces: chunked, up to endStream().
    void beginStream(const QByteArray &type);
    void sendPiece(const QByteArray &piece);
    void endStream();

    /// Bytes as they are, for answers that break off.
    void sendRaw(const QByteArray &bytes);

    /// Ends the connection at once with a reset.
    void cut();

signals:
    void requested(const Core::HttpRequest &request);
    void left(); ///< the client has gone; an answer under way has no reader

private:
    void read();
    void next();
    void endAnswer();
    void giveUpWaiting();

    QTcpSocket *m_socket; ///< child
    HttpRequestReader m_reader;
    QTimer m_patience;
    bool m_answering = false;
    bool m_keepAlive = true;
};

} // namespace Core
