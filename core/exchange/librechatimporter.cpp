#include "core/exchange/librechatimporter.h"

#include "core/exchange/contentparts.h"
#include "core/exchange/sourcetree.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// A message and the one it is nested in.
struct Found
{
    JsonValue message;
    QString parentId;
};

/// All messages, those nested in others right behind them. A nested thread may be thousands
/// of levels deep, so nothing recurses.
QList<Found> flattened(const JsonValue &messages)
{
    const auto push = [](QList<Found> &open, const JsonValue &list, const QString &parentId) {
        const QList<JsonValue> items = list.items();
        for (auto item = items.rbegin(); item != items.rend(); ++item)
            open.append({*item, parentId});
    };
    QList<Found> open;
    QList<Found> all;
    push(open, messages, {});
    while (!open.isEmpty()) {
        all.append(open.takeLast());
        const JsonValue message = all.last().message;
        push(open, message["children"], message["messageId"].text());
    }
    return all;
}

QString toolText(const JsonValue &part)
{
    const JsonValue call = part["tool_call"];
    return chip(u"tool"_s, call["name"].text() + call["function"]["name"].text());
}

/// The parts of an answer; `text` repeats them in some versions and is empty in others.
ContentText partsText(const JsonValue &message)
{
    ContentText result;
    QStringList texts;
    const QList<JsonValue> parts = message["content"].items();
    for (const JsonValue &part : parts) {
        const QString type = part["type"].text();
        if (type == "tool_call"_L1) {
            texts += toolText(part);
            result.isPlain = false;
        } else if (type == "image_file"_L1) {
            texts += chip(u"image"_s, part["image_file"]["filename"].text());
            result.isPlain = false;
        } else if (type == "error"_L1) {
            texts += contentText(part["error"]).text;
            result.isPlain = false;
        } else {
            const ContentText content = contentText(part);
            texts += content.text;
            result.reasoning = joined({result.reasoning, content.reasoning});
            result.isPlain = result.isPlain && content.isPlain;
        }
    }
    result.text = joined(texts);
    return result;
}

QStringList filesOf(const JsonValue &message)
{
    QStringList texts;
    const QList<JsonValue> files = message["files"].items();
    for (const JsonValue &file : files) {
        const bool isImage = file["type"].text().startsWith("image/"_L1);
        texts += chip(isImage ? u"image"_s : u"file"_s, file["filename"].text());
    }
    return texts;
}

Role roleOf(const JsonValue &message)
{
    if (message["sender"].text() == "System"_L1)
        return Role::System;
    const JsonValue isUser = message["isCreatedByUser"];
    const bool isAbsent = !isUser.isTrue() && !isUser.isFalse();
    return isUser.isTrue() || (isAbsent && message["sender"].text() == "User"_L1) ? Role::User
                                                                                  : Role::Assistant;
}

MessageStatus statusOf(const JsonValue &message)
{
    if (message["error"].isTrue())
        return MessageStatus::Failed;
    return message["unfinished"].isTrue() ? MessageStatus::Interrupted : MessageStatus::Complete;
}

SourceNode nodeOf(const Found &found)
{
    const JsonValue &message = found.message;
    ContentText content = partsText(message);
    if (content.text.isEmpty())
        content.text = message["text"].text();
    const JsonValue parent = message["parentMessageId"];
    SourceNode node;
    node.message = {.id = message["messageId"].text(),
                    .parentId = parent.isText() ? parent.text() : found.parentId,
                    .role = roleOf(message),
                    .status = statusOf(message),
                    .content = joined(QStringList{content.text} + filesOf(message), u"\n"_s),
                    .reasoning = content.reasoning,
                    .createdAt = timeOf(message["createdAt"])};
    if (node.message.role == Role::Assistant) {
        node.message.model = message["model"].text();
        node.isHidden = node.message.content.isEmpty() && node.message.reasoning.isEmpty();
    }
    if (!content.isPlain)
        node.raw = message["content"].toQt();
    return node;
}

} // namespace

bool LibreChatImporter::recognises(const JsonValue &conversation) const
{
    if (conversation["messagesTree"].isList())
        return true;
    if (!conversation["messages"].isList())
        return false;
    const QList<JsonValue> messages = conversation["messages"].items();
    return messages.isEmpty() ? conversation["conversationId"].isText()
                              : messages.first()["messageId"].isText();
}

Result<Bundle> LibreChatImporter::read(const JsonValue &json, ImportDesk &desk) const
{
    SourceConversation source{.format = format()};
    source.conversation = {.id = json["conversationId"].text(),
                           .title = json["title"].text(),
                           .metadata = keptFields(json, {"endpoint", "options"}),
                           .model = json["options"]["model"].text()};
    const bool isTree = json["messagesTree"].isList();
    const QList<Found> messages = flattened(isTree ? json["messagesTree"] : json["messages"]);
    source.isLinear = std::none_of(messages.begin(), messages.end(), [](const Found &found) {
        return !found.parentId.isEmpty() || found.message["parentMessageId"].isText();
    });
    for (const Found &found : messages)
        source.nodes.append(nodeOf(found));
    return assembled(std::move(source), desk);
}

} // namespace Core
