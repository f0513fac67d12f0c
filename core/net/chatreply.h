#pragma once

#include "core/base/result.h"
#include "core/chat/attempt.h"
#include "core/chat/message.h"
#include "core/chat/usage.h"

#include <QObject>
#include <QUrl>

#include <optional>

namespace Core {

/// A try that the provider may have billed, though its answer was lost and another one came.
struct LostTry
{
    int candidate = 0; ///< as in ReplySummary
    QString reason; ///< untranslated
    int status = 0;
    QByteArray requestBody;
    Timing timing;
};

/// A try failed before any of the answer was shown, and another one follows.
struct Retrying
{
    Error error;
    qint64 waitMs = 0; ///< until the next one; 0: at once, with another key or provider
    int tries = 0; ///< made so far; waiting for a key is none
    int mostTries = 0;
    QString provider; ///< that is asked next
};

/// All that is known of a request when it has ended, well or badly.
struct ReplySummary
{
    QString text; ///< all of it
    QString reasoning;
    QList<ToolCall> toolCalls;
    QString finishReason; ///< as the provider said: "stop", "length", …; empty: it did not say
    QString model; ///< as the provider said
    QString tier; ///< of service, as the provider said; see Usage::tier
    std::optional<Usage> usage; ///< the last one the provider reported, if it can be
    QString oddUsage; ///< as it came, where it cannot be or had to be clipped
    QUrl url;
    Headers requestHeaders; ///< without secrets
    QByteArray requestBody; ///< as it was sent in the end; empty: as it was asked for
    bool wasSent = false; ///< all of it went out, whatever became of it
    int status = 0;
    Headers responseHeaders;
    QByteArray responseBody; ///< as received, up to a cap
    Timing timing;
    QList<Retry> retries;
    QList<LostTry> lost; ///< those of the retries that may have been billed
    int candidate = 0; ///< who answered: 0 the request's provider, n its n-th alternative
    bool wasLeastBad = false; ///< all providers were resting, and it was asked all the same
};

/// Whether the provider may bill a request that ended like this: it accepted it and began to
/// work, or all of it went out and nobody knows what became of it. A refusal is not billed,
/// though it may come with status 200.
bool mayBeBilled(const ReplySummary &summary, const std::optional<Error> &error);

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

    void retrying(const Core::Retrying &next);

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
Q_DECLARE_METATYPE(Core::Retrying)
