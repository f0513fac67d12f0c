#include "core/store/bundlerows.h"

#include "core/base/id.h"
#include "core/base/text.h"
#include "core/chat/branch.h"
#include "core/store/attempttable.h"
#include "core/store/conversationtable.h"

#include <QSet>

#include <algorithm>

namespace Core {

QList<Message> messagesToStore(const Bundle &bundle)
{
    QList<Message> messages = bundle.messages;
    QSet<QString> seen;
    seen.reserve(messages.size());
    for (Message &message : messages) {
        if (message.id.isEmpty())
            message.id = newId();
        message.conversationId = bundle.conversation.id;
        if (message.status == MessageStatus::Streaming)
            message.status = MessageStatus::Interrupted;
        if (!seen.contains(message.parentId))
            message.parentId.clear();
        seen.insert(message.id);
    }
    return messages;
}

Conversation conversationToStore(const Bundle &bundle, const QList<Message> &messages,
                                 const QDateTime &now)
{
    Conversation row = bundle.conversation;
    QDateTime first;
    QDateTime last;
    for (const Message &message : messages) {
        if (!message.createdAt.isValid())
            continue;
        first = first.isValid() ? std::min(first, message.createdAt) : message.createdAt;
        last = last.isValid() ? std::max(last, message.createdAt) : message.createdAt;
    }
    if (!row.createdAt.isValid())
        row.createdAt = first.isValid() ? first : now;
    if (!row.updatedAt.isValid())
        row.updatedAt = last.isValid() ? std::max(last, row.createdAt) : row.createdAt;
    row.messageCount = int(messages.size());
    row.cost = {};
    row.unpricedRequests = 0;

    const MessageTree tree(messages, row.activeLeaf);
    row.activeLeaf = tree.activeLeaf();
    const Message *leaf = tree.find(row.activeLeaf);
    row.lastLine = leaf ? firstLine(leaf->content) : QString();
    const auto answer = std::find_if(messages.crbegin(), messages.crend(),
                                     [](const Message &m) { return m.role == Role::Assistant; });
    row.hasError = answer != messages.crend() && answer->status != MessageStatus::Complete
        && answer->status != MessageStatus::Stopped;
    return row;
}

ReadyBundle readyBundle(const Bundle &bundle, const QDateTime &now, const Engine &engine)
{
    ReadyBundle ready{.bundle = bundle};
    QString &id = ready.bundle.conversation.id;
    if (id.isEmpty())
        id = newId();
    ready.messages = messagesToStore(ready.bundle);
    const Conversation row = conversationToStore(ready.bundle, ready.messages, now);
    ready.row = ReadyRow(ConversationTable::rowOf(row), engine);
    ready.messageRows.reserve(ready.messages.size());
    for (const Message &message : std::as_const(ready.messages))
        ready.messageRows.append(MessageTable::ready(message, engine));
    ready.attemptRows.reserve(bundle.attempts.size());
    for (Attempt &attempt : ready.bundle.attempts) {
        attempt.conversationId = id;
        if (!attempt.at.isValid())
            attempt.at = now;
        if (attempt.state == Attempt::State::Sent)
            attempt.state = Attempt::State::Interrupted;
        ready.attemptRows.append(ReadyRow(AttemptTable::rowOf(attempt), engine));
    }
    ready.charges.reserve(bundle.charges.size());
    for (const Charge &given : bundle.charges) {
        Charge charge = withinReason(given);
        charge.conversationId = id;
        if (charge.id.isEmpty())
            charge.id = newId();
        if (!charge.at.isValid())
            charge.at = now;
        ready.charges.append(Ledger::ready(charge, engine));
    }
    return ready;
}

} // namespace Core
