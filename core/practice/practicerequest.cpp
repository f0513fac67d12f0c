#include "core/practice/practicerequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

Error bad(const QString &what)
{
    return {Error::Kind::BadInput, what};
}

QString contentFrom(const QJsonValue &content)
{
    if (content.isString())
        return content.toString();
    QStringList texts;
    for (const QJsonValue part : content.toArray())
        texts.append(part["text"_L1].toString());
    return texts.join(u'\n');
}

QList<ToolCall> toolCallsFrom(const QJsonArray &calls)
{
    QList<ToolCall> all;
    for (const QJsonValue call : calls) {
        const QJsonValue function = call["function"_L1];
        all.append({call["id"_L1].toString(), function["name"_L1].toString(),
                    function["arguments"_L1].toString()});
    }
    return all;
}

Result<Message> messageFrom(const QJsonValue &value)
{
    const std::optional<Role> role = roleFromName(value["role"_L1].toString());
    if (!role)
        return bad(u"Invalid value for 'role': '%1'."_s.arg(value["role"_L1].toString()));
    Message message{.role = *role,
                    .content = contentFrom(value["content"_L1]),
                    .name = value["name"_L1].toString(),
                    .toolCalls = toolCallsFrom(value["tool_calls"_L1].toArray()),
                    .toolCallId = value["tool_call_id"_L1].toString()};
    return message;
}

} // namespace

Result<PracticeRequest> practiceRequestFrom(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(body, &error).object();
    if (error.error != QJsonParseError::NoError || root.isEmpty())
        return bad(u"We could not parse the JSON body of your request."_s);

    PracticeRequest request{.model = root["model"_L1].toString(),
                            .stream = root["stream"_L1].toBool(),
                            .includeUsage = root["stream_options"_L1]["include_usage"_L1].toBool()};
    const QJsonValue limit = root.contains("max_completion_tokens"_L1)
        ? root["max_completion_tokens"_L1]
        : root["max_tokens"_L1];
    request.maxTokens = limit.toInt(-1);
    if (request.model.isEmpty())
        return bad(u"you must provide a model parameter"_s);
    for (const QJsonValue value : root["messages"_L1].toArray()) {
        Result<Message> message = messageFrom(value);
        if (!message)
            return message.error();
        request.messages.append(*std::move(message));
    }
    if (request.messages.isEmpty())
        return bad(u"[] is too short - 'messages'"_s);
    return request;
}

} // namespace Core
