#pragma once

#include "core/chat/message.h"
#include "core/net/chatchunk.h"

namespace Core {

/// Puts the chunks of one answer together. Half a surrogate pair at the end of a piece waits
/// for its other half, so every text handed out is whole. A plain value.
class AnswerBuilder
{
public:
    /// What a chunk added, ready to be shown.
    struct Growth
    {
        QString text;
        QString reasoning;
    };

    Growth add(const ChatChunk &chunk);

    /// The stream is over: what still waited becomes U+FFFD.
    Growth end();

    const QString &text() const { return m_text.whole; }
    const QString &reasoning() const { return m_reasoning.whole; }
    QList<ToolCall> toolCalls() const;
    const QString &finishReason() const { return m_finishReason; }
    const QString &model() const { return m_model; }
    const std::optional<Usage> &usage() const { return m_usage; }
    const QString &oddUsage() const { return m_oddUsage; }
    const QString &tier() const { return m_tier; }

    bool isEmpty() const;

private:
    struct Stream
    {
        QString whole;
        QString waiting; ///< at most one high surrogate

        QString add(const QString &piece);
        QString end();
    };

    /// A tool call that is being put together.
    struct OpenCall
    {
        std::optional<int> index;
        ToolCall call;
    };

    OpenCall &callFor(const ToolCallDelta &delta);

    Stream m_text;
    Stream m_reasoning;
    QList<OpenCall> m_calls;
    QString m_finishReason;
    QString m_model;
    QString m_tier;
    std::optional<Usage> m_usage;
    QString m_oddUsage;
};

} // namespace Core
