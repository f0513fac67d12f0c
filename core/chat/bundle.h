#pragma once

#include "core/chat/attempt.h"
#include "core/chat/charge.h"
#include "core/chat/conversation.h"
#include "core/chat/message.h"
#include "core/chat/summary.h"

#include <QList>
#include <QMetaType>

namespace Core {

/// A whole conversation, as it travels between a store and a file. A plain value.
struct Bundle
{
    Conversation conversation;
    QList<Message> messages; ///< parents before children
    QList<Attempt> attempts;
    QList<Charge> charges;
    QList<Summary> summaries; ///< every version, oldest first
    HandMarks marks;

    friend bool operator==(const Bundle &, const Bundle &) = default;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::Bundle)
