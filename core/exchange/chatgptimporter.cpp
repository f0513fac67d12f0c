#include "core/exchange/chatgptimporter.h"

#include "core/exchange/chatgptcontent.h"
#include "core/exchange/sourcetree.h"

#include <QHash>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// Whether ChatGPT itself shows the message.
bool isShown(const JsonValue &message, Role role, const QString &type)
{
    const JsonValue metadata = message["metadata"];
    if (metadata["is_visually_hidden_from_conversation"].isTrue())
        return false;
    switch (role) {
    case Role::System:
        return metadata["is_user_system_message"].isTrue();
    case Role::User:
        return true;
    case Role::Assistant: {
        const QString recipient = message["recipient"].text();
        return type != "thoughts"_L1 && type != "reasoning_recap"_L1
            && (recipient.isEmpty() || recipient == "all"_L1);
    }
    case Role::Tool:
        return type == "execution_output"_L1 || type == "multimodal_text"_L1
            || type == "tether_quote"_L1;
    }
    Q_UNREACHABLE();
}

MessageStatus statusOf(const JsonValue &message)
{
    const QString finish = message["metadata"]["finish_details"]["type"].text();
    if (finish == "max_tokens"_L1)
        return MessageStatus::Truncated;
    if (finish == "interrupted"_L1)
        return MessageStatus::Stopped;
    return MessageStatus::Complete;
}

QString instructionsOf(const JsonValue &message)
{
    const JsonValue data = message["metadata"]["user_context_message_data"];
    return joined({data["about_user_message"].text(), data["about_model_message"].text()});
}

void fill(SourceNode &node, const JsonValue &message, Role role)
{
    ContentText content = chatGptText(message);
    if (role == Role::System && content.text.isEmpty())
        content.text = instructionsOf(message);
    node.message.role = role;
    node.message.status = statusOf(message);
    node.message.content = content.text;
    node.message.reasoning = content.reasoning;
    node.message.name = message["author"]["name"].text();
    node.message.model = message["metadata"]["model_slug"].text();
    node.message.createdAt = timeOf(message["create_time"]);
    // An answer without text is a step on the way to one.
    const bool isEmpty = content.text.isEmpty() && role != Role::User;
    node.isHidden = isEmpty || !isShown(message, role, message["content"]["content_type"].text());
    if (node.isHidden || !content.isPlain)
        node.raw = message.toQt();
}

/// Where a node stands, as its parent's list of children says.
struct Place
{
    QString parent;
    int rank = 0; ///< among its siblings
};

QHash<QString, Place> placesIn(const QList<JsonValue::Field> &mapping)
{
    QHash<QString, Place> places;
    for (const auto &[id, node] : mapping) {
        int rank = 0;
        const QList<JsonValue> children = node["children"].items();
        for (const JsonValue &child : children)
            places.insert(child.text(), {id, rank++});
    }
    return places;
}

Conversation conversationOf(const JsonValue &json)
{
    Conversation conversation;
    conversation.id = json["conversation_id"].text();
    if (conversation.id.isEmpty())
        conversation.id = json["id"].text();
    conversation.title = json["title"].text();
    conversation.createdAt = timeOf(json["create_time"]);
    conversation.updatedAt = timeOf(json["update_time"]);
    conversation.pinned = json["is_starred"].isTrue() || json["pinned_time"].isNumber();
    conversation.activeLeaf = json["current_node"].text();
    conversation.metadata = keptFields(json, {"gizmo_id", "is_archived"});
    const QString model = json["default_model_slug"].text();
    conversation.model = model.isEmpty() ? json["model_slug"].text() : model;
    return conversation;
}

} // namespace

bool ChatGptImporter::recognises(const JsonValue &conversation) const
{
    return conversation["mapping"].isObject();
}

Result<Bundle> ChatGptImporter::read(const JsonValue &json, ImportDesk &desk) const
{
    SourceConversation source{.format = format(), .conversation = conversationOf(json)};
    const QList<JsonValue::Field> mapping = json["mapping"].fields();
    const QHash<QString, Place> places = placesIn(mapping);
    for (const auto &[id, value] : mapping) {
        const Place place = places.value(id);
        SourceNode node{.rank = place.rank, .isHidden = true};
        node.message.id = id;
        node.message.parentId = value["parent"].isText() ? value["parent"].text() : place.parent;
        node.message.role = Role::System;
        const JsonValue message = value["message"];
        const QString word = message["author"]["role"].text();
        if (const std::optional<Role> role = roleFromName(word)) {
            fill(node, message, *role);
        } else if (message.isObject()) {
            node.raw = message.toQt();
            desk.leftOut.append({u"message %1"_s.arg(id), u"unknown role \"%1\""_s.arg(word)});
        }
        source.nodes.append(std::move(node));
    }
    return assembled(std::move(source), desk);
}

} // namespace Core
