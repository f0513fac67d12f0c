#include "core/store/postgres.h"
#include "core/store/storedvalues.h"

namespace Core::Postgres {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A number that is kept and one that is counted stand for the same where both are none.
const QString differences =
    u"SELECT count(*) FROM (SELECT * FROM conversation_count WHERE conversations <> 0) AS kept "
    "FULL JOIN conversation_recount AS counted USING (workspace_id, user_id, what, key) "
    "WHERE kept.conversations IS DISTINCT FROM counted.conversations"_s;

} // namespace

Result<Inventory> inventory(Connection &connection)
{
    Inventory there;
    const Result<void> read = connection.read(
        u"SELECT what, key, sum(conversations)::bigint FROM conversation_count "
        "WHERE workspace_id = ? GROUP BY what, key HAVING sum(conversations) > 0 ORDER BY key"_s,
        {workspaceId}, [&](const Row &row) {
            const QString key = row.text(1);
            if (row.text(0) == "tag"_L1) {
                there.tags += key;
                return;
            }
            there.conversations += row.number(2);
            if (!key.isEmpty())
                there.providers += key;
        });
    return read ? Result<Inventory>(there) : read.error();
}

Result<qint64> wrongCounts(Connection &connection)
{
    const Result<QVariant> wrong = connection.value(differences);
    return wrong ? Result<qint64>(wrong->toLongLong()) : wrong.error();
}

Result<void> recount(Connection &connection)
{
    return connection.exec(
        u"LOCK TABLE conversation, conversation_tag IN SHARE ROW EXCLUSIVE MODE; "
        "DELETE FROM conversation_count; "
        "INSERT INTO conversation_count SELECT * FROM conversation_recount"_s);
}

} // namespace Core::Postgres
