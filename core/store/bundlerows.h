#pragma once

#include "core/chat/bundle.h"
#include "core/store/ledger.h"
#include "core/store/messagetable.h"

#include <QDateTime>
#include <QList>
#include <QVariantList>

namespace Core {

/// The messages as they will be stored: with ids, of this conversation, ended, below parents
/// that come before them.
QList<Message> messagesToStore(const Bundle &bundle);

/// The row of a conversation that is not there yet. What it sums up is counted, not believed.
Conversation conversationToStore(const Bundle &bundle, const QList<Message> &messages,
                                 const QDateTime &now);

/// A bundle as it goes into the tables one row at a time. Hashing and compressing take longer
/// than writing, and can be done on all cores.
struct ReadyBundle
{
    Bundle bundle; ///< with the conversation's id, and attempts that have ended
    ReadyRow row; ///< of the conversation, for where it is new
    QList<Message> messages; ///< messagesToStore()
    QList<MessageTable::Ready> messageRows;
    QList<ReadyRow> attemptRows; ///< AttemptTable::rowOf()
    QList<Ledger::Ready> charges;
};
ReadyBundle readyBundle(const Bundle &bundle, const QDateTime &now, const Engine &engine);

} // namespace Core
