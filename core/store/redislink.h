#pragma once

#include "core/base/result.h"
#include "core/store/redisaddress.h"

#include <QByteArrayList>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

class QSslSocket;
struct redisReader;

namespace Core {

/// A connection to a Redis that nobody waits for: commands go out as they come, and their
/// answers are handed on in order. What is not answered in time, or cannot be read, ends the
/// connection and with it everything asked; the next command makes a new one. The protocol is
/// hiredis's, the socket Qt's, which brings TLS along.
class RedisLink final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RedisLink)

public:
    /// The bytes of the answer; null where it is nothing.
    using Take = std::function<void(const Result<QByteArray> &)>;

    RedisLink(const RedisAddress &address, int timeoutMs, QObject *parent = nullptr);
    ~RedisLink() override;

    void ask(const QByteArrayList &command, Take take);

private:
    void open();
    void secure(QSslSocket &socket);
    void write(const QByteArrayList &command, Take take);
    qsizetype sendNow(const QByteArray &bytes);
    void read();
    bool takeAnswer();
    void fail(const Error &error);

    RedisAddress m_address;
    std::unique_ptr<QTcpSocket> m_socket; ///< a QSslSocket where the address says so
    QTimer m_deadline;
    std::unique_ptr<redisReader, void (*)(redisReader *)> m_reader;
    std::deque<Take> m_waiting;
};

} // namespace Core
