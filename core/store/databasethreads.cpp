// Conversations and their messages.

#include "core/base/id.h"
#include "core/base/text.h"
#include "core/store/database.h"
#include "core/store/rows.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

Error noConversation(const QString &id)
{
    return {Error::Kind::NotFound, u"there is no conversation %1"_s.arg(id.left(60)), id.left(60)};
}

/// The conditions of a filter, each with its value.
QString filterClause(const ConversationFilter &filter, QVariantList &values)
{
    QString clause;
    if (!filter.userId.isEmpty()) {
        clause += u" AND user_id = ?"_s;
        values += filter.userId;
    }
    if (!filter.provider.isEmpty()) {
        clause += u" AND provider = ?"_s;
        values += filter.provider;
    }
    if (!filter.tag.isEmpty()) {
        clause += u" AND EXISTS (SELECT 1 FROM json_each(tags) WHERE value = ?)"_s;
        values += filter.tag;
    }
    if (filter.onlyWithError)
        clause += u" AND has_error = 1"_s;
    return clause;
}

QString keyClause(const ConversationFilter &filter, const ConversationKey &key,
                  QVariantList &values)
{
    if (!filter.pinnedFirst) {
        values << key.updatedMs << key.id;
        return u" AND (updated_ms, id) < (?, ?)"_s;
    }
    values << (key.pinned ? 1 : 0) << key.updatedMs << key.id;
    return u" AND (pinned, updated_ms, id) < (?, ?, ?)"_s;
}

} // namespace

Result<ConversationPage> Database::conversations(const ConversationFilter &filter,
                                                 const std::optional<ConversationKey> &after,
                                                 int limit)
{
    QVariantList values;
    QString where = filterClause(filter, values);
    if (after)
        where += keyClause(filter, *after, values);
    const QString order = filter.pinnedFirst ? u"pinned DESC, updated_ms DESC, id DESC"_s
                                             : u"updated_ms DESC, id DESC"_s;
    values += limit + 1;
    const auto query =
        m_connection.run(u"SELECT "_s + conversationColumns()
                             + u" FROM conversation WHERE workspace_id = 1 AND active = 1"_s + where
                             + u" ORDER BY "_s + order + u" LIMIT ?"_s,
                         values);
    if (!query)
        return query.error();

    ConversationPage page;
    while ((*query)->next()) {
        if (page.rows.size() == limit) { // the one row more than asked: there is a next page
            const Conversation &last = page.rows.last();
            page.next = ConversationKey{last.pinned, last.updatedAt.toMSecsSinceEpoch(), last.id};
            break;
        }
        page.rows.append(conversationAt(**query));
    }
    (*query)->finish();
    return page;
}

Result<Conversation> Database::conversation(const QString &id)
{
    const auto query =
        m_connection.run(u"SELECT "_s + conversationColumns()
                             + u" FROM conversation WHERE workspace_id = 1 AND id = ?"_s,
                         {id});
    if (!query)
        return query.error();
    if (!(*query)->next())
        return noConversation(id);
    Conversation found = conversationAt(**query);
    (*query)->finish();
    return found;
}

Result<void> Database::insertConversation(const Conversation &conversation)
{
    static const QString statement = u"INSERT INTO conversation (workspace_id, "_s
        + conversationColumns() + u") VALUES (1, "_s + placeholders(19) + u")"_s;
    const auto inserted = m_connection.run(statement, conversationValues(conversation));
    return inserted ? Result<void>() : inserted.error();
}

Result<Conversation> Database::createConversation(Conversation draft)
{
    const QDateTime now = m_clock.now();
    if (draft.id.isEmpty())
        draft.id = newId();
    if (!draft.createdAt.isValid())
        draft.createdAt = now;
    if (!draft.updatedAt.isValid())
        draft.updatedAt = draft.createdAt;
    draft.title = cleanText(draft.title);
    draft.messageCount = 0;
    draft.cost = {};
    draft.unpricedRequests = 0;
    const auto done = write([&] { return insertConversation(draft); });
    if (!done)
        return done.error();
    return conversation(draft.id);
}

Result<Conversation> Database::changeConversation(const QString &id,
                                                  const ConversationChange &change)
{
    QStringList fields;
    QVariantList values;
    const auto set = [&](const QString &field, const QVariant &value) {
        fields += field + u" = ?"_s;
        values += value;
    };
    const auto json = [](const auto &content) {
        return QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
    };
    if (change.title)
        set(u"title"_s, cleanText(*change.title));
    if (change.userId)
        set(u"user_id"_s, *change.userId);
    if (change.active)
        set(u"active"_s, *change.active ? 1 : 0);
    if (change.pinned)
        set(u"pinned"_s, *change.pinned ? 1 : 0);
    if (change.tags)
        set(u"tags"_s, json(QJsonArray::fromStringList(*change.tags)));
    if (change.draft)
        set(u"draft"_s, cleanText(*change.draft));
    if (change.activeLeaf)
        set(u"active_leaf"_s, *change.activeLeaf);
    if (change.provider)
        set(u"provider"_s, *change.provider);
    if (change.model)
        set(u"model"_s, *change.model);
    if (change.strategy)
        set(u"strategy"_s, *change.strategy);
    if (change.metadata)
        set(u"metadata"_s, json(*change.metadata));
    if (!fields.isEmpty()) {
        values += id;
        const auto done = write([&]() -> Result<void> {
            const auto changed =
                m_connection.run(u"UPDATE conversation SET "_s + fields.join(u", "_s)
                                     + u" WHERE workspace_id = 1 AND id = ?"_s,
                                 values);
            return changed ? Result<void>() : changed.error();
        });
        if (!done)
            return done.error();
    }
    return conversation(id);
}

Result<void> Database::eraseConversation(const QString &id)
{
    return write([&]() -> Result<void> {
        const QStringList statements{
            u"DELETE FROM hand_mark WHERE workspace_id = 1 AND conversation_id = ?"_s,
            u"DELETE FROM summary WHERE workspace_id = 1 AND conversation_id = ?"_s,
            u"DELETE FROM attempt WHERE workspace_id = 1 AND conversation_id = ?"_s,
            u"DELETE FROM message WHERE workspace_id = 1 AND conversation_id = ?"_s,
            u"DELETE FROM conversation WHERE workspace_id = 1 AND id = ?"_s};
        for (const QString &statement : statements) {
            if (const auto done = m_connection.run(statement, {id}); !done)
                return done.error();
        }
        return {};
    });
}

Result<QList<Message>> Database::readMessages(const QString &where, const QVariantList &values)
{
    const auto query = m_connection.run(
        u"SELECT "_s + messageColumns() + u", sequence FROM message "_s + where, values);
    if (!query)
        return query.error();
    QList<Message> messages;
    while ((*query)->next())
        messages.append(messageAt(**query));
    return messages;
}

Result<Thread> Database::thread(const QString &conversationId)
{
    const auto row = conversation(conversationId);
    if (!row)
        return row.error();
    auto messages = readMessages(
        u"WHERE workspace_id = 1 AND conversation_id = ? ORDER BY sequence"_s, {conversationId});
    if (!messages)
        return messages.error();
    return Thread{*row, MessageTree(*std::move(messages), row->activeLeaf)};
}

Result<Thread> Database::tail(const QString &conversationId, int limit)
{
    const auto row = conversation(conversationId);
    if (!row)
        return row.error();
    auto messages = readMessages(
        u"WHERE sequence IN (WITH RECURSIVE up (id, parent, sequence, depth) AS ("
        "SELECT id, parent_id, sequence, 1 FROM message WHERE workspace_id = 1 AND id = ? UNION "
        "ALL "
        "SELECT message.id, message.parent_id, message.sequence, depth + 1 FROM message, up "
        "WHERE message.workspace_id = 1 AND message.id = up.parent AND depth < ?) "
        "SELECT sequence FROM up) ORDER BY sequence"_s,
        {row->activeLeaf, limit});
    if (!messages)
        return messages.error();
    return Thread{*row, MessageTree(*std::move(messages), row->activeLeaf)};
}

Result<bool> Database::insertMessage(const Message &message)
{
    static const QString statement = u"INSERT INTO message (workspace_id, "_s + messageColumns()
        + u") VALUES (1, "_s + placeholders(15) + u") ON CONFLICT (workspace_id, id) DO NOTHING"_s;
    const auto inserted = m_connection.run(statement, messageValues(message));
    if (!inserted)
        return inserted.error();
    if ((*inserted)->numRowsAffected() == 0)
        return false;
    if (message.content.isEmpty())
        return true;
    const auto indexed =
        m_connection.run(u"INSERT INTO message_text (rowid, folded) VALUES (?, ?)"_s,
                         {(*inserted)->lastInsertId(), foldedText(message.content)});
    return indexed ? Result<bool>(true) : indexed.error();
}

Result<void> Database::noteNewest(const Message &message, int added)
{
    const auto done = m_connection.run(
        u"UPDATE conversation SET active_leaf = ?, last_line = ?, message_count = message_count + "
        u"?, "
        "has_error = ?, title = CASE WHEN title = '' THEN ? ELSE title END "
        "WHERE workspace_id = 1 AND id = ?"_s,
        {message.id, firstLine(message.content, 120), added,
         message.status == MessageStatus::Complete || message.status == MessageStatus::Streaming
                 || message.status == MessageStatus::Stopped
             ? 0
             : 1,
         message.role == Role::User ? firstLine(message.content, 60) : QString(),
         message.conversationId});
    return done ? Result<void>() : done.error();
}

Result<Thread> Database::addMessage(Message message)
{
    if (message.id.isEmpty())
        message.id = newId();
    if (!message.createdAt.isValid())
        message.createdAt = m_clock.now();
    message.content = cleanText(message.content);
    const auto row = conversation(message.conversationId);
    if (!row)
        return row.error();
    if (message.parentId.isEmpty())
        message.parentId = row->activeLeaf;
    const auto done = write([&]() -> Result<void> {
        const auto inserted = insertMessage(message);
        if (!inserted)
            return inserted.error();
        return noteNewest(message, *inserted ? 1 : 0);
    });
    if (!done)
        return done.error();
    return thread(message.conversationId);
}

// --- summaries and marks ---

Result<QList<Summary>> Database::summaries(const QString &conversationId)
{
    const auto query =
        m_connection.run(u"SELECT id, text, last_covered, made_by, conversation_id, created_ms, "
                         u"version FROM summary "
                         "WHERE workspace_id = 1 AND conversation_id = ? ORDER BY version"_s,
                         {conversationId});
    if (!query)
        return query.error();
    QList<Summary> all;
    while ((*query)->next()) {
        const QSqlQuery &row = **query;
        all.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                    row.value(3).toString(), row.value(4).toString(), timeAt(row.value(5)),
                    row.value(6).toInt()});
    }
    return all;
}

Result<Summary> Database::saveSummary(Summary summary)
{
    if (summary.id.isEmpty())
        summary.id = newId();
    if (!summary.createdAt.isValid())
        summary.createdAt = m_clock.now();
    summary.text = cleanText(summary.text);
    const auto done = write([&]() -> Result<void> {
        const auto newest = number(u"SELECT coalesce(max(version), 0) FROM summary "
                                   "WHERE workspace_id = 1 AND conversation_id = ?"_s,
                                   {summary.conversationId});
        if (!newest)
            return newest.error();
        summary.version = int(*newest) + 1;
        const auto saved = m_connection.run(
            u"INSERT INTO summary (workspace_id, id, text, last_covered, made_by, conversation_id, "
            "created_ms, version) VALUES (1, ?, ?, ?, ?, ?, ?, ?)"_s,
            {summary.id, summary.text, summary.lastCovered, summary.madeBy, summary.conversationId,
             msOf(summary.createdAt), summary.version});
        return saved ? Result<void>() : saved.error();
    });
    if (!done)
        return done.error();
    return summary;
}

Result<HandMarks> Database::handMarks(const QString &conversationId)
{
    const auto query = m_connection.run(
        u"SELECT message_id, mark FROM hand_mark WHERE workspace_id = 1 AND conversation_id = ?"_s,
        {conversationId});
    if (!query)
        return query.error();
    HandMarks marks;
    while ((*query)->next()) {
        const bool pinned = HandMark((*query)->value(1).toInt()) == HandMark::Pinned;
        (pinned ? marks.pinned : marks.excluded).insert((*query)->value(0).toString());
    }
    return marks;
}

Result<void> Database::setHandMark(const QString &messageId, HandMark mark)
{
    return write([&]() -> Result<void> {
        const auto done = mark == HandMark::None
            ? m_connection.run(u"DELETE FROM hand_mark WHERE workspace_id = 1 AND message_id = ?"_s,
                               {messageId})
            : m_connection.run(
                u"INSERT INTO hand_mark (workspace_id, message_id, conversation_id, mark) "
                "SELECT 1, id, conversation_id, ? FROM message WHERE workspace_id = 1 "
                "AND id = ? ON CONFLICT (workspace_id, message_id) "
                "DO UPDATE SET mark = excluded.mark"_s,
                {int(mark), messageId});
        return done ? Result<void>() : done.error();
    });
}

} // namespace Core
