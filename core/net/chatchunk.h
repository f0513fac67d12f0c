#pragma once

#include "core/base/result.h"
#include "core/chat/usage.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Core {

class WireJson;
class WireParser;

/// A piece of a tool call, as one chunk brings it.
struct ToolCallDelta
{
    std::optional<int> index; ///< absent, or not a sensible number
    QString id;
    QString name;
    QString arguments;

    friend bool operator==(const ToolCallDelta &, const ToolCallDelta &) = default;
};

/// What one chunk of a chat-completions stream says, or a whole answer that is not streamed,
/// in the spellings that servers are known to use. Only the first choice counts: we never ask
/// for more. Texts may end in half a surrogate pair, whose other half the next chunk brings.
struct ChatChunk
{
    QString text;
    QString reasoning;
    QList<ToolCallDelta> toolCalls;
    QString finishReason; ///< an open set; empty: the chunk does not say
    QString model;
    std::optional<QString> tier; ///< of service, as Usage::tier; absent: the chunk does not say
    std::optional<Usage> usage; ///< absent is not zero
    QString oddUsage; ///< see ReportedUsage::odd
    std::optional<Error> error; ///< the provider reports one inside a good answer

    bool isUseful() const
    {
        return !text.isEmpty() || !reasoning.isEmpty() || !toolCalls.isEmpty();
    }

    friend bool operator==(const ChatChunk &, const ChatChunk &) = default;
};

/// Reads a chunk. BadReply where it is not JSON or not an object; its detail never quotes the
/// chunk, which is the user's text.
Result<ChatChunk> parseChunk(WireParser &parser, QByteArrayView json);

/// What a `usage` object says. A plain value.
struct ReportedUsage
{
    /// Nothing where it holds no count, or one that cannot be: below zero, beyond what any
    /// request has, or not a number.
    std::optional<Usage> usage;
    /// The object as it came, where a count of it cannot be or its parts exceed the whole, into
    /// which they are clipped; else empty.
    QString odd;
};

/// In the spellings of OpenAI, DeepSeek, OpenRouter and Anthropic's compatible endpoint.
ReportedUsage usageFrom(const WireJson &usage);

} // namespace Core
