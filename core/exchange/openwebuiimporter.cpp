#include "core/exchange/openwebuiimporter.h"

#include "core/exchange/detailsblocks.h"
#include "core/exchange/sourcetree.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// A row of the chat table holds the chat; some exports are the chat alone.
JsonValue chatIn(const JsonValue &row)
{
    return row["chat"].isObject() ? row["chat"] : row;
}

ContentText textOf(const JsonValue &message)
{
    ContentText content = contentText(message["content"]);
    const ContentText bare = withoutDetails(content.text);
    content.text = bare.text;
    content.reasoning = joined({content.reasoning, bare.reasoning});
    content.isPlain = content.isPlain && bare.isPlain;
    QStringList texts{content.text};
    const QList<JsonValue> files = message["files"].items();
    for (const JsonValue &file : files) {
        const bool isImage = file["type"].text() == "image"_L1;
        texts += chip(isImage ? u"image"_s : u"file"_s, file["name"].text());
    }
    content.text = joined(texts, u"\n"_s);
    return content;
}

MessageStatus statusOf(const JsonValue &message)
{
    if (message["error"].isObject() || message["error"].isTrue() || message["error"].isText())
        return MessageStatus::Failed;
    return message["done"].isFalse() ? MessageStatus::Interrupted : MessageStatus::Complete;
}

SourceNode nodeOf(const QString &id, const JsonValue &message, Role role)
{
    const ContentText content = textOf(message);
    SourceNode node;
    node.message = {.id = id,
                    .parentId = message["parentId"].text(),
                    .role = role,
                    .status = statusOf(message),
                    .content = content.text,
                    .reasoning = content.reasoning,
                    .model = message["model"].text(),
                    .createdAt = timeOf(message["timestamp"]),
                    .metadata = keptFields(message, {"usage", "error"})};
    node.isHidden = role == Role::Assistant && content.text.isEmpty() && content.reasoning.isEmpty()
        && node.message.status == MessageStatus::Complete;
    if (!content.isPlain || node.isHidden)
        node.raw = message["content"].toQt();
    return node;
}

void addMessage(SourceConversation &source, const QString &id, const JsonValue &message,
                ImportDesk &desk)
{
    const QString word = message["role"].text();
    if (const std::optional<Role> role = roleFromName(word))
        source.nodes.append(nodeOf(id, message, *role));
    else
        desk.leftOut.append(unknownRole(source.nodes.size(), word));
}

QStringList tagsOf(const JsonValue &row)
{
    QStringList tags;
    const JsonValue listed = row["meta"]["tags"];
    const QList<JsonValue> items = listed.isList() ? listed.items() : chatIn(row)["tags"].items();
    for (const JsonValue &tag : items) // older versions have objects
        tags += tag.isObject() ? tag["name"].text() : tag.text();
    tags.removeAll(QString());
    tags.removeDuplicates();
    return tags;
}

Conversation conversationOf(const JsonValue &row)
{
    const JsonValue chat = chatIn(row);
    const JsonValue created = row["created_at"];
    const QList<JsonValue> models = chat["models"].items();
    return {.id = row["id"].text(),
            .title = (row["title"].isText() ? row : chat)["title"].text(),
            .userId = row["user_id"].text(),
            .createdAt = timeOf(created.isAbsent() ? chat["timestamp"] : created),
            .updatedAt = timeOf(row["updated_at"]),
            .pinned = row["pinned"].isTrue(),
            .tags = tagsOf(row),
            .metadata = keptFields(chat, {"params", "system"}),
            .activeLeaf = chat["history"]["currentId"].text(),
            .model = models.isEmpty() ? QString() : models.first().text()};
}

} // namespace

bool OpenWebUiImporter::recognises(const JsonValue &conversation) const
{
    const JsonValue chat = chatIn(conversation);
    return chat["history"]["messages"].isObject()
        || (conversation["chat"].isObject() && chat["messages"].isList());
}

Result<Bundle> OpenWebUiImporter::read(const JsonValue &row, ImportDesk &desk) const
{
    SourceConversation source{.format = format(), .conversation = conversationOf(row)};
    const JsonValue chat = chatIn(row);
    if (const JsonValue history = chat["history"]["messages"]; history.isObject()) {
        const QList<JsonValue::Field> messages = history.fields();
        for (const auto &[id, message] : messages)
            addMessage(source, id, message, desk);
    } else { // only a copy of the active branch
        source.isLinear = true;
        const QList<JsonValue> messages = chat["messages"].items();
        for (const JsonValue &message : messages)
            addMessage(source, message["id"].text(), message, desk);
    }
    return assembled(std::move(source), desk);
}

} // namespace Core
