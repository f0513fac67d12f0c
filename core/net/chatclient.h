#pragma once

#include "core/chat/provider.h"
#include "core/net/chatreply.h"

#include <QByteArray>
#include <QFuture>
#include <QStringList>

#include <functional>

namespace Core {

/// How long to wait, in milliseconds; 0: for ever.
struct NetClocks
{
    int connect = 10'000; ///< until the connection stands and the request is out
    int firstByte = 60'000; ///< from there to the head of the answer
    int idleBytes = 60'000; ///< between any two bytes, keep-alive comments among them
    int idleUseful = 120'000; ///< between any two useful pieces of an answer
    int total = 600'000;

    friend bool operator==(const NetClocks &, const NetClocks &) = default;
};

/// One request of the chat-completions protocol. The body is sent byte for byte.
struct ChatRequest
{
    Provider provider;
    QString model; ///< as in `body`
    QByteArray key; ///< sent as a Bearer token; empty: no Authorization header
    QByteArray body; ///< JSON
    bool stream = true; ///< whether `body` asks for a stream
    NetClocks clocks;

    /// The same question for other providers, in their own words, in the order in which they
    /// are asked when this one fails. A client without fallback leaves them alone.
    struct Alternative
    {
        Provider provider;
        QString model;
        QByteArray key;
        QByteArray body;
    };
    QList<Alternative> alternatives;

    /// A try that is to follow others.
    struct NextTry
    {
        int candidate = 0; ///< whom to ask: 0 `provider`, n the n-th alternative
        QList<LostTry> lost; ///< what may have been billed so far
    };
    using Admitted = std::function<void(const Result<void> &)>;

    /// Asked before a try that costs more than was agreed to: of another candidate, or after one
    /// that may have been billed. Nothing goes out before it has called back, once; an error
    /// keeps this candidate from being asked. Empty: all are admitted.
    std::function<void(const NextTry &, Admitted)> admit;

    bool isTurn = false; ///< of a conversation, and not a trial or a test: a sample for canaries
};

/// Something that answers chat requests. Lives in the thread that created it.
class ChatClient
{
public:
    virtual ~ChatClient() = default;

    /// Starts the request and returns at once; `owner` becomes the reply's parent.
    virtual ChatReply *send(const ChatRequest &request, QObject *owner) = 0;

    /// Names of the models that the provider offers (GET {base}/models).
    virtual QFuture<Result<QStringList>> models(const Provider &provider,
                                                const QByteArray &key) = 0;
};

} // namespace Core
