#pragma once

#include "core/chat/bundle.h"

#include <QDateTime>
#include <QList>

namespace Core {

/// The messages as they will be stored: with ids, of this conversation, ended, below parents
/// that come before them.
QList<Message> messagesToStore(const Bundle &bundle);

/// The row of a conversation that is not there yet. What it sums up is counted, not believed.
Conversation conversationToStore(const Bundle &bundle, const QList<Message> &messages,
                                 const QDateTime &now);

} // namespace Core
