#include "core/exchange/openaiimporter.h"

#include "core/exchange/contentparts.h"
#include "core/exchange/sourcetree.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// What holds the messages: the line itself, or the request of a batch line.
JsonValue requestIn(const JsonValue &line)
{
    return line["messages"].isList() ? line : line["body"];
}

QList<ToolCall> toolCallsOf(const JsonValue &message)
{
    QList<ToolCall> calls;
    const QList<JsonValue> listed = message["tool_calls"].items();
    for (const JsonValue &call : listed) {
        const JsonValue function = call["function"];
        calls.append({.id = call["id"].text(),
                      .name = function["name"].text(),
                      .arguments = function["arguments"].text()});
    }
    if (const JsonValue old = message["function_call"]; old.isObject())
        calls.append({.name = old["name"].text(), .arguments = old["arguments"].text()});
    return calls;
}

SourceNode nodeOf(const JsonValue &message, Role role)
{
    const ContentText content = contentText(message["content"]);
    SourceNode node;
    node.message = {.id = textOrNumber(message["id"]),
                    .role = role,
                    .content = content.text,
                    .reasoning = joined({content.reasoning, message["reasoning_content"].text()}),
                    .name = message["name"].text(),
                    .toolCalls = toolCallsOf(message),
                    .toolCallId = message["tool_call_id"].text(),
                    .createdAt = timeOf(message["created_at"])};
    if (message["content"].isAbsent() && !message["refusal"].text().isEmpty())
        node.message.content = message["refusal"].text();
    node.message.metadata = keptFields(message, {"weight", "metadata"});
    if (!content.isPlain)
        node.raw = message["content"].toQt();
    return node;
}

} // namespace

bool OpenAiImporter::recognises(const JsonValue &conversation) const
{
    const JsonValue messages = requestIn(conversation)["messages"];
    if (!messages.isList())
        return false;
    const QList<JsonValue> items = messages.items();
    return items.isEmpty() || items.first()["role"].isText();
}

Result<Bundle> OpenAiImporter::read(const JsonValue &line, ImportDesk &desk) const
{
    const JsonValue request = requestIn(line);
    // Our own exports to this format must not double what is there already.
    SourceConversation source{.format = format(), .isLinear = true, .hasOwnUuids = true};
    source.conversation.id = textOrNumber(line["id"]);
    if (source.conversation.id.isEmpty())
        source.conversation.id = textOrNumber(line["custom_id"]);
    source.conversation.title = line["title"].text();
    source.conversation.model = request["model"].text();
    source.conversation.createdAt = timeOf(line["created_at"]);
    source.conversation.metadata = keptFields(request, {"tools", "metadata"});

    const QList<JsonValue> messages = request["messages"].items();
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QString word = messages[i]["role"].text();
        if (const std::optional<Role> role = roleFromName(word))
            source.nodes.append(nodeOf(messages[i], *role));
        else
            desk.leftOut.append(unknownRole(i, word));
    }
    return assembled(std::move(source), desk);
}

} // namespace Core
