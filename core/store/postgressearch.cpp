#include "core/store/conversationtable.h"
#include "core/store/postgres.h"
#include "core/store/searchtext.h"
#include "core/store/storedvalues.h"

#include <limits>

namespace Core::Postgres {

using namespace Qt::Literals::StringLiterals;

namespace {

// Messages without a time are stored as older than all others.
constexpr qint64 noTime = std::numeric_limits<qint64>::min();

Restriction behind(const std::optional<SearchKey> &after)
{
    if (!after)
        return {};
    const QDateTime time = after->createdMs == noTime
        ? QDateTime()
        : QDateTime::fromMSecsSinceEpoch(after->createdMs, Qt::UTC);
    return {u" AND (message.created_at, message.sequence) < (?, ?)"_s, {time, after->sequence}};
}

const QString hitColumns =
    u", message.id, message.content, message.created_at, message.sequence "_s;
const QString withConversation =
    u"JOIN conversation ON conversation.workspace_id = message.workspace_id "
    "AND conversation.id = message.conversation_id "_s;

struct Statement
{
    QString sql;
    QVariantList values;
};

Statement plainSearch(const QString &columns, const QString &words,
                      const ConversationFilter &filter, int limit,
                      const std::optional<SearchKey> &after)
{
    const Restriction restriction = restrictionOf(filter);
    const Restriction rest = behind(after);
    return {u"SELECT "_s + columns + u"FROM message "_s + withConversation
                + u"WHERE message.search @@ sought(?) AND message.workspace_id = ? "
                  "AND message.status <> 'streaming' AND conversation.active"_s
                + restriction.sql + rest.sql
                + u" ORDER BY message.created_at DESC, message.sequence DESC LIMIT ?"_s,
            QVariantList{words, workspaceId} + restriction.values + rest.values
                + QVariantList{limit}};
}

/// For a login that policies bind: the server finds for it, and it reads what was found.
Statement boundSearch(const QString &columns, const QString &words,
                      const ConversationFilter &filter, int limit,
                      const std::optional<SearchKey> &after)
{
    const Restriction rest = behind(after);
    return {u"SELECT "_s + columns
                + u"FROM found_messages(?, ?, ?, ?, ?, ?::timestamptz, ?::bigint, ?) AS hit "
                  "JOIN message ON message.workspace_id = ? AND message.id = hit.message_id "
                  "AND message.created_at = hit.found_at "_s
                + withConversation + u"ORDER BY hit.found_at DESC, hit.found_sequence DESC"_s,
            {words, stored(filter.userId), stored(filter.tag), stored(filter.provider),
             filter.onlyWithError, rest.values.value(0), rest.values.value(1), limit, workspaceId}};
}

SearchHit hitAt(const Row &row, const QStringList &words)
{
    const QDateTime created = row.time(conversationColumnCount + 2);
    return {conversationAt(row),
            row.text(conversationColumnCount),
            snippet(row.text(conversationColumnCount + 1), words),
            {created.isValid() ? created.toMSecsSinceEpoch() : noTime,
             row.number(conversationColumnCount + 3)}};
}

Result<QList<SearchHit>> hitsOf(Connection &connection, const Statement &statement,
                                const QStringList &words)
{
    QList<SearchHit> found;
    const Result<void> read = connection.read(
        statement.sql, statement.values, [&](const Row &row) { found.append(hitAt(row, words)); });
    if (!read)
        return read.error();
    return found;
}

} // namespace

Result<qint64> wrongIndexEntries(Connection &connection)
{
    // What is searched is a column that the database makes of the text.
    const Result<QVariant> wrong = connection.value(
        u"SELECT count(*) FROM message WHERE search IS DISTINCT FROM searched(content)"_s);
    return wrong ? Result<qint64>(wrong->toLongLong()) : wrong.error();
}

Result<QList<SearchHit>> search(Connection &connection, const QStringList &words,
                                const ConversationFilter &filter, int limit,
                                const std::optional<SearchKey> &after)
{
    if (words.isEmpty())
        return QList<SearchHit>();
    const Result<QVariant> isBound = connection.value(u"SELECT row_security_active('message')"_s);
    if (!isBound)
        return isBound.error();
    return hitsOf(connection,
                  (isBound->toBool() ? boundSearch : plainSearch)(
                      conversationColumns(connection.dialect()) + hitColumns, words.join(u' '),
                      filter, limit, after),
                  words);
}

Result<QList<SearchHit>> hitsIn(Connection &connection, const QStringList &words,
                                const QStringList &conversations)
{
    // Their messages are few, and those with a common word are not.
    return hitsOf(connection,
                  {u"WITH own AS MATERIALIZED (SELECT * FROM message WHERE workspace_id = ? "
                   "AND conversation_id = ANY (?::uuid[])) SELECT "_s
                       + conversationColumns(connection.dialect()) + hitColumns
                       + u"FROM own AS message "_s + withConversation
                       + u"WHERE message.search @@ sought(?) AND message.status <> 'streaming' "
                         "ORDER BY message.created_at DESC, message.sequence DESC"_s,
                   {workspaceId, u'{' + conversations.join(u',') + u'}', words.join(u' ')}},
                  words);
}

} // namespace Core::Postgres
