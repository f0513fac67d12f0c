#include "core/store/sqlite.h"

#include "core/base/text.h"
#include "core/store/conversationtable.h"
#include "core/store/searchtext.h"
#include "core/store/storedvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

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

QString hitColumns(const Dialect &dialect)
{
    return conversationColumns(dialect) + u", message.id, message.content, "_s + createdOrFirst
        + u", message.sequence"_s;
}

const QString withConversation =
    u" CROSS JOIN conversation ON conversation.workspace_id = message.workspace_id "
    "AND conversation.id = message.conversation_id "_s;
const QString newestFirst = u"ORDER BY message.created_ms DESC, message.sequence DESC"_s;
const QString isAmongHits =
    u"message.sequence IN (SELECT rowid FROM message_search WHERE message_search MATCH ?)"_s;

QString searchSql(const Dialect &dialect, bool many, const QString &restriction)
{
    const QString hits = many
        ? u"message INDEXED BY message_by_time"_s
        : u"message_search JOIN message ON message.sequence = message_search.rowid"_s;
    return u"SELECT "_s + hitColumns(dialect)
        + u" FROM (SELECT message.sequence AS found FROM "_s + hits + withConversation + u"WHERE "_s
        + (many ? isAmongHits : u"message_search MATCH ?"_s)
        + u" AND message.workspace_id = ? AND conversation.active = 1"_s + restriction + u' '
        + newestFirst + u" LIMIT ?) CROSS JOIN message ON message.sequence = found"_s
        + withConversation + newestFirst;
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
    const Result<void> read =
        connection.read(searchSql(connection.dialect(), *many, restriction.sql + rest.sql),
                        QVariantList{match, workspaceId} + restriction.values + rest.values
                            + QVariantList{limit},
                        [&](const Row &row) { found.append(hitAt(row, words)); });
    if (!read)
        return read.error();
    return found;
}

Result<QList<SearchHit>> hitsIn(Connection &connection, const QStringList &words,
                                const QStringList &conversations)
{
    const QJsonDocument ids(QJsonArray::fromStringList(conversations));
    QList<SearchHit> found;
    const Result<void> read = connection.read(
        u"SELECT "_s + hitColumns(connection.dialect())
            + u" FROM json_each(?) AS wanted CROSS JOIN message ON message.workspace_id = ? "
              "AND message.conversation_id = wanted.value"_s
            + withConversation + u"WHERE "_s + isAmongHits + u' ' + newestFirst,
        {QString::fromUtf8(ids.toJson(QJsonDocument::Compact)), workspaceId, matchExpression(words)},
        [&](const Row &row) { found.append(hitAt(row, words)); });
    if (!read)
        return read.error();
    return found;
}

} // namespace Core::Sqlite
