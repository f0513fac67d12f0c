#include "core/exchange/claudeimporter.h"

#include "core/exchange/contentparts.h"
#include "core/exchange/sourcetree.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// What a tool was used for. The text of a document that was written with one is shown, for
/// it is what the user asked for.
QString toolText(const JsonValue &part)
{
    const JsonValue input = part["input"];
    const QString document = input["content"].text();
    const QString heading = chip(u"tool"_s, part["name"].text());
    if (document.isEmpty())
        return heading;
    return heading + u'\n' + fenced(document, input["language"].text());
}

ContentText partsText(const QList<JsonValue> &parts)
{
    ContentText result;
    QStringList texts;
    QStringList thoughts;
    for (const JsonValue &part : parts) {
        const QString type = part["type"].text();
        if (type == "text"_L1) {
            texts += part["text"].text();
            continue;
        }
        result.isPlain = false;
        if (type == "thinking"_L1)
            thoughts += part["thinking"].text();
        else if (type == "tool_use"_L1)
            texts += toolText(part);
        else if (type != "tool_result"_L1)
            texts += chip(type.isEmpty() ? u"unknown content"_s : type);
    }
    result.text = joined(texts);
    result.reasoning = joined(thoughts);
    return result;
}

QStringList attachedTexts(const JsonValue &message)
{
    QStringList names;
    QStringList texts;
    const QList<JsonValue> attachments = message["attachments"].items();
    for (const JsonValue &attachment : attachments) {
        const QString name = attachment["file_name"].text();
        names += name;
        texts += joined({chip(u"file"_s, name), attachment["extracted_content"].text()}, u"\n"_s);
    }
    const QList<JsonValue> files = message["files"].items();
    for (const JsonValue &file : files) {
        const QString name = file["file_name"].text();
        if (!names.contains(name))
            texts += chip(u"file"_s, name);
    }
    return texts;
}

std::optional<Role> roleOf(const JsonValue &message)
{
    const QString sender = message["sender"].text();
    return sender == "human"_L1 ? Role::User : roleFromName(sender);
}

SourceNode nodeOf(const JsonValue &message, Role role)
{
    ContentText content = partsText(message["content"].items());
    if (content.text.isEmpty())
        content.text = message["text"].text();
    SourceNode node;
    node.message = {.id = message["uuid"].text(),
                    .parentId = message["parent_message_uuid"].text(),
                    .role = role,
                    .content = joined(QStringList{content.text} + attachedTexts(message)),
                    .reasoning = content.reasoning,
                    .createdAt = timeOf(message["created_at"])};
    node.isHidden = role == Role::Assistant && node.message.content.isEmpty()
        && node.message.reasoning.isEmpty();
    if (!content.isPlain || node.isHidden)
        node.raw = message["content"].toQt();
    return node;
}

} // namespace

bool ClaudeImporter::recognises(const JsonValue &conversation) const
{
    return conversation["chat_messages"].isList();
}

Result<Bundle> ClaudeImporter::read(const JsonValue &json, ImportDesk &desk) const
{
    SourceConversation source{.format = format()};
    source.conversation = {.id = json["uuid"].text(),
                           .title = json["name"].text(),
                           .createdAt = timeOf(json["created_at"]),
                           .updatedAt = timeOf(json["updated_at"]),
                           .pinned = json["is_starred"].isTrue(),
                           .metadata = keptFields(json, {"summary"}),
                           .activeLeaf = json["current_leaf_message_uuid"].text(),
                           .model = json["model"].text()};
    const QList<JsonValue> messages = json["chat_messages"].items();
    source.isLinear = std::none_of(messages.begin(), messages.end(), [](const JsonValue &message) {
        return message["parent_message_uuid"].isText();
    });
    for (qsizetype i = 0; i < messages.size(); ++i) {
        if (const std::optional<Role> role = roleOf(messages[i]))
            source.nodes.append(nodeOf(messages[i], *role));
        else
            desk.leftOut.append(unknownRole(i, messages[i]["sender"].text()));
    }
    return assembled(std::move(source), desk);
}

} // namespace Core
