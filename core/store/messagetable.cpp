#include "core/store/messagetable.h"

#include "core/store/engine.h"
#include "core/store/storedvalues.h"

#include <utility>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString columns = u"id, parent_id, conversation_id, role, status, created_ms, tokens, "
                        "encoding, name, tool_call_id, model, sequence, content, reasoning, "
                        "tool_calls, metadata, author"_s;

Message messageAt(const Row &row)
{
    return {.id = row.text(0),
            .parentId = row.text(1),
            .conversationId = row.text(2),
            .role = roleFromName(row.text(3)).value_or(Role::User),
            .status = statusFromName(row.text(4)).value_or(MessageStatus::Complete),
            .content = row.text(12),
            .reasoning = row.text(13),
            .name = row.text(8),
            .author = row.text(16),
            .toolCalls = toolCallsFrom(row.text(14)),
            .toolCallId = row.text(9),
            .model = row.text(10),
            .createdAt = row.time(5),
            .sequence = row.number(11),
            .metadata = objectFrom(row.text(15)),
            .tokens = int(row.number(6)),
            .encoding = encodingFrom(row.text(7))};
}

// The columns that the hash covers, in its order.
const QString hashed = u"id, parent_id, conversation_id, role, status, created_ms, tokens, "
                       "encoding, name, tool_call_id, model, content, reasoning, tool_calls, "
                       "metadata"_s;
constexpr int hashedCount = 15;
// As it came later, the hash covers it only where there is one.
const QString authorColumn = u"author"_s;

/// In the order of `hashed`.
QVariantList valuesOf(const Message &message)
{
    return {storedId(message.id),
            storedId(message.parentId),
            storedId(message.conversationId),
            roleName(message.role),
            statusName(message.status),
            storedTime(message.createdAt),
            message.tokens,
            storedEncoding(message.encoding),
            stored(message.name),
            stored(message.toolCallId),
            stored(message.model),
            stored(message.content),
            stored(message.reasoning),
            storedToolCalls(message.toolCalls),
            storedObject(message.metadata)};
}

/// What the hash of a row is over.
QVariantList covered(const QVariantList &values, const QString &author)
{
    return author.isEmpty() ? values : values + QVariantList{author};
}

/// In the order of `hashed`, author and hash.
QVariantList hashedRow(const Message &message)
{
    QVariantList values = valuesOf(message);
    const QString author = stored(message.author);
    const QByteArray hash = hashOf(covered(values, author));
    values << author << hash;
    return values;
}

/// What is searched for. A streaming answer has no text yet; it is indexed when it ends.
bool isSearched(const Message &message)
{
    return message.status != MessageStatus::Streaming && !message.content.isEmpty();
}

std::optional<QString> indexed(const Message &message, const Engine &engine)
{
    return isSearched(message) ? std::optional(engine.indexed(stored(message.content)))
                               : std::nullopt;
}

} // namespace

Result<QList<Message>> MessageTable::list(const QString &tail, const QVariantList &values)
{
    QList<Message> messages;
    const Result<void> read = m_connection.read(
        u"SELECT "_s + columns + u" FROM message WHERE workspace_id = ? "_s + tail,
        QVariantList{workspaceId} + values,
        [&](const Row &row) { messages.append(messageAt(row)); });
    if (!read)
        return read.error();
    return messages;
}

Result<QList<Message>> MessageTable::all(const QString &conversationId)
{
    return list(u"AND conversation_id = ? ORDER BY sequence"_s, {storedId(conversationId)});
}

Result<QList<Message>> MessageTable::branchEnd(const QString &conversationId, const QString &leaf,
                                               int limit)
{
    return list(uR"(AND id IN (
    WITH RECURSIVE branch (id, parent_id, depth) AS (
        SELECT id, parent_id, 1 FROM message
        WHERE workspace_id = ? AND id = ? AND conversation_id = ?
        UNION ALL
        SELECT message.id, message.parent_id, branch.depth + 1 FROM branch
        JOIN message ON message.workspace_id = ? AND message.id = branch.parent_id
        WHERE branch.depth < ?)
    SELECT id FROM branch) ORDER BY sequence)"_s,
                {workspaceId, storedId(leaf), storedId(conversationId), workspaceId, limit});
}

Result<std::optional<Message>> MessageTable::find(const QString &id)
{
    const Result<QList<Message>> found = list(u"AND id = ?"_s, {storedId(id)});
    if (!found)
        return found.error();
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<std::optional<Message>> MessageTable::newest(const QString &conversationId)
{
    const Result<QList<Message>> found = list(
        u"AND conversation_id = ? ORDER BY sequence DESC LIMIT 1"_s, {storedId(conversationId)});
    if (!found)
        return found.error();
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<QList<Message>> MessageTable::streaming()
{
    return list(u"AND status = 'streaming' AND %1 ORDER BY sequence"_s.arg(
                    m_connection.dialect().abandoned),
                {});
}

QString MessageTable::rowColumns()
{
    return hashed + u", "_s + authorColumn + u", hash, workspace_id"_s;
}

QVariantList MessageTable::rowOf(const Message &message)
{
    return hashedRow(message) << workspaceId;
}

Result<std::optional<qint64>> MessageTable::insertNew(const Message &message)
{
    return insertNew(ready(message, m_connection.engine()));
}

MessageTable::Ready MessageTable::ready(const Message &message, const Engine &engine)
{
    return {ReadyRow(rowOf(message), engine), indexed(message, engine), message.createdAt};
}

Result<std::optional<qint64>> MessageTable::insertNew(const Ready &message)
{
    if (const Result<void> made = m_connection.engine().makeRoom(m_connection, message.createdAt);
        !made)
        return made.error();
    static const QString sql = u"INSERT INTO message ("_s + rowColumns()
        + u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s;
    const Result<std::optional<qint64>> sequence = m_connection.insert(sql, message.row);
    if (sequence && *sequence)
        index(**sequence, message.indexed);
    return sequence;
}

Result<qint64> MessageTable::insert(const Message &message)
{
    const Result<std::optional<qint64>> sequence = insertNew(message);
    if (!sequence)
        return sequence.error();
    if (!*sequence)
        return Error{.kind = Error::Kind::BadInput,
                     .detail = u"a message with this id is there already"_s,
                     .where = message.id};
    return **sequence;
}

Result<void> MessageTable::replace(const Message &old, const Message &message)
{
    if (const Result<void> done = unindex(old.sequence, old); !done)
        return done;
    QVariantList values = hashedRow(message);
    values << workspaceId << values.first();
    const Result<int> changed = m_connection.change(
        u"UPDATE message SET id = ?, parent_id = ?, conversation_id = ?, role = ?, status = ?, "
        "created_ms = ?, tokens = ?, encoding = ?, name = ?, tool_call_id = ?, model = ?, "
        "content = ?, reasoning = ?, tool_calls = ?, metadata = ?, author = ?, hash = ? "
        "WHERE workspace_id = ? AND id = ?"_s,
        values);
    if (!changed)
        return changed.error();
    index(old.sequence, indexed(message, m_connection.engine()));
    return {};
}

void MessageTable::index(qint64 sequence, const std::optional<QString> &indexed)
{
    if (indexed)
        m_unindexed.append({sequence, *indexed});
}

Result<void> MessageTable::indexNew()
{
    for (const auto &[sequence, text] : std::exchange(m_unindexed, {})) {
        const Result<void> done = m_connection.engine().indexText(m_connection, sequence, text);
        if (!done)
            return done;
    }
    return {};
}

void MessageTable::rolledBack()
{
    m_unindexed.clear();
}

Result<void> MessageTable::unindex(qint64 sequence, const Message &message)
{
    const std::optional<QString> known = indexed(message, m_connection.engine());
    if (!known)
        return {};
    if (const Result<void> done = indexNew(); !done) // it may be among them
        return done;
    return m_connection.engine().unindexText(m_connection, sequence, *known);
}

Result<void> MessageTable::unindex(const QString &conversationId)
{
    // One by one, since a conversation may be larger than memory should hold.
    qint64 after = 0;
    while (true) {
        const Result<QList<Message>> some =
            list(u"AND conversation_id = ? AND sequence > ? ORDER BY sequence LIMIT 1000"_s,
                 {storedId(conversationId), after});
        if (!some)
            return some.error();
        for (const Message &message : *some) {
            if (const Result<void> done = unindex(message.sequence, message); !done)
                return done;
            after = message.sequence;
        }
        if (some->isEmpty())
            return {};
    }
}

Result<qint64> MessageTable::wrongHashes()
{
    QString columnsOfHash = hashed;
    columnsOfHash.replace(u"parent_id"_s, m_connection.dialect().idText.arg(u"parent_id"_s));
    qint64 wrong = 0;
    const Result<void> read = m_connection.read(
        u"SELECT "_s + columnsOfHash + u", author, hash FROM message"_s, {},
        [&](const Row &row) {
            QVariantList values = row.values(hashedCount);
            values.last() = storedObject(objectFrom(values.constLast().toString()));
            const QByteArray hash = hashOf(covered(values, row.text(hashedCount)));
            wrong += row.bytes(hashedCount + 1) == hash ? 0 : 1;
        },
        Statement::Rows::Many);
    if (!read)
        return read.error();
    return wrong;
}

Result<void> MessageTable::rebuildIndex()
{
    if (const Result<void> cleared = m_connection.engine().clearTextIndex(m_connection); !cleared)
        return cleared;
    qint64 after = 0;
    while (true) {
        const Result<QList<Message>> some =
            list(u"AND sequence > ? ORDER BY sequence LIMIT 1000"_s, {after});
        if (!some)
            return some.error();
        for (const Message &message : *some) {
            index(message.sequence, indexed(message, m_connection.engine()));
            after = message.sequence;
        }
        if (const Result<void> done = indexNew(); !done)
            return done;
        if (some->isEmpty())
            return {};
    }
}

} // namespace Core
