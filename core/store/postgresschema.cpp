#include "core/base/resources.h"
#include "core/store/postgres.h"

namespace Core::Postgres {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The steps of the schema, oldest first. The list only grows; a step that was released is never
/// changed.
const QStringList &steps()
{
    static const QStringList paths{u":/postgres/1-store.sql"_s,     u":/postgres/2-roles.sql"_s,
                                   u":/postgres/3-live.sql"_s,      u":/postgres/4-bulk.sql"_s,
                                   u":/postgres/5-repricing.sql"_s, u":/postgres/6-search.sql"_s,
                                   u":/postgres/7-clock.sql"_s,     u":/postgres/8-authors.sql"_s,
                                   u":/postgres/9-quick.sql"_s,     u":/postgres/10-counts.sql"_s,
                                   u":/postgres/11-activity.sql"_s};
    return paths;
}

Result<void> requireUtf8(Connection &connection)
{
    const Result<QVariant> encoding =
        connection.value(u"SELECT current_setting('server_encoding')"_s);
    if (!encoding)
        return encoding.error();
    if (encoding->toString() == "UTF8"_L1)
        return {};
    return Error{.kind = Error::Kind::StoreUnfit,
                 .detail = u"its encoding is %1 and must be UTF8"_s.arg(encoding->toString()),
                 .where = connection.location()};
}

/// Two programs that open a new store at once must not both make it.
Result<void> lockSchema(Connection &connection)
{
    const Result<QVariant> locked =
        connection.value(u"SELECT pg_advisory_xact_lock(1936420209, 0)"_s);
    return locked ? Result<void>() : locked.error();
}

} // namespace

int newestVersion()
{
    return int(steps().size());
}

Result<int> version(Connection &connection)
{
    const Result<QVariant> there =
        connection.value(u"SELECT to_regclass('skein.schema_version') IS NOT NULL"_s);
    if (!there)
        return there.error();
    if (!there->toBool())
        return 0;
    const Result<QVariant> version =
        connection.value(u"SELECT version FROM skein.schema_version"_s);
    return version ? Result<int>(version->toInt()) : version.error();
}

Result<void> takeSteps(Connection &connection, int)
{
    if (const Result<void> fit = requireUtf8(connection); !fit)
        return fit;
    if (const Result<void> locked = lockSchema(connection); !locked)
        return locked;
    const Result<int> from = version(connection); // it may have moved before the lock was had
    if (!from)
        return from.error();
    QStringList statements;
    if (*from == 0)
        statements << u"CREATE SCHEMA skein"_s
                   << u"CREATE TABLE skein.schema_version (version integer NOT NULL)"_s
                   << u"INSERT INTO skein.schema_version VALUES (0)"_s;
    for (const QString &path : steps().mid(*from))
        statements += QString::fromUtf8(readResource(path));
    statements += u"UPDATE skein.schema_version SET version = %1"_s.arg(newestVersion());
    for (const QString &statement : std::as_const(statements)) {
        if (const Result<void> done = connection.exec(statement); !done)
            return done;
    }
    return {};
}

Result<bool> isReadOnly(Connection &connection)
{
    const Result<QVariant> setting =
        connection.value(u"SELECT current_setting('transaction_read_only')"_s);
    return setting ? Result<bool>(setting->toString() == "on"_L1) : setting.error();
}

Result<QStringList> wholeCheck(Connection &connection)
{
    const Result<QVariant> seesPart = connection.value(
        u"SELECT row_security_active('charge') AND own_role() IS DISTINCT FROM 'admin'"_s);
    if (!seesPart)
        return seesPart.error();
    if (seesPart->toBool())
        return Error{.kind = Error::Kind::StoreDenied,
                     .detail = u"only the owner of the store or an admin sees all of it"_s,
                     .where = connection.location()};
    return QStringList();
}

} // namespace Core::Postgres
