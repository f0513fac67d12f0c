#pragma once

#include "core/chat/usage.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QPair>
#include <QString>
#include <QStringList>

namespace Core {

/// Milliseconds since the request was handed to the client; -1: not reached.
struct Timing
{
    qint64 queued = -1; ///< left the queue
    qint64 connected = -1; ///< request on its way, response head received
    qint64 firstToken = -1;
    qint64 total = -1;

    friend bool operator==(const Timing &, const Timing &) = default;
};

/// A try that did not succeed before the one that did.
struct Retry
{
    QString reason; ///< untranslated: "429", "connection refused", …
    qint64 waitedMs = 0; ///< before the next one
    QString provider; ///< that was asked
    bool wasSent = true; ///< false: nothing went out, it waited for a key

    friend bool operator==(const Retry &, const Retry &) = default;
};

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// What was really sent for one answer and what came back; stored beside the answer.
/// Headers are kept without secrets. A plain value.
struct Attempt
{
    enum class State { Sent, Complete, Interrupted, Stopped, Failed };

    QString id; ///< UUID; its charge carries the same
    QString conversationId;
    QString messageId; ///< the answer; empty: a try whose answer was lost
    QString provider; ///< that served it
    QString assigned; ///< that should have: another one where it fell back
    QString model;
    QString strategy;
    QDateTime at; ///< UTC
    State state = State::Sent;
    QByteArray requestUrl;
    Headers requestHeaders;
    QByteArray requestBody; ///< JSON, byte for byte
    QByteArray plan; ///< JSON of the ContextPlan: items, sums; see core/context/planjson.h
    int status = 0; ///< HTTP
    Headers responseHeaders;
    QByteArray responseBody; ///< as received, up to a cap
    QString error; ///< untranslated; empty when it went well
    Usage usage;
    Timing timing;
    QList<Retry> retries;
    QStringList remarks; ///< untranslated: why it went to this provider, what was found out

    friend bool operator==(const Attempt &, const Attempt &) = default;
};

QString stateName(Attempt::State state); ///< "sent", "complete", "interrupted", "stopped", "failed"
std::optional<Attempt::State> attemptStateFromName(QStringView name);

} // namespace Core

Q_DECLARE_METATYPE(Core::Attempt)
