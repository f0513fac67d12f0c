#pragma once

#include "core/net/chatclient.h"

#include <QEventLoop>
#include <QTimer>

/// How an answer came out, and what was seen of it on the way.
struct Outcome
{
    std::optional<Core::Error> error;
    Core::ReplySummary summary;
    QString streamed; ///< all textAppended()
    QString thought; ///< all reasoningAppended()
    int endings = 0; ///< finished() and failed() together
    bool cameToAnEnd() const { return endings > 0; }
    Core::Error::Kind kind() const { return error ? error->kind : Core::Error::Kind::Internal; }
};

/// Waits with the event loop running until the reply has ended and is gone, or for ten seconds.
inline Outcome outcomeOf(Core::ChatReply *reply)
{
    Outcome outcome;
    QEventLoop loop;
    QObject::connect(reply, &Core::ChatReply::textAppended, &loop,
                     [&](const QString &text) { outcome.streamed += text; });
    QObject::connect(reply, &Core::ChatReply::reasoningAppended, &loop,
                     [&](const QString &text) { outcome.thought += text; });
    QObject::connect(reply, &Core::ChatReply::finished, &loop,
                     [&](const Core::ReplySummary &summary) {
                         outcome.summary = summary;
                         ++outcome.endings;
                     });
    QObject::connect(reply, &Core::ChatReply::failed, &loop,
                     [&](const Core::Error &error, const Core::ReplySummary &summary) {
                         outcome.error = error;
                         outcome.summary = summary;
                         ++outcome.endings;
                     });
    QObject::connect(reply, &QObject::destroyed, &loop, &QEventLoop::quit);
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    loop.exec();
    return outcome;
}

/// A request to `base` with clocks short enough for a test.
inline Core::ChatRequest requestTo(const QUrl &base, const QByteArray &body = "{}",
                                   const QByteArray &key = "sk-test-0123456789")
{
    return {.provider = {.name = QStringLiteral("canned"), .baseUrl = base},
            .key = key,
            .body = body,
            .stream = true,
            .clocks = {.connect = 2'000,
                       .firstByte = 2'000,
                       .idleBytes = 2'000,
                       .idleUseful = 2'000,
                       .total = 8'000}};
}
