#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"
#include "core/store/engine.h"
#include "core/store/page.h"

#include <QStringList>

class QSqlDatabase;
class QSqlError;
struct pg_conn;
struct pg_result;

/// All that holds for PostgreSQL and not for other databases. The store has a schema of its own,
/// "skein", in the database that the URL names.
namespace Core::Postgres {

Result<void> prepare(QSqlDatabase &database, const QString &url);
QStringList openingStatements(Connection::Access access);

/// The socket of the driver's connection, which has no limit of its own for waiting; -1: unknown.
int socketOf(const QVariant &handle);
bool isAlive(const QVariant &handle);
/// The process of the server that a driver's connection was told of when it was made.
int processOf(const QVariant &handle);
Result<std::unique_ptr<Statement>> prepared(const QSqlDatabase &database, const QString &sql,
                                            const QString &place);

/// Tells an unreachable server, a refused login, a missing right, a server that cannot hold a
/// store, a full disk and a lock apart.
Error errorFrom(const QSqlError &error, const QString &place);
/// Whether the words of a connection that failed are known; there is no code for it.
bool saysWhyNobodyIsLetIn(const QString &said);
Error pooledByTransaction(const QString &place);
Error errorOf(const pg_conn *connection, const pg_result *answer, const QString &place);

/// Common SQL with the names that times have here.
QString statement(const QString &sql);
QVariant bound(const QVariant &value);

int newestVersion();
/// 0 where there is no store yet.
Result<int> version(Connection &connection);
Result<void> takeSteps(Connection &connection, int version);

/// For a great many rows at once, in an empty store and within one transaction: whether it was
/// begun. See load-begin.sql.
Result<bool> beginLoad(Connection &connection);
Result<void> endLoad(Connection &connection);
/// Some of the messages came without the words by which they are found.
Result<void> searchLater(Connection &connection);

/// Whether nothing can be written over this connection, as on a replica.
Result<bool> isReadOnly(Connection &connection);

/// Marks what this connection begins as its own until it ends.
Result<void> takeLease(Connection &connection);

/// From what triggers keep; see 10-counts.sql.
Result<Inventory> inventory(Connection &connection);
Result<qint64> wrongCounts(Connection &connection);
Result<void> recount(Connection &connection);

/// Fails where the login sees only a part of the store, which never adds up.
Result<QStringList> wholeCheck(Connection &connection);
Result<qint64> wrongIndexEntries(Connection &connection);
Result<QList<SearchHit>> search(Connection &connection, const QStringList &words,
                                const ConversationFilter &filter, int limit,
                                const std::optional<SearchKey> &after);
Result<QList<SearchHit>> hitsIn(Connection &connection, const QStringList &words,
                                const QStringList &conversations);

} // namespace Core::Postgres
