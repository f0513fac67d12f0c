#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/chat/attempt.h"
#include "core/net/networkpool.h"
#include "core/net/streamclocks.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>
#include <QUrl>

namespace Core {

/// One request to an API.
struct HttpCall
{
    enum class Method { Get, Post };

    Method method = Method::Post;
    QUrl url; ///< from endpoint()
    QByteArray key; ///< passed by checkKey()
    QByteArray body; ///< JSON
    QByteArray accept = "application/json";
    NetClocks clocks;
};

/// Carries one request over the wire by the rules of networkrules.h, exactly once, under its
/// own clocks. Emits received() for the bytes of the body as they come, then exactly one of
/// ended() or broken(). Deleting it stops the transfer.
class HttpExchange final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpExchange)

public:
    /// `pool` and `clock` live longer than this. Begins in the next turn of the event loop.
    HttpExchange(NetworkPool &pool, const Clock &clock, const HttpCall &call);
    ~HttpExchange() override;

    int status() const; ///< 0: no head has come
    bool wasSent() const { return m_wasSent; } ///< all of the request went out
    Headers requestHeaders() const; ///< without secrets
    Headers responseHeaders() const;
    qint64 elapsedMs() const { return m_clock.monotonicMs() - m_started; }
    qint64 queuedMs() const { return m_queuedMs; }
    qint64 headMs() const { return m_headMs; }

    /// The last bytes were a piece of an answer and not only a sign of life.
    void noteUseful() { m_clocks.usefulCame(m_clock.monotonicMs()); }

    /// The answer is whole; only trimmings may follow.
    void noteAnswerEnded();

    /// Breaks the transfer off. Emits nothing more.
    void stop();

    /// Nothing more is wanted. What still comes is read and thrown away for a moment, so that
    /// the connection can be used again. Emits nothing more.
    void letGo();

signals:
    void received(const QByteArray &bytes);
    void ended();
    void broken(const Core::Error &error);
    void lingered(); ///< after noteAnswerEnded(): nothing more came

private:
    void start(NetworkLeasePtr lease);
    void wire();
    void read();
    void readHead();
    void end();
    void armTimer();
    void onTimer();
    void breakOff(const Error &error);
    Error networkError() const;

    const Clock &m_clock;
    HttpCall m_call;
    qint64 m_started;
    StreamClocks m_clocks;
    QTimer m_timer;
    NetworkLeasePtr m_lease;
    QNetworkReply *m_http = nullptr; ///< child of the lease's manager; ours to stop and delete
    QStringList m_tlsErrors;
    qint64 m_queuedMs = -1;
    qint64 m_headMs = -1;
    bool m_over = false;
    bool m_wasSent = false;
    bool m_graceGiven = false;
};

} // namespace Core
