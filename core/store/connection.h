#pragma once

#include "core/base/result.h"
#include "core/store/serverline.h"
#include "core/store/statement.h"

#include <QHash>
#include <QSet>
#include <QSqlDatabase>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>

namespace Core {

class Engine;
class ReadyRow;
class RowWriter;
struct Dialect;

/// One row of an answer, read by column.
class Row
{
public:
    explicit Row(const Statement &statement)
        : m_statement(statement)
    {
    }

    QString text(int column) const { return m_statement.text(column); }
    QByteArray bytes(int column) const { return m_statement.blob(column); }
    qint64 number(int column) const { return m_statement.number(column); }
    bool isTrue(int column) const { return number(column) != 0; }
    bool isNull(int column) const { return m_statement.isNull(column); }
    std::optional<qint64> numberOrNothing(int column) const;
    QDateTime time(int column) const { return m_statement.time(column); } ///< UTC, or invalid
    QVariantList values(int count) const; ///< of the first columns
    const QuickRow &quick() const { return m_statement; }

private:
    const Statement &m_statement;
};

/// One connection to a database. Belongs to the thread that opened it. Statements are
/// prepared once and kept; values are always bound; no statement is left unfinished, because
/// an open SELECT keeps the write-ahead log from being emptied. A connection to a server that was
/// cut is made anew by the next statement or transaction; what was under way has failed.
class Connection
{
    Q_DISABLE_COPY_MOVE(Connection)

public:
    enum class Access {
        ReadWrite,
        Read,
        ReadFrozen, ///< where not even the shared-memory file can be made; nobody else writes
    };

    static Result<std::unique_ptr<Connection>> open(const QString &location, Access access);
    ~Connection();

    /// Without password, where it has one.
    QString location() const { return m_shown; }
    const Engine &engine() const { return m_engine; }
    const Dialect &dialect() const;
    QVariant driverHandle() const;
    /// By which a server tells whose half done rows and whose changes they are. Stays the same when
    /// the connection is made anew.
    int lease() const { return m_lease; }

    /// For whatever thread, to hang up. Stays the same when the connection is made anew.
    std::shared_ptr<ServerLine> line() const { return m_line; }
    /// Whether the connection holds; it is not made anew.
    Result<void> probe();
    /// Hands what is told over `channel` to `take`, in the event loop of this thread, until the
    /// connection is cut.
    Result<void> listen(const QString &channel, const std::function<void(const QString &)> &take);

    /// Runs what has no values and is not worth keeping: one statement, or on a server several.
    Result<void> exec(const QString &sql);

    /// Runs a statement that changes rows; the number of rows changed.
    Result<int> change(const QString &sql, const QVariantList &values = {});
    /// The same with values that were made ready before.
    Result<int> apply(const QString &sql, const ReadyRow &row);

    /// Runs an INSERT of one row; its rowid, or nothing where it was there already.
    Result<std::optional<qint64>> insert(const QString &sql, const QVariantList &values);
    Result<std::optional<qint64>> insert(const QString &sql, const ReadyRow &row);

    /// Hands every row to `reader`, as Row. Where there are many, it asks for nothing meanwhile.
    template <typename Reader>
    Result<void> read(const QString &sql, const QVariantList &values, Reader reader,
                      Statement::Rows rows = Statement::Rows::Few);

    /// Runs a SELECT that changes something for good, but not twice with the same values.
    Result<void> once(const QString &sql, const QVariantList &values);

    /// The first column of the first row; an invalid QVariant where there is no row.
    Result<QVariant> value(const QString &sql, const QVariantList &values = {});

    /// Runs `body`, which returns a Result, in one transaction; rolls back where it fails. Where it
    /// is to begin in another way than usual, `beginning` is how.
    template <typename Body>
    auto inTransaction(Body body, const QString &beginning = {}) -> decltype(body());

    /// Everything until letGo() becomes one transaction; what fails in it, fails all of it.
    Result<void> hold();
    Result<void> letGo(); ///< commits
    void giveUp(); ///< rolls back

private:
    Connection(const QString &location, Access access, QString name);

    bool isOpen() const;
    Error cut() const;
    Result<void> connect();
    Result<void> reconnect();
    Result<void> begin(const QString &beginning);
    void ended(bool isCommitted);
    Result<void> execOnce(const QString &sql);
    Result<Statement *> run(const QString &sql, const QVariantList &values,
                            Statement::Rows rows = Statement::Rows::Few);
    Result<Statement *> runOnce(const QString &sql, const QVariantList &values,
                                Statement::Rows rows);

    QString m_location;
    QString m_shown;
    Access m_access;
    const Engine &m_engine;
    QString m_name; ///< of the QSqlDatabase
    const int m_lease;
    const std::shared_ptr<ServerLine> m_line = std::make_shared<ServerLine>();
    QHash<QString, std::shared_ptr<Statement>> m_prepared; ///< by the common SQL
    std::unique_ptr<RowWriter> m_writer; ///< may be none
    QSet<QString> m_doneOnce; ///< and committed
    QSet<QString> m_doneNow; ///< in this transaction
    bool m_isInTransaction = false;
    bool m_isHeld = false; ///< a transaction of many
};

template <typename Reader>
Result<void> Connection::read(const QString &sql, const QVariantList &values, Reader reader,
                              Statement::Rows rows)
{
    const Result<Statement *> statement = run(sql, values, rows);
    if (!statement)
        return statement.error();
    const Row row(**statement);
    while ((*statement)->next())
        reader(row);
    return (*statement)->end();
}

template <typename Body>
auto Connection::inTransaction(Body body, const QString &beginning) -> decltype(body())
{
    if (m_isHeld)
        return body();
    if (const Result<void> begun = begin(beginning); !begun)
        return begun.error();
    auto result = body();
    if (result) {
        const Result<void> committed = exec(QStringLiteral("COMMIT"));
        if (!committed)
            result = committed.error();
    }
    // Where the engine has rolled back by itself, as it does on a full disk, this one fails.
    if (!result)
        (void)exec(QStringLiteral("ROLLBACK"));
    ended(bool(result));
    return result;
}

} // namespace Core
