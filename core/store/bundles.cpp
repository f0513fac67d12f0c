#include "core/store/database.h"

#include "core/base/id.h"
#include "core/base/text.h"
#include "core/store/engine.h"

#include <QSet>

#include <algorithm>

// Whole conversations in and out.

namespace Core {

namespace {

/// The messages as they will be stored: with ids, of this conversation, ended, below parents
/// that come before them.
QList<Message> prepared(const Bundle &bundle)
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

/// Before anything is written, since a server locks more for making room than for writing.
Result<void> makeRoomFor(Connection &connection, const QList<Bundle> &bundles)
{
    for (const Bundle &bundle : bundles) {
        for (const Message &message : bundle.messages) {
            if (const Result<void> made =
                    connection.engine().makeRoom(connection, message.createdAt);
                !made)
                return made;
        }
        for (const Charge &charge : bundle.charges) {
            if (const Result<void> made = connection.engine().makeRoom(connection, charge.at);
                !made)
                return made;
        }
    }
    return {};
}

/// The row of a conversation that is not there yet. What it sums up is counted, not believed.
Conversation rowOf(const Bundle &bundle, const QList<Message> &messages, const QDateTime &now)
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

} // namespace

Result<QList<ImportCount>> Database::importBundles(const QList<Bundle> &bundles)
{
    return write([&]() -> Result<QList<ImportCount>> {
        if (const Result<void> made = makeRoomFor(*m_connection, bundles); !made)
            return made.error();
        QList<ImportCount> counts;
        counts.reserve(bundles.size());
        for (const Bundle &bundle : bundles) {
            const Result<ImportCount> count = import(bundle);
            if (!count)
                return count.error();
            counts.append(*count);
        }
        return counts;
    });
}

Result<ImportCount> Database::import(const Bundle &given)
{
    Bundle bundle = given;
    if (bundle.conversation.id.isEmpty())
        bundle.conversation.id = newId();
    const QString &id = bundle.conversation.id;
    const QList<Message> messages = prepared(bundle);

    const Result<std::optional<Conversation>> there = m_conversations.find(id);
    if (!there)
        return there.error();
    ImportCount count{.added = !*there};
    if (count.added) {
        const Result<void> inserted =
            m_conversations.insert(rowOf(bundle, messages, m_clock.now()));
        if (!inserted)
            return inserted.error();
    }
    const Result<int> added = importMessages(messages);
    if (!added)
        return added.error();
    count.messagesAdded = *added;

    // The row of a new conversation counts all of its messages already.
    const int uncounted = count.added ? *added - int(messages.size()) : *added;
    if (const Result<void> done = m_conversations.changeRow(id, {.messagesAdded = uncounted});
        !done)
        return done.error();
    if (const Result<void> done = importLedger(bundle); !done)
        return done.error();
    if (const Result<void> done = importNotes(bundle); !done)
        return done.error();
    return count;
}

Result<int> Database::importMessages(const QList<Message> &messages)
{
    int added = 0;
    for (const Message &message : messages) {
        const Result<std::optional<qint64>> sequence = m_messages.insertNew(message);
        if (!sequence)
            return sequence.error();
        added += *sequence ? 1 : 0;
    }
    return added;
}

Result<void> Database::importLedger(const Bundle &bundle)
{
    for (Attempt attempt : bundle.attempts) {
        attempt.conversationId = bundle.conversation.id;
        if (!attempt.at.isValid())
            attempt.at = m_clock.now();
        if (attempt.state == Attempt::State::Sent)
            attempt.state = Attempt::State::Interrupted;
        if (const Result<void> done = m_attempts.insertNew(attempt); !done)
            return done;
    }
    Money sum;
    int unpriced = 0;
    for (Charge charge : bundle.charges) {
        charge.conversationId = bundle.conversation.id;
        if (charge.id.isEmpty())
            charge.id = newId();
        if (!charge.at.isValid())
            charge.at = m_clock.now();
        const Result<bool> added = m_ledger.add(charge);
        if (!added)
            return added.error();
        if (*added) {
            sum += charge.amount.value_or(Money{});
            unpriced += charge.amount ? 0 : 1;
        }
    }
    if (sum == Money{} && unpriced == 0)
        return {};
    return m_conversations.addCost(bundle.conversation.id, sum, unpriced);
}

Result<void> Database::importNotes(const Bundle &bundle)
{
    const QString &id = bundle.conversation.id;
    for (Summary summary : bundle.summaries) {
        summary.conversationId = id;
        if (!summary.createdAt.isValid())
            summary.createdAt = m_clock.now();
        if (const Result<void> done = m_notes.insertNewSummary(summary); !done)
            return done;
    }
    for (const QString &message : bundle.marks.pinned) {
        if (const Result<void> done = m_notes.setHandMark(id, message, HandMark::Pinned); !done)
            return done;
    }
    for (const QString &message : bundle.marks.excluded) {
        if (const Result<void> done = m_notes.setHandMark(id, message, HandMark::Excluded); !done)
            return done;
    }
    return {};
}

Result<Bundle> Database::bundle(const QString &conversationId)
{
    Result<Conversation> conversation = m_conversations.get(conversationId);
    if (!conversation)
        return conversation.error();
    Conversation row = *std::move(conversation);
    row.version = 0; // it belongs to this store
    Result<QList<Message>> messages = m_messages.all(conversationId);
    if (!messages)
        return messages.error();
    Result<QList<Attempt>> attempts = m_attempts.ofConversation(conversationId, Bodies::With);
    if (!attempts)
        return attempts.error();
    Result<QList<Charge>> charges = m_ledger.ofConversation(conversationId);
    if (!charges)
        return charges.error();
    Result<QList<Summary>> summaries = m_notes.summaries(conversationId);
    if (!summaries)
        return summaries.error();
    Result<HandMarks> marks = m_notes.handMarks(conversationId);
    if (!marks)
        return marks.error();
    return Bundle{std::move(row),      *std::move(messages),  *std::move(attempts),
                  *std::move(charges), *std::move(summaries), *std::move(marks)};
}

} // namespace Core
