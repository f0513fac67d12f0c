#pragma once

#include "core/base/result.h"
#include "core/chat/attempt.h"
#include "core/chat/message.h"
#include "core/chat/usage.h"

#include <QObject>
#include <QUrl>

#include <optional>

namespace Core {

/// All that is known of an answer when it ends, well or not.
struct ReplySummary
{
    QString text; ///< all of it
    QString reasoning;
    QList<ToolCall> toolCalls;
    QString finishReason; ///< as the provider said: "stop", "length", …; empty: it did not say
    QString model; ///< as the provider said
    std::optional<Usage> usage; ///< the last one the provider reported
    QUrl url;
    Headers requestHeaders; ///< without secrets
    int status = 0;
    Headers responseHeaders;
    QByteArray responseBody; ///< as received, up to a cap
    Timing timing;
    QList<Retry> retries;
};

/// One answer in flight. Emits any number of textAppended() and reasoningAppended(), then
/// exactly one of finished() or failed(), then deletes itself. Deleting it earlier, or
/// deleting its owner, stops the transfer and emits nothing more.
class ChatReply : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatReply)

public:
    ~ChatReply() override;

    /// Stops the transfer; ends in failed() with Error::Kind::Cancelled.
    virtual void abort() = 0;

signals:
    void textAppended(const QString &text);
    void reasoningAppended(const QString &text);

    /// A try failed before any of the answer was shown; the next one begins in `waitMs`, with
    /// 0 for at once (another key).
    void retrying(const Core::Error &error, qint64 waitMs);

    /// The answer is whole: the provider said how it finished.
    void finished(const Core::ReplySummary &summary);

    /// It is not. `summary.text` holds what had come until then.
    void failed(const Core::Error &error, const Core::ReplySummary &summary);

protected:
    explicit ChatReply(QObject *owner);

    void finish(const ReplySummary &summary);
    void fail(const Error &error, const ReplySummary &summary);

private:
    bool m_ended = false;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::ReplySummary)
