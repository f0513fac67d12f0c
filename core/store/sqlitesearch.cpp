#include "core/store/sqlite.h"

#include "core/base/text.h"
#include "core/store/conversationtable.h"
#include "core/store/searchtext.h"
#include "core/store/storedvalues.h"

namespace Core::Sqlite {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> ran(const Result<int> &changed)
{
    return changed ? Result<void>() : changed.error();
}

/// Every word quoted, so that nothing typed is ever taken for syntax; all have to match.
QString matchExpression(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted += u'"' + word + u'"'; // words are letters and digits only
    return quoted.join(u" AND "_s) + u'*';
}

// Above this many hits it is quicker to walk the messages from the newest and ask of each
// whether it is a hit, than to look up and sort all hits.
constexpr int manyHits = 5000;

Result<bool> areMany(Connection &connection, const QString &match)
{
    const Result<QVariant> count =
        connection.value(u"SELECT count(*) FROM (SELECT 1 FROM message_search "
                         "WHERE message_search MATCH ? LIMIT ?)"_s,
                         {match, manyHits + 1});
    if (!count)
        return count.error();
    return count->toInt() > manyHits;
}

// SQLite sorts NULL below every number.
const QString createdOrFirst = u"coalesce(message.created_ms, -9223372036854775808)"_s;

Restriction behind(const std::optional<SearchKey> &after)
{
    if (!after)
        return {};
    return {u" AND (%1, message.sequence) < (?, ?)"_s.arg(createdOrFirst),
            {after->createdMs, after->sequence}};
}

/// The newest hits, from FROM on.
QString hitsSql(bool many, const QString &restriction)
{
    const QString hits = many
        ? u"message INDEXED BY message_by_time"_s
        : u"message_search JOIN message ON message.sequence = message_search.rowid"_s;
    const QString isHit = many
        ? u"message.sequence IN (SELECT rowid FROM message_search WHERE message_search MATCH ?)"_s
        : u"message_search MATCH ?"_s;
    return hits
        + u" CROSS JOIN conversation ON conversation.workspace_id = message.workspace_id "
          "AND conversation.id = message.conversation_id WHERE "_s
        + isHit + u" AND message.workspace_id = ? AND conversation.active = 1"_s + restriction
        + u" ORDER BY message.created_ms DESC, message.sequence DESC LIMIT ?"_s;
}

QString searchSql(const Dialect &dialect, bool many, const QString &restriction)
{
    return u"SELECT "_s + conversationColumns(dialect) + u", message.id, message.content, "_s
        + createdOrFirst + u", message.sequence FROM (SELECT message.sequence AS found FROM "_s
        + hitsSql(many, restriction)
        + u") CROSS JOIN message ON message.sequence = found "
          "CROSS JOIN conversation ON conversation.workspace_id = message.workspace_id "
          "AND conversation.id = message.conversation_id "
          "ORDER BY message.created_ms DESC, message.sequence DESC"_s;
}

/// Of a hit: none in its conversation is newer.
const QString isNewest =
    u" AND NOT EXISTS (SELECT 1 FROM message AS newer WHERE newer.workspace_id = "
    "message.workspace_id AND newer.conversation_id = message.conversation_id AND "
    "(coalesce(newer.created_ms, -9223372036854775808), newer.sequence) > (%1, message.sequence) "
    "AND newer.sequence IN (SELECT rowid FROM message_search WHERE message_search MATCH ?))"_s.arg(
        createdOrFirst);

/// All hits of the conversations whose newest ones come first.
QString togetherSql(const Dialect &dialect, bool many, const QString &restriction)
{
    return u"SELECT "_s + conversationColumns(dialect) + u", message.id, message.content, "_s
        + createdOrFirst + u", message.sequence FROM (SELECT message.conversation_id AS found, "_s
        + createdOrFirst + u" AS found_ms, message.sequence AS found_sequence FROM "_s
        + hitsSql(many, restriction + isNewest)
        + u") CROSS JOIN message ON message.workspace_id = ? AND message.conversation_id = found "
          "AND message.sequence IN "
          "(SELECT rowid FROM message_search WHERE message_search MATCH ?) "
          "CROSS JOIN conversation ON conversation.workspace_id = message.workspace_id "
          "AND conversation.id = message.conversation_id "
          "ORDER BY found_ms DESC, found_sequence DESC, message.created_ms DESC, "
          "message.sequence DESC"_s;
}

SearchHit hitAt(const Row &row, const QStringList &words)
{
    constexpr int after = conversationColumnCount;
    return {conversationAt(row),
            row.text(after),
            snippet(row.text(after + 1), words),
            {row.number(after + 2), row.number(after + 3)}};
}

} // namespace

Result<void> indexText(Connection &connection, qint64 sequence, const QString &folded)
{
    return ran(connection.change(u"INSERT INTO message_search (rowid, folded) VALUES (?, ?)"_s,
                                 {sequence, folded}));
}

Result<void> unindexText(Connection &connection, qint64 sequence, const QString &folded)
{
    return ran(connection.change(
        u"INSERT INTO message_search (message_search, rowid, folded) VALUES ('delete', ?, ?)"_s,
        {sequence, folded}));
}

Result<void> clearTextIndex(Connection &connection)
{
    return ran(
        connection.change(u"INSERT INTO message_search (message_search) VALUES ('delete-all')"_s));
}

Result<qint64> wrongIndexEntries(Connection &connection)
{
    const QString searched =
        u"SELECT sequence FROM message WHERE content <> '' AND status <> 'streaming'"_s;
    const QString indexed = u"SELECT id FROM message_search_docsize"_s;
    qint64 wrong = 0;
    for (const QString &sql : {u"SELECT count(*) FROM (%1 EXCEPT %2)"_s.arg(searched, indexed),
                               u"SELECT count(*) FROM (%1 EXCEPT %2)"_s.arg(indexed, searched)}) {
        const Result<QVariant> count = connection.value(sql);
        if (!count)
            return count.error();
        wrong += count->toLongLong();
    }
    return wrong;
}

Result<QList<SearchHit>> search(Connection &connection, const QStringList &words,
                                const ConversationFilter &filter, int limit,
                                const std::optional<SearchKey> &after)
{
    QList<SearchHit> found;
    if (words.isEmpty())
        return found;
    const QString match = matchExpression(words);
    const Result<bool> many = areMany(connection, match);
    if (!many)
        return many.error();
    const Restriction restriction = restrictionOf(filter);
    const Restriction rest = behind(after);
    const QString where = restriction.sql + rest.sql;
    const QVariantList values = QVariantList{match, workspaceId} + restriction.values + rest.values;
    const bool together = filter.hitsTogether;
    const Result<void> read = connection.read(
        together ? togetherSql(connection.dialect(), *many, where)
                 : searchSql(connection.dialect(), *many, where),
        values + (together ? QVariantList{match, limit, workspaceId, match} : QVariantList{limit}),
        [&](const Row &row) { found.append(hitAt(row, words)); });
    if (!read)
        return read.error();
    return found;
}

} // namespace Core::Sqlite
