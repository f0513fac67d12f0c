#include "core/base/text.h"
#include "core/store/driverstatement.h"
#include "core/store/engine.h"
#include "core/store/sqlite.h"
#include "core/store/storedvalues.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The functions of sqlite.h as an engine.
class SqliteEngine final : public Engine
{
public:
    const Dialect &dialect() const override { return m_dialect; }

    QString driverName() const override { return u"QSQLITE"_s; }
    QString shownLocation(const QString &location) const override { return location; }
    Result<void> prepare(QSqlDatabase &database, const QString &location,
                         Connection::Access access) const override
    {
        Sqlite::prepare(database, location, access);
        return {};
    }
    QStringList openingStatements(Connection::Access access) const override
    {
        return Sqlite::pragmas(access);
    }
    Result<void> whenConnected(Connection &, Connection::Access) const override { return {}; }
    Result<std::unique_ptr<Statement>> prepared(const QSqlDatabase &database, const QString &sql,
                                                const QString &place) const override
    {
        return DriverStatement::prepare(database, sql, *this, place);
    }
    Error errorFrom(const QSqlError &error, const QString &place) const override
    {
        return Sqlite::errorFrom(error, place);
    }
    QString statement(const QString &sql) const override { return sql; }
    QVariant bound(const QVariant &value) const override { return plainValue(value); }

    int newestVersion() const override { return int(Sqlite::schemaSteps().size()); }
    Result<int> version(Connection &connection) const override
    {
        return Sqlite::schemaVersion(connection);
    }
    Result<void> takeSteps(Connection &connection, int version) const override;
    Result<void> addWorkspace(Connection &connection, const QString &storeId,
                              const QDateTime &now) const override;

    Result<Inventory> inventory(Connection &connection) const override;

    Result<void> setMoment(Connection &connection, const QDateTime &moment) const override;
    Result<void> makeRoom(Connection &, const QDateTime &) const override { return {}; }
    Result<void> lockChain(Connection &) const override { return {}; } // there is one writer
    Result<bool> takesLots(Connection &) const override { return false; }

    Result<QStringList> wholeCheck(Connection &connection) const override
    {
        return Sqlite::wholeCheck(connection);
    }
    Result<qint64> brokenReferences(Connection &connection) const override
    {
        return Sqlite::brokenReferences(connection);
    }
    Result<void> copyInto(Connection &connection, const QString &path) const override
    {
        return Sqlite::copyInto(connection, path);
    }

    Result<void> readQuickly(Connection &connection, const QString &sql, const QVariantList &values,
                             const TakeRow &take) const override
    {
        return Sqlite::readQuickly(connection, sql, values, take);
    }

    Result<void> beginLot(Connection &connection, qsizetype conversations) const override
    {
        return Sqlite::beginLot(connection, conversations);
    }
    Result<void> endLot(Connection &connection) const override
    {
        return Sqlite::endLot(connection);
    }
    bool writesRows() const override { return true; }
    std::unique_ptr<RowWriter> rowWriter(const QVariant &handle,
                                         const QString &place) const override
    {
        return Sqlite::rowWriter(handle, place);
    }

    QString spanJoin(const QString &table, const QString &start, const QString &key,
                     const QString &totals, const QString &condition) const override
    {
        return Sqlite::spanJoin(table, start, key, totals, condition);
    }

    QString indexed(const QString &text) const override { return foldedText(text); }
    Result<void> indexText(Connection &connection, qint64 sequence,
                           const QString &indexed) const override
    {
        return Sqlite::indexText(connection, sequence, indexed);
    }
    Result<void> unindexText(Connection &connection, qint64 sequence,
                             const QString &indexed) const override
    {
        return Sqlite::unindexText(connection, sequence, indexed);
    }
    Result<void> clearTextIndex(Connection &connection) const override
    {
        return Sqlite::clearTextIndex(connection);
    }
    Result<qint64> wrongIndexEntries(Connection &connection) const override
    {
        return Sqlite::wrongIndexEntries(connection);
    }
    Result<QList<SearchHit>> search(Connection &connection, const QStringList &words,
                                    const ConversationFilter &filter, int limit,
                                    const std::optional<SearchKey> &after) const override
    {
        return Sqlite::search(connection, words, filter, limit, after);
    }
    Result<QList<SearchHit>> hitsIn(Connection &connection, const QStringList &words,
                                    const QStringList &conversations) const override
    {
        return Sqlite::hitsIn(connection, words, conversations);
    }

private:
    const Dialect m_dialect{.begin = u"BEGIN IMMEDIATE"_s,
                            .noId = u"''"_s,
                            .hasId = u"%1 <> ''"_s,
                            .idText = u"%1"_s,
                            .hour = u"%1 / 3600000"_s,
                            .chain = u"''"_s,
                            .chainEnd = u"SELECT hash FROM charge WHERE workspace_id = ? "
                                        "ORDER BY sequence DESC LIMIT 1"_s,
                            .ownChain = u"TRUE"_s,
                            .abandoned = u"TRUE"_s, // nobody else has the file open
                            .version = u"0"_s,
                            .draft = u"conversation.draft"_s,
                            .user = u"''"_s,
                            .role = u"''"_s};
};

Result<void> SqliteEngine::takeSteps(Connection &connection, int version) const
{
    const QList<QStringList> steps = Sqlite::schemaSteps();
    for (const QStringList &step : steps.mid(version)) {
        for (const QString &statement : step) {
            if (const Result<void> done = connection.exec(statement); !done)
                return done;
        }
    }
    return Sqlite::setSchemaVersion(connection, int(steps.size()));
}

Result<void> SqliteEngine::addWorkspace(Connection &connection, const QString &storeId,
                                        const QDateTime &now) const
{
    const Result<int> added = connection.change(
        u"INSERT INTO workspace (workspace_id, store_id, created_ms, now_ms) VALUES (?, ?, ?, ?)"_s,
        {workspaceId, storeId, now, now});
    return added ? Result<void>() : added.error();
}

Result<Inventory> SqliteEngine::inventory(Connection &connection) const
{
    Inventory there;
    const Result<void> read =
        connection.read(u"SELECT provider, count(*) FROM conversation WHERE workspace_id = ? "
                        "AND active GROUP BY provider ORDER BY provider"_s,
                        {workspaceId}, [&](const Row &row) {
                            if (const QString provider = row.text(0); !provider.isEmpty())
                                there.providers += provider;
                            there.conversations += row.number(1);
                        });
    if (!read)
        return read.error();
    const Result<void> tagged = connection.read(
        // From each to the next in the index: there are few tags and many rows.
        u"WITH RECURSIVE known (tag) AS (SELECT min(tag) FROM conversation_tag "
        "WHERE workspace_id = ? UNION ALL SELECT (SELECT min(tag) FROM conversation_tag "
        "WHERE workspace_id = ? AND tag > known.tag) FROM known WHERE known.tag IS NOT NULL) "
        "SELECT tag FROM known WHERE tag IS NOT NULL"_s,
        {workspaceId, workspaceId}, [&](const Row &row) { there.tags += row.text(0); });
    return tagged ? Result<Inventory>(there) : tagged.error();
}

Result<void> SqliteEngine::setMoment(Connection &connection, const QDateTime &moment) const
{
    const Result<int> set = connection.change(
        u"UPDATE workspace SET now_ms = ? WHERE workspace_id = ?"_s, {moment, workspaceId});
    return set ? Result<void>() : set.error();
}

} // namespace

const Engine &sqliteEngine()
{
    static const SqliteEngine engine;
    return engine;
}

} // namespace Core
