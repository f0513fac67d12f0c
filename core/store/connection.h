#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>

namespace Core {

/// One connection to an SQLite file, with its prepared statements. Belongs to the thread that
/// opened it. Errors carry StoreFull, StoreReadOnly, StoreDamaged or StoreFailed.
class Connection
{
    Q_DISABLE_COPY_MOVE(Connection)

public:
    Connection();
    ~Connection();

    Result<void> open(const QString &path, bool readOnly);

    /// Runs one statement. `statement` is a literal; values are always bound. The query stays
    /// the connection's and is reused for the same statement: read it out before the next run.
    Result<QSqlQuery *> run(const QString &statement, const QVariantList &values = {});

    /// Runs statements without values, one after the other.
    Result<void> execute(const QStringList &statements);

    /// Runs `work` between BEGIN IMMEDIATE and COMMIT; whatever fails rolls all of it back.
    /// QSqlDatabase::transaction() is BEGIN DEFERRED, which fails at once where another
    /// connection wrote in between (SQLITE_BUSY_SNAPSHOT).
    Result<void> inTransaction(const std::function<Result<void>()> &work);

    Error errorFrom(const QSqlError &error) const;

private:
    QString m_name;
    QString m_path;
    QSqlDatabase m_database;
    QHash<QString, QSqlQuery> m_prepared;
};

} // namespace Core
