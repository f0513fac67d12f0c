#pragma once

#include "core/chat/message.h"

#include <QList>
#include <QTimeZone>

/// Conversations to show: what a support agent and a prompt engineer meet on a day.
namespace ThreadSamples {

inline Core::Message message(const QString &id, Core::Role role, const QString &content,
                             int minute = 0)
{
    Core::Message message{.id = id, .role = role, .content = content};
    message.createdAt = QDateTime({2026, 11, 20}, {9, 41}, QTimeZone::utc()).addSecs(minute * 60);
    message.tokens = int(content.size() / 4);
    return message;
}

QList<Core::Message> support(); ///< a Vietnamese customer, a table, a list
QList<Core::Message> engineering(); ///< code, quotes, tool calls, endings of every kind
QList<Core::Message> hostile(); ///< what must do no harm
QList<Core::Message> many(int count);

} // namespace ThreadSamples
