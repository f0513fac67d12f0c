#pragma once

#include "core/chat/conversation.h"
#include "core/chat/message.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace Core {

/// Whether conversations and messages get ids for the store, or keep those of their file.
enum class IdRule {
    Stable, ///< UUIDs made from the source's ids, so that importing twice adds nothing
    KeepSource, ///< as the file has them; "1", "2", … where it has none
};

/// Gives out ids while one source is read. Conversations whose id is a UUID keep it. Other ids
/// ("7", "identity_12") are unique in their file at best, so the beginning of the
/// conversation goes in as well; without an id, all of its content does, and how many like it
/// came before. Ids of messages are made within their conversation, since copied
/// conversations repeat them.
class SourceIds
{
public:
    explicit SourceIds(IdRule rule)
        : m_rule(rule)
    {
    }

    /// `sourceId` is the source's own, or empty; `number` counts the conversations. Only the
    /// content of `messages` matters.
    QString conversationId(const QString &format, const QString &sourceId, int number,
                           const QList<Message> &messages);

    /// For a message that has the id `sourceId` in its source.
    QString messageId(const QString &conversationId, const QString &sourceId) const;
    /// For a message that has none: its position and its content make it.
    QString positionalId(const QString &conversationId, const QString &position,
                         const Message &message) const;

private:
    IdRule m_rule;
    QHash<QByteArray, int> m_seen; ///< digest -> conversations without id that had it
};

} // namespace Core
