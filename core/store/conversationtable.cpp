#include "core/store/conversationtable.h"

#include "core/store/engine.h"
#include "core/store/storedvalues.h"

#include <algorithm>
#include <limits>

namespace Core {

using namespace Qt::Literals::StringLiterals;

QString conversationColumns(const Dialect &dialect)
{
    return u"conversation.id, conversation.user_id, conversation.active, conversation.pinned, "
           "conversation.created_ms, conversation.updated_ms, conversation.title, "
           "conversation.provider, conversation.model, conversation.strategy, conversation.tags, "
           "conversation.metadata, conversation.active_leaf, conversation.message_count, "
           "conversation.cost_pico, conversation.unpriced_requests, conversation.has_error, "
           "conversation.last_line, "_s
        + dialect.draft + u", "_s + dialect.version;
}

Conversation conversationAt(const Row &row)
{
    return {.id = row.text(0),
            .title = row.text(6),
            .userId = row.text(1),
            .createdAt = row.time(4),
            .updatedAt = row.time(5),
            .active = row.isTrue(2),
            .pinned = row.isTrue(3),
            .tags = listFrom(row.text(10)),
            .metadata = objectFrom(row.text(11)),
            .activeLeaf = row.text(12),
            .provider = row.text(7),
            .model = row.text(8),
            .strategy = row.text(9),
            .draft = row.text(18),
            .lastLine = row.text(17),
            .messageCount = int(row.number(13)),
            .cost = {row.number(14)},
            .unpricedRequests = int(row.number(15)),
            .hasError = row.isTrue(16),
            .version = row.number(19)};
}

Restriction restrictionOf(const ConversationFilter &filter)
{
    Restriction restriction;
    const auto restrict = [&](const QString &condition, const QVariantList &values) {
        restriction.sql += u" AND "_s + condition;
        restriction.values += values;
    };
    if (!filter.userId.isEmpty())
        restrict(u"conversation.user_id = ?"_s, {stored(filter.userId)});
    if (!filter.provider.isEmpty())
        restrict(u"conversation.provider = ?"_s, {stored(filter.provider)});
    if (filter.onlyWithError)
        restrict(u"conversation.has_error = TRUE"_s, {});
    if (!filter.tag.isEmpty())
        restrict(u"EXISTS (SELECT 1 FROM conversation_tag AS tagged WHERE tagged.workspace_id = ? "
                 "AND tagged.conversation_id = conversation.id AND tagged.tag = ?)"_s,
                 {workspaceId, stored(filter.tag)});
    return restriction;
}

namespace {

bool isBefore(const Conversation &a, const Conversation &b, bool pinnedFirst)
{
    if (pinnedFirst && a.pinned != b.pinned)
        return a.pinned;
    if (a.updatedAt != b.updatedAt)
        return a.updatedAt > b.updatedAt;
    return a.id > b.id;
}

} // namespace

Result<bool> ConversationTable::isBound()
{
    const QString sql = m_connection.dialect().isBound;
    if (!m_isBound && !sql.isEmpty()) {
        const Result<QVariant> bound = m_connection.value(u"SELECT "_s + sql);
        if (!bound)
            return bound.error();
        m_isBound = bound->toBool();
    }
    return m_isBound.value_or(false);
}

namespace {

const QString newestFirst = u" ORDER BY updated_ms DESC, id DESC LIMIT ?"_s;

/// From those of each user, which are in order: among the rows of everybody the server would look
/// at all that others have.
QString ofEachUser(const Dialect &dialect, const QString &condition)
{
    return u"SELECT %1 FROM %2 AS whose (one) CROSS JOIN LATERAL (SELECT conversation.* "
           "FROM conversation WHERE conversation.user_id = whose.one AND %3) AS conversation"_s.arg(
               conversationColumns(dialect), dialect.eachUser, condition + newestFirst)
        + newestFirst;
}

} // namespace

Result<QList<Conversation>> ConversationTable::rows(const ConversationFilter &filter,
                                                    const std::optional<ConversationKey> &after,
                                                    int limit, bool pinned)
{
    const Result<bool> bound = isBound();
    if (!bound)
        return bound.error();
    const Dialect &dialect = m_connection.dialect();
    const Restriction restriction = restrictionOf(filter);
    QString condition = u"workspace_id = ? AND active = TRUE AND pinned = ?"_s + restriction.sql;
    QVariantList values = QVariantList{workspaceId, pinned} + restriction.values;
    if (after) {
        condition += u" AND (updated_ms, id) < (?, ?)"_s;
        values << QDateTime::fromMSecsSinceEpoch(after->updatedMs, Qt::UTC) << storedId(after->id);
    }
    values << limit;
    if (*bound)
        values << limit;

    QList<Conversation> found;
    const Result<void> read = m_connection.read(
        *bound ? ofEachUser(dialect, condition)
               : u"SELECT %1 FROM conversation WHERE "_s.arg(conversationColumns(dialect))
                + condition + newestFirst,
        values, [&](const Row &row) { found.append(conversationAt(row)); });
    if (!read)
        return read.error();
    return found;
}

Result<ConversationPage> ConversationTable::page(const ConversationFilter &filter,
                                                 const std::optional<ConversationKey> &after,
                                                 int limit)
{
    // Pinned and other rows are two ranges of one index, each in order; the page is their merge.
    const int wanted = std::min(std::max(limit, 0), std::numeric_limits<int>::max() - 1) + 1;
    ConversationPage page;
    const bool pinnedAreDone = filter.pinnedFirst && after && !after->pinned;
    if (!pinnedAreDone) {
        Result<QList<Conversation>> pinned = rows(filter, after, wanted, true);
        if (!pinned)
            return pinned.error();
        page.rows = *std::move(pinned);
    }
    const bool pinnedFill = filter.pinnedFirst && page.rows.size() >= wanted;
    if (!pinnedFill) {
        const bool fromTheTop = filter.pinnedFirst && !pinnedAreDone;
        const Result<QList<Conversation>> others =
            rows(filter, fromTheTop ? std::nullopt : after, wanted, false);
        if (!others)
            return others.error();
        page.rows += *others;
    }
    std::sort(page.rows.begin(), page.rows.end(),
              [&](const Conversation &a, const Conversation &b) {
                  return isBefore(a, b, filter.pinnedFirst);
              });
    if (page.rows.size() >= wanted) { // the one row more than asked: there is a next page
        page.rows.resize(wanted - 1);
        if (!page.rows.isEmpty()) {
            const Conversation &last = page.rows.constLast();
            page.next = ConversationKey{last.pinned, last.updatedAt.toMSecsSinceEpoch(), last.id};
        }
    }
    return page;
}

Result<std::optional<Conversation>> ConversationTable::find(const QString &id)
{
    std::optional<Conversation> found;
    const Result<void> read = m_connection.read(
        u"SELECT "_s + conversationColumns(m_connection.dialect())
            + u" FROM conversation WHERE workspace_id = ? AND id = ?"_s,
        {workspaceId, storedId(id)}, [&](const Row &row) { found = conversationAt(row); });
    if (!read)
        return read.error();
    return found;
}

Result<QStringList> ConversationTable::ids(const QString &after, int limit)
{
    QString sql = u"SELECT id FROM conversation WHERE workspace_id = ?"_s;
    QVariantList values{workspaceId};
    if (!after.isEmpty()) {
        sql += u" AND id > ?"_s;
        values << storedId(after);
    }
    QStringList ids;
    const Result<void> read = m_connection.read(sql + u" ORDER BY id LIMIT ?"_s, values << limit,
                                                [&](const Row &row) { ids += row.text(0); });
    return read ? Result<QStringList>(ids) : read.error();
}

Result<Conversation> ConversationTable::get(const QString &id)
{
    Result<std::optional<Conversation>> found = find(id);
    if (!found)
        return found.error();
    if (!*found)
        return Error{.kind = Error::Kind::NotFound, .detail = u"conversation %1"_s.arg(id)};
    return **std::move(found);
}

namespace {

QString overwriteAll()
{
    QStringList updates;
    for (const QString &name : ConversationTable::rowColumns().split(u", "_s).mid(2))
        updates += name + u" = excluded."_s + name;
    return u" ON CONFLICT (workspace_id, id) DO UPDATE SET "_s + updates.join(u", "_s);
}

} // namespace

Result<QList<Conversation>> ConversationTable::among(const QStringList &ids)
{
    QList<Conversation> there;
    for (const QString &id : ids) {
        const Result<std::optional<Conversation>> found = find(id);
        if (!found)
            return found.error();
        if (*found)
            there.append(**found);
    }
    return there;
}

QString ConversationTable::rowColumns()
{
    return u"workspace_id, id, user_id, active, pinned, created_ms, updated_ms, title, provider, "
           "model, strategy, tags, metadata, active_leaf, message_count, cost_pico, "
           "unpriced_requests, has_error, last_line, draft"_s;
}

QVariantList ConversationTable::rowOf(const Conversation &conversation)
{
    return {workspaceId,
            storedId(conversation.id),
            stored(conversation.userId),
            conversation.active,
            conversation.pinned,
            storedTime(conversation.createdAt),
            storedTime(conversation.updatedAt),
            stored(conversation.title),
            stored(conversation.provider),
            stored(conversation.model),
            stored(conversation.strategy),
            storedList(conversation.tags),
            storedObject(conversation.metadata),
            storedId(conversation.activeLeaf),
            conversation.messageCount,
            conversation.cost.pico,
            conversation.unpricedRequests,
            conversation.hasError,
            stored(conversation.lastLine),
            stored(conversation.draft)};
}

namespace {

QString insertion(const QString &onConflict)
{
    return u"INSERT INTO conversation ("_s + ConversationTable::rowColumns()
        + u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s + onConflict;
}

} // namespace

Result<void> ConversationTable::insert(const Conversation &conversation)
{
    const Result<void> inserted = insert(conversation, {});
    return inserted ? addTags(conversation.id, conversation.tags) : inserted;
}

Result<bool> ConversationTable::insertNew(const Conversation &conversation, const ReadyRow &row)
{
    static const QString sql = insertion(u" ON CONFLICT DO NOTHING"_s);
    const Result<int> inserted = m_connection.apply(sql, row);
    if (!inserted)
        return inserted.error();
    if (*inserted == 0)
        return false;
    const Result<void> tagged = addTags(conversation.id, conversation.tags);
    return tagged ? Result<bool>(true) : tagged.error();
}

Result<void> ConversationTable::put(const Conversation &conversation)
{
    static const QString overwrite = overwriteAll();
    const Result<void> put = insert(conversation, overwrite);
    if (!put)
        return put;
    // A trigger has moved it.
    const Result<int> timed = m_connection.change(
        u"UPDATE conversation SET updated_ms = ? WHERE workspace_id = ? AND id = ?"_s,
        {storedTime(conversation.updatedAt), workspaceId, storedId(conversation.id)});
    return timed ? setTags(conversation.id, conversation.tags) : timed.error();
}

Result<void> ConversationTable::insert(const Conversation &conversation, const QString &onConflict)
{
    const Result<int> inserted = m_connection.change(insertion(onConflict), rowOf(conversation));
    return inserted ? Result<void>() : inserted.error();
}

Result<void> ConversationTable::remove(const QString &id)
{
    const Result<int> removed =
        m_connection.change(u"DELETE FROM conversation WHERE workspace_id = ? AND id = ?"_s,
                            {workspaceId, storedId(id)});
    if (!removed)
        return removed.error();
    if (*removed == 0)
        return Error{.kind = Error::Kind::NotFound, .detail = u"conversation %1"_s.arg(id)};
    return {};
}

Result<void> ConversationTable::setTags(const QString &id, const QStringList &tags)
{
    const Result<int> cleared = m_connection.change(
        u"DELETE FROM conversation_tag WHERE workspace_id = ? AND conversation_id = ?"_s,
        {workspaceId, storedId(id)});
    return cleared ? addTags(id, tags) : cleared.error();
}

Result<void> ConversationTable::addTags(const QString &id, const QStringList &tags)
{
    static const QString sql =
        u"INSERT INTO conversation_tag (workspace_id, conversation_id, tag) VALUES (?, ?, ?) "
        "ON CONFLICT DO NOTHING"_s;
    for (const QString &tag : tags) {
        const Result<int> added =
            m_connection.change(sql, QVariantList{workspaceId, storedId(id), stored(tag)});
        if (!added)
            return added.error();
    }
    return {};
}

} // namespace Core
