#include "core/store/database.h"

#include "core/base/id.h"
#include "core/base/text.h"
#include "core/store/engine.h"
#include "core/store/migrations.h"
#include "core/store/searchtext.h"
#include "core/store/searchtogether.h"
#include "core/store/storedvalues.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

Error notFound(const QString &what)
{
    return {.kind = Error::Kind::NotFound, .detail = what};
}

bool isError(MessageStatus status)
{
    return status == MessageStatus::Failed || status == MessageStatus::Interrupted
        || status == MessageStatus::Truncated;
}

} // namespace

Database::Database(std::unique_ptr<Connection> connection, const Clock &clock)
    : m_connection(std::move(connection))
    , m_clock(clock)
{
}

Result<void> Database::setMoment(const QDateTime &now)
{
    const Engine &engine = m_connection->engine();
    const Result<void> set =
        engine.dialect().beginsAtMoment ? Result<void>() : engine.setMoment(*m_connection, now);
    return set ? engine.makeRoom(*m_connection, now) : set;
}

QString Database::beginning(const QDateTime &now) const
{
    return m_connection->engine().beginAt(now);
}

Result<StoreInfo> Database::info()
{
    const Result<int> version = m_connection->engine().version(*m_connection);
    if (!version)
        return version.error();
    const Result<QString> id = storeId(*m_connection);
    if (!id)
        return id.error();
    const Dialect &dialect = m_connection->dialect();
    StoreInfo info{.id = *id, .version = *version};
    const Result<void> known = m_connection->read(
        u"SELECT %1, %2"_s.arg(dialect.user, dialect.role), {}, [&](const Row &row) {
            info.user = row.text(0);
            info.role = row.text(1);
        });
    if (!known)
        return known.error();
    const Result<Inventory> there = m_connection->engine().inventory(*m_connection);
    if (!there)
        return there.error();
    info.conversations = there->conversations;
    info.providers = there->providers;
    info.tags = there->tags;
    return info;
}

Result<qint64> Database::messageCount()
{
    const Result<QVariant> count =
        m_connection->value(u"SELECT coalesce(sum(message_count), 0) FROM conversation "
                            "WHERE workspace_id = ? AND active"_s,
                            {workspaceId});
    return count ? Result<qint64>(count->toLongLong()) : count.error();
}

Result<QString> Database::user()
{
    if (!m_user) {
        const Result<QVariant> user =
            m_connection->value(u"SELECT "_s + m_connection->dialect().user);
        if (!user)
            return user.error();
        m_user = user->toString();
    }
    return *m_user;
}

Result<Thread> Database::thread(const QString &conversationId)
{
    const Result<Conversation> conversation = m_conversations.get(conversationId);
    if (!conversation)
        return conversation.error();
    Result<QList<Message>> messages = m_messages.all(conversationId);
    if (!messages)
        return messages.error();
    return Thread{*conversation, MessageTree(*std::move(messages), conversation->activeLeaf)};
}

Result<Thread> Database::tail(const QString &conversationId, int limit)
{
    const Result<Conversation> conversation = m_conversations.get(conversationId);
    if (!conversation)
        return conversation.error();
    Result<QList<Message>> messages =
        m_messages.branchEnd(conversationId, conversation->activeLeaf, limit);
    if (!messages)
        return messages.error();
    return Thread{*conversation, MessageTree(*std::move(messages), conversation->activeLeaf)};
}

Result<QList<SearchHit>> Database::search(const QString &words, const ConversationFilter &filter,
                                          int limit, const std::optional<SearchKey> &after)
{
    const QStringList sought = searchWords(words);
    return filter.hitsTogether
        ? searchTogether(*m_connection, sought, filter, limit, after)
        : m_connection->engine().search(*m_connection, sought, filter, limit, after);
}

Result<Conversation> Database::createConversation(Conversation draft)
{
    if (draft.id.isEmpty())
        draft.id = newId();
    if (!draft.createdAt.isValid())
        draft.createdAt = m_clock.now();
    if (!draft.updatedAt.isValid())
        draft.updatedAt = draft.createdAt;
    draft.activeLeaf.clear(); // there are no messages yet
    draft.lastLine.clear();
    draft.messageCount = 0;
    draft.cost = {};
    draft.unpricedRequests = 0;
    draft.hasError = false;
    return write([&]() -> Result<Conversation> {
        if (const Result<void> done = m_conversations.insert(draft); !done)
            return done.error();
        return m_conversations.get(draft.id);
    });
}

Result<Conversation> Database::changeConversation(const QString &id,
                                                  const ConversationChange &change,
                                                  const std::optional<SeenFields> &seen)
{
    return write([&]() -> Result<Conversation> {
        if (const Result<void> done = m_conversations.change(id, change, seen); !done)
            return done.error();
        if (change.activeLeaf && !change.activeLeaf->isEmpty()) {
            const Result<std::optional<Message>> leaf = m_messages.find(*change.activeLeaf);
            if (!leaf)
                return leaf.error();
            if (!*leaf || (*leaf)->conversationId != id)
                return notFound(u"message %1"_s.arg(*change.activeLeaf));
            const Result<void> done =
                m_conversations.changeRow(id, {.lastLine = firstLine((*leaf)->content)});
            if (!done)
                return done.error();
        }
        return m_conversations.get(id);
    });
}

Result<void> Database::eraseConversation(const QString &id)
{
    return write([&]() -> Result<void> {
        if (const Result<void> done = m_messages.unindex(id); !done)
            return done;
        if (const Result<void> done = m_journal.removeOf(id); !done)
            return done;
        if (const Result<void> done = m_attempts.removeOf(id); !done)
            return done;
        if (const Result<void> done = m_notes.removeValuesOf(id); !done)
            return done;
        return m_conversations.remove(id);
    });
}

/// Who is known to the database is whom it says, whatever the settings of a machine call him.
Result<void> Database::nameAuthor(Message &message)
{
    if (message.role != Role::User)
        return {};
    const Result<QString> known = user();
    if (!known)
        return known.error();
    if (!known->isEmpty())
        message.author = *known;
    return {};
}

void Database::name(Message &message) const
{
    if (message.id.isEmpty())
        message.id = newId();
    if (!message.createdAt.isValid())
        message.createdAt = m_clock.now();
}

Result<void> Database::store(Message &message)
{
    name(message);
    const Result<Conversation> conversation = m_conversations.get(message.conversationId);
    if (!conversation)
        return conversation.error();
    if (!message.parentId.isEmpty() && message.parentId != conversation->activeLeaf) {
        const Result<std::optional<Message>> parent = m_messages.find(message.parentId);
        if (!parent)
            return parent.error();
        if (!*parent || (*parent)->conversationId != message.conversationId)
            return notFound(u"message %1"_s.arg(message.parentId));
    }
    return store(*conversation, message);
}

/// Below a message of it.
Result<void> Database::store(const Conversation &conversation, Message &message)
{
    if (const Result<void> named = nameAuthor(message); !named)
        return named;
    const Result<qint64> sequence = m_messages.insert(message);
    if (!sequence)
        return sequence.error();
    message.sequence = *sequence;

    RowChange change{.messagesAdded = 1, .activeLeaf = message.id};
    if (message.status != MessageStatus::Streaming) // an answer that begins has no line yet
        change.lastLine = firstLine(message.content);
    if (conversation.title.isEmpty() && message.role == Role::User)
        change.title = firstLine(message.content);
    return m_conversations.changeRow(message.conversationId, change);
}

Result<Thread> Database::addMessage(Message message)
{
    return write([&]() -> Result<Thread> {
        if (const Result<void> done = store(message); !done)
            return done.error();
        return thread(message.conversationId);
    });
}

Result<Thread> Database::appendMessage(Message message)
{
    name(message);
    return write([&]() -> Result<Thread> {
        const Result<Conversation> conversation = m_conversations.get(message.conversationId);
        if (!conversation)
            return conversation.error();
        message.parentId = conversation->activeLeaf;
        if (const Result<void> done = store(*conversation, message); !done)
            return done.error();
        return thread(message.conversationId);
    });
}

Result<void> Database::beginAnswer(Message answer, Attempt attempt)
{
    answer.status = MessageStatus::Streaming;
    attempt.state = Attempt::State::Sent;
    if (!attempt.at.isValid())
        attempt.at = m_clock.now();
    return write([&]() -> Result<void> {
        if (const Result<void> done = store(answer); !done)
            return done;
        return m_attempts.save(attempt);
    });
}

Result<void> Database::journal(const QHash<QString, QString> &texts)
{
    return write([&] { return m_journal.write(texts); });
}

Result<void> Database::finish(const Message &old, const Message &answer, const Cost &cost)
{
    Message whole = answer;
    whole.conversationId = old.conversationId;
    whole.parentId = old.parentId;
    if (!whole.createdAt.isValid())
        whole.createdAt = old.createdAt;
    if (const Result<void> done = m_messages.replace(old, whole); !done)
        return done;
    if (const Result<void> done = m_journal.remove(whole.id); !done)
        return done;
    RowChange change{.lastLine = firstLine(whole.content),
                     .lineOf = whole.id,
                     .hasError = isError(whole.status)};
    if (cost.conversationId == whole.conversationId) {
        change.cost = cost.amount;
        change.unpriced = cost.unpriced;
    } else if (const Result<void> added = add(cost); !added) {
        return added;
    }
    return m_conversations.changeRow(whole.conversationId, change);
}

/// Its conversation's row does not have it yet.
Result<Database::Cost> Database::enter(const Charge &given)
{
    const Charge charge = withinReason(given);
    const Result<bool> added = m_ledger.add(charge);
    if (!added)
        return added.error();
    if (!*added)
        return Cost{};
    return Cost{charge.conversationId, charge.amount.value_or(Money{}), charge.amount ? 0 : 1};
}

Result<void> Database::add(const Cost &cost)
{
    if (cost.amount == Money{} && cost.unpriced == 0)
        return {};
    return m_conversations.addCost(cost.conversationId, cost.amount, cost.unpriced);
}

Result<void> Database::charge(const Charge &given)
{
    const Result<Cost> cost = enter(given);
    if (!cost)
        return cost.error();
    return add(*cost);
}

Result<Summary> Database::saveSummary(Summary summary)
{
    if (summary.id.isEmpty())
        summary.id = newId();
    if (!summary.createdAt.isValid())
        summary.createdAt = m_clock.now();
    return write([&]() -> Result<Summary> {
        const Result<Conversation> conversation = m_conversations.get(summary.conversationId);
        if (!conversation)
            return conversation.error();
        const Result<int> version = m_notes.addSummary(summary);
        if (!version)
            return version.error();
        summary.version = *version;
        return summary;
    });
}

Result<void> Database::setHandMark(const QString &messageId, HandMark mark)
{
    return write([&]() -> Result<void> {
        const Result<std::optional<Message>> message = m_messages.find(messageId);
        if (!message)
            return message.error();
        if (!*message)
            return notFound(u"message %1"_s.arg(messageId));
        return m_notes.setHandMark((*message)->conversationId, messageId, mark);
    });
}

} // namespace Core
