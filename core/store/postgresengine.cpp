#include "core/store/engine.h"
#include "core/store/postgres.h"
#include "core/store/postgreslogin.h"
#include "core/store/serveraddress.h"
#include "core/store/storedvalues.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> called(Connection &connection, const QString &sql, const QVariantList &values)
{
    const Result<QVariant> done = connection.value(sql, values);
    return done ? Result<void>() : done.error();
}

/// The functions of postgres.h as an engine.
class PostgresEngine final : public Engine
{
public:
    const Dialect &dialect() const override { return m_dialect; }

    QString driverName() const override { return u"QPSQL"_s; }
    QString shownLocation(const QString &location) const override;
    Result<void> prepare(QSqlDatabase &database, const QString &location,
                         Connection::Access) const override
    {
        return Postgres::prepare(database, location);
    }
    QStringList openingStatements(Connection::Access access) const override
    {
        return Postgres::openingStatements(access);
    }
    Result<void> whenConnected(Connection &connection, Connection::Access access) const override
    {
        return access == Connection::Access::ReadWrite ? Postgres::takeLease(connection)
                                                       : Result<void>();
    }
    int socketOf(const QVariant &handle) const override { return Postgres::socketOf(handle); }
    bool isAlive(const QVariant &handle) const override { return Postgres::isAlive(handle); }
    Result<std::unique_ptr<Statement>> prepared(const QSqlDatabase &database, const QString &sql,
                                                const QString &place) const override
    {
        return Postgres::prepared(database, sql, place);
    }
    Error errorFrom(const QSqlError &error, const QString &place) const override
    {
        return Postgres::errorFrom(error, place);
    }
    Error openingError(const QSqlError &error, const QString &location,
                       const QString &place) const override
    {
        return Postgres::loginError(error, location, place);
    }
    QString statement(const QString &sql) const override { return Postgres::statement(sql); }
    QVariant bound(const QVariant &value) const override { return Postgres::bound(value); }

    int newestVersion() const override { return Postgres::newestVersion(); }
    Result<int> version(Connection &connection) const override
    {
        return Postgres::version(connection);
    }
    Result<void> takeSteps(Connection &connection, int version) const override
    {
        return Postgres::takeSteps(connection, version);
    }
    Result<void> addWorkspace(Connection &connection, const QString &storeId,
                              const QDateTime &now) const override;

    Result<Inventory> inventory(Connection &connection) const override
    {
        return Postgres::inventory(connection);
    }
    Result<qint64> wrongCounts(Connection &connection) const override
    {
        return Postgres::wrongCounts(connection);
    }
    Result<void> recount(Connection &connection) const override
    {
        return Postgres::recount(connection);
    }

    QString beginAt(const QDateTime &moment) const override
    {
        // Two statements and one way to the server and back.
        return u"BEGIN; SET LOCAL skein.moment = '%1'"_s.arg(bound(moment).toString());
    }
    Result<void> setMoment(Connection &connection, const QDateTime &moment) const override
    {
        return called(connection, u"SELECT set_config('skein.moment', ?::text, true)"_s, {moment});
    }
    Result<void> makeRoom(Connection &connection, const QDateTime &time) const override;
    Result<void> lockChain(Connection &connection) const override
    {
        return called(connection,
                      u"SELECT pg_advisory_xact_lock(1936420210, "
                      "hashtext(session_user))"_s,
                      {});
    }

    Result<bool> takesLots(Connection &connection) const override;
    Result<bool> beginLoad(Connection &connection) const override
    {
        return Postgres::beginLoad(connection);
    }
    Result<void> endLoad(Connection &connection) const override
    {
        return Postgres::endLoad(connection);
    }

    Result<QStringList> wholeCheck(Connection &connection) const override
    {
        return Postgres::wholeCheck(connection);
    }
    Result<qint64> brokenReferences(Connection &) const override { return 0; }
    Result<void> copyInto(Connection &connection, const QString &path) const override;

    Result<void> readQuickly(Connection &connection, const QString &sql, const QVariantList &values,
                             const TakeRow &take) const override;

    QString spanJoin(const QString &table, const QString &start, const QString &key,
                     const QString &totals, const QString &condition) const override;

    // The database keeps the index of each text itself.
    QString indexed(const QString &) const override { return {}; }
    Result<void> indexText(Connection &, qint64, const QString &) const override { return {}; }
    Result<void> unindexText(Connection &, qint64, const QString &) const override { return {}; }
    Result<void> clearTextIndex(Connection &) const override { return {}; }
    Result<qint64> wrongIndexEntries(Connection &connection) const override
    {
        return Postgres::wrongIndexEntries(connection);
    }
    Result<QList<SearchHit>> search(Connection &connection, const QStringList &words,
                                    const ConversationFilter &filter, int limit,
                                    const std::optional<SearchKey> &after) const override
    {
        return Postgres::search(connection, words, filter, limit, after);
    }
    Result<QList<SearchHit>> hitsIn(Connection &connection, const QStringList &words,
                                    const QStringList &conversations) const override
    {
        return Postgres::hitsIn(connection, words, conversations);
    }

private:
    const Dialect m_dialect{.begin = u"BEGIN"_s,
                            .returningRow = u" RETURNING sequence"_s,
                            .noId = u"NULL"_s,
                            .hasId = u"%1 IS NOT NULL"_s,
                            .idText = u"coalesce(%1::text, '')"_s,
                            .hour = u"hour_of(%1)"_s,
                            .chain = u"chain"_s,
                            .chainEnd = u"SELECT chain_end(?)"_s,
                            .ownChain = u"chain = session_user::text COLLATE \"default\""_s,
                            .abandoned = u"is_abandoned(lease)"_s,
                            .version = u"conversation.version"_s,
                            .draft = u"coalesce((SELECT own.text FROM draft AS own "
                                     "WHERE own.workspace_id = conversation.workspace_id "
                                     "AND own.conversation_id = conversation.id "
                                     "AND own.login = session_user), '')"_s,
                            .user = u"coalesce(own_user(), '')"_s,
                            .role = u"CASE WHEN row_security_active('message') "
                                    "THEN coalesce(own_role(), '') ELSE 'owner' END"_s,
                            .readsAllCosts =
                                u"NOT row_security_active('charge') OR reads_all_costs()"_s,
                            .ownCharges = u"user_id = ANY ((SELECT own_users())::text[])"_s,
                            .isBound = u"row_security_active('conversation') "
                                       "AND NOT reads_all_texts()"_s,
                            .eachUser = u"unnest(read_users())"_s,
                            // For more it reads and sorts all that there are of a common word.
                            .hitsAtOnce = 100,
                            .sumsCharges = true,
                            .beginsAtMoment = true};
};

QString PostgresEngine::shownLocation(const QString &location) const
{
    const Result<ServerAddress> address = ServerAddress::fromUrl(location);
    return address ? address->shown() : address.error().where;
}

Result<void> PostgresEngine::addWorkspace(Connection &connection, const QString &storeId,
                                          const QDateTime &now) const
{
    const Result<int> added = connection.change(
        u"INSERT INTO workspace (workspace_id, store_id, created_at) VALUES (?, ?, ?)"_s,
        {workspaceId, storeId, now});
    return added ? Result<void>() : added.error();
}

Result<void> PostgresEngine::makeRoom(Connection &connection, const QDateTime &time) const
{
    if (!time.isValid())
        return {};
    const QDate date = time.toUTC().date();
    const QDateTime month(QDate(date.year(), date.month(), 1), QTime(0, 0), Qt::UTC);
    return connection.once(u"SELECT make_month(?)"_s, {month});
}

Result<bool> PostgresEngine::takesLots(Connection &connection) const
{
    // The server refuses COPY to those whom policies bind, and only the owner's word counts.
    const Result<QVariant> isBound = connection.value(u"SELECT row_security_active('message')"_s);
    return isBound ? Result<bool>(!isBound->toBool()) : isBound.error();
}

Result<void> PostgresEngine::copyInto(Connection &connection, const QString &) const
{
    return Error{.kind = Error::Kind::BadInput,
                 .detail = u"a server's store is backed up by its own tools (pg_dump)"_s,
                 .where = connection.location()};
}

Result<void> PostgresEngine::readQuickly(Connection &connection, const QString &sql,
                                         const QVariantList &values, const TakeRow &take) const
{
    return connection.read(sql, values, [&](const Row &row) { take(row.quick()); });
}

QString PostgresEngine::spanJoin(const QString &table, const QString &start, const QString &key,
                                 const QString &totals, const QString &condition) const
{
    return u"SELECT (span.value ->> 0)::bigint AS number, %3 AS own, %4 "
           "FROM jsonb_array_elements(?::jsonb) AS span (value) "
           "JOIN %1 ON workspace_id = ? %5 AND %2 >= (span.value ->> 1)::bigint "
           "AND %2 < (span.value ->> 2)::bigint GROUP BY number, own"_s.arg(table, start, key,
                                                                            totals, condition);
}

} // namespace

const Engine &postgresEngine()
{
    static const PostgresEngine engine;
    return engine;
}

} // namespace Core
