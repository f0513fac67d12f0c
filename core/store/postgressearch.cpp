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

// Hits among which conversations are looked for.
constexpr int firstLooked = 2000;
constexpr int moreLooked = 16;
constexpr int mostLooked = 100'000'000;

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

/// Of a hit: none in its conversation is newer.
const QString isNewest =
    u" AND NOT EXISTS (SELECT FROM message AS newer "
    "WHERE newer.workspace_id = message.workspace_id "
    "AND newer.conversation_id = message.conversation_id AND newer.search @@ sought(?) "
    "AND newer.status <> 'streaming' "
    "AND (newer.created_at, newer.sequence) > (message.created_at, message.sequence))"_s;
const QString newestFirst = u" ORDER BY message.created_at DESC, message.sequence DESC LIMIT ?"_s;
const QString foundColumns =
    u"SELECT message.conversation_id AS id, message.created_at AS at, message.sequence AS sequence "
    "FROM "_s;

/// The conversations whose newest hits come first.
Statement plainConversations(const QString &words, const ConversationFilter &filter, int limit,
                             const std::optional<SearchKey> &after)
{
    const Restriction restriction = restrictionOf(filter);
    const Restriction rest = behind(after);
    return {foundColumns + u"message "_s + withConversation
                + u"WHERE message.search @@ sought(?) AND message.workspace_id = ? "
                  "AND message.status <> 'streaming' AND conversation.active"_s
                + restriction.sql + rest.sql + isNewest + newestFirst,
            QVariantList{words, workspaceId} + restriction.values + rest.values
                + QVariantList{words, limit}};
}

/// The same among the newest `hits` that the server finds for a login that policies bind.
Statement boundConversations(const QString &words, const ConversationFilter &filter, int limit,
                             const std::optional<SearchKey> &after, int hits)
{
    const Restriction rest = behind(after);
    return {foundColumns
                + u"found_messages(?, ?, ?, ?, ?, ?::timestamptz, ?::bigint, ?) AS hit "
                  "JOIN message ON message.workspace_id = ? AND message.id = hit.message_id "
                  "AND message.created_at = hit.found_at WHERE true"_s
                + isNewest + newestFirst,
            {words, stored(filter.userId), stored(filter.tag), stored(filter.provider),
             filter.onlyWithError, rest.values.value(0), rest.values.value(1), hits, workspaceId,
             words, limit}};
}

/// All hits of the conversations that are found.
Statement together(const QString &columns, const QString &words, const Statement &conversations)
{
    return {u"SELECT "_s + columns + u"FROM ("_s + conversations.sql
                + u") AS found JOIN message ON message.workspace_id = ? "
                  "AND message.conversation_id = found.id AND message.search @@ sought(?) "
                  "AND message.status <> 'streaming' "_s
                + withConversation
                + u"ORDER BY found.at DESC, found.sequence DESC, message.created_at DESC, "
                  "message.sequence DESC"_s,
            conversations.values + QVariantList{workspaceId, words}};
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

/// Of hits that stand together by conversation.
int conversationsIn(const QList<SearchHit> &hits)
{
    int count = 0;
    for (qsizetype i = 0; i < hits.size(); ++i)
        count += i == 0 || hits[i].conversation.id != hits[i - 1].conversation.id ? 1 : 0;
    return count;
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
    const QString columns = conversationColumns(connection.dialect()) + hitColumns;
    const QString sought = words.join(u' ');
    if (!filter.hitsTogether)
        return hitsOf(
            connection,
            (isBound->toBool() ? boundSearch : plainSearch)(columns, sought, filter, limit, after),
            words);
    if (!isBound->toBool())
        return hitsOf(connection,
                      together(columns, sought, plainConversations(sought, filter, limit, after)),
                      words);
    // Among a few of the newest hits first: a common word has very many.
    for (int hits = firstLooked;; hits *= moreLooked) {
        const auto found = hitsOf(
            connection,
            together(columns, sought, boundConversations(sought, filter, limit, after, hits)),
            words);
        if (!found || hits >= mostLooked || conversationsIn(*found) >= limit)
            return found;
    }
}

} // namespace Core::Postgres
