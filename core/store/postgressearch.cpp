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

QString searchSql(const Dialect &dialect, const QString &restriction)
{
    return u"SELECT "_s + conversationColumns(dialect)
        + u", message.id, message.content, message.created_at, message.sequence FROM message "
          "JOIN conversation ON conversation.workspace_id = message.workspace_id "
          "AND conversation.id = message.conversation_id "
          "WHERE message.search @@ sought(?) AND message.workspace_id = ? "
          "AND message.status <> 'streaming' AND conversation.active"_s
        + restriction + u" ORDER BY message.created_at DESC, message.sequence DESC LIMIT ?"_s;
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
    QList<SearchHit> found;
    if (words.isEmpty())
        return found;
    const Restriction restriction = restrictionOf(filter);
    const Restriction rest = behind(after);
    const Result<void> read =
        connection.read(searchSql(connection.dialect(), restriction.sql + rest.sql),
                        QVariantList{words.join(u' '), workspaceId} + restriction.values
                            + rest.values + QVariantList{limit},
                        [&](const Row &row) { found.append(hitAt(row, words)); });
    if (!read)
        return read.error();
    return found;
}

} // namespace Core::Postgres
