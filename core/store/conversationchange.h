#pragma once

#include "core/chat/conversation.h"

#include <optional>

namespace Core {

/// Which fields of a conversation to change; the others stay as they are. None of them moves
/// updatedAt: the list stays in order while it is tidied up.
struct ConversationChange
{
    std::optional<QString> title;
    std::optional<QString> userId;
    std::optional<bool> active;
    std::optional<bool> pinned;
    std::optional<QStringList> tags;
    std::optional<QString> draft;
    std::optional<QString> activeLeaf;
    std::optional<QString> provider;
    std::optional<QString> model;
    std::optional<QString> strategy;
    std::optional<QJsonObject> metadata;

    friend bool operator==(const ConversationChange &, const ConversationChange &) = default;
};

/// What somebody had before the eyes who changes a conversation: the fields that he changes.
struct SeenFields
{
    qint64 version = 0;
    ConversationChange fields;

    friend bool operator==(const SeenFields &, const SeenFields &) = default;
};
SeenFields seenFields(const ConversationChange &change, const Conversation &conversation);

QJsonObject changeToJson(const ConversationChange &change);
ConversationChange changeFromJson(const QJsonObject &json);

} // namespace Core
