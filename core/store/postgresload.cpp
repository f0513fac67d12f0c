#include "core/base/resources.h"
#include "core/store/postgres.h"

namespace Core::Postgres {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> ran(Connection &connection, const QString &path)
{
    return connection.exec(QString::fromUtf8(readResource(path)));
}

Result<bool> isEmpty(Connection &connection)
{
    const Result<QVariant> isThere =
        connection.value(u"SELECT EXISTS (SELECT FROM conversation) OR "
                         "EXISTS (SELECT FROM message) OR EXISTS (SELECT FROM attempt) OR "
                         "EXISTS (SELECT FROM charged)"_s);
    return isThere ? Result<bool>(!isThere->toBool()) : isThere.error();
}

} // namespace

Result<bool> beginLoad(Connection &connection)
{
    // Looked at before, so that nobody is locked out of a store that has rows, and after.
    const Result<bool> looksEmpty = isEmpty(connection);
    if (!looksEmpty || !*looksEmpty)
        return looksEmpty;
    if (const Result<void> done = ran(connection, u":/postgres/load-begin.sql"_s); !done)
        return done.error();
    return isEmpty(connection);
}

Result<void> endLoad(Connection &connection)
{
    return ran(connection, u":/postgres/load-end.sql"_s);
}

Result<void> searchLater(Connection &connection)
{
    return connection.exec(
        u"INSERT INTO load_ending SELECT 0, 'UPDATE message SET search = searched(content) "
        "WHERE search IS NULL' WHERE NOT EXISTS (SELECT FROM load_ending WHERE position = 0)"_s);
}

} // namespace Core::Postgres
