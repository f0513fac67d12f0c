#include "core/store/connection.h"

#include "core/store/sqlite.h"

#include <QDateTime>
#include <QSqlDriver>
#include <QSqlError>

#include <atomic>

namespace Core {

using namespace Qt::Literals::StringLiterals;

std::optional<qint64> Row::numberOrNothing(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

QDateTime Row::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

QVariantList Row::values(int count) const
{
    QVariantList values;
    values.reserve(count);
    for (int i = 0; i < count; ++i)
        values += isNull(i) ? QVariant() : m_query.value(i);
    return values;
}

Connection::Connection(QString location, QString name)
    : m_location(std::move(location))
    , m_name(std::move(name))
{
}

Connection::~Connection()
{
    m_prepared.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &location, Access access)
{
    static std::atomic<int> count = 0;
    std::unique_ptr<Connection> connection(
        new Connection(location, u"skein-store-%1"_s.arg(++count)));
    QSqlDatabase database = QSqlDatabase::addDatabase(Sqlite::driverName(), connection->m_name);
    Sqlite::prepare(database, location, access);
    if (!database.open())
        return Sqlite::errorFrom(database.lastError(), location);
    for (const QString &pragma : Sqlite::pragmas(access)) {
        if (const Result<void> done = connection->exec(pragma); !done)
            return done.error();
    }
    return connection;
}

QVariant Connection::driverHandle() const
{
    return QSqlDatabase::database(m_name, false).driver()->handle();
}

Result<void> Connection::exec(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return errorOf(query);
    return {};
}

Result<int> Connection::change(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = run(sql, values);
    if (!query)
        return query.error();
    const int changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<std::optional<qint64>> Connection::insert(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = run(sql, values);
    if (!query)
        return query.error();
    const bool isNew = (*query)->numRowsAffected() > 0;
    const qint64 row = (*query)->lastInsertId().toLongLong();
    (*query)->finish();
    return isNew ? std::optional(row) : std::nullopt;
}

Result<QVariant> Connection::value(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = run(sql, values);
    if (!query)
        return query.error();
    const QVariant first = (*query)->next() ? (*query)->value(0) : QVariant();
    if (const Result<void> done = ended(**query); !done)
        return done.error();
    return first;
}

Result<QSqlQuery *> Connection::run(const QString &sql, const QVariantList &values)
{
    std::shared_ptr<QSqlQuery> &query = m_prepared[sql];
    if (!query) {
        auto prepared = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_name, false));
        prepared->setForwardOnly(true);
        if (!prepared->prepare(sql)) {
            const Error error = errorOf(*prepared);
            m_prepared.remove(sql);
            return error;
        }
        query = std::move(prepared);
    }
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, values[i]);
    if (!query->exec()) {
        const Error error = errorOf(*query);
        query->finish();
        return error;
    }
    return query.get();
}

Result<void> Connection::ended(QSqlQuery &query) const
{
    // next() is false at the end and after an error alike.
    const bool failed = query.lastError().isValid();
    const Error error = failed ? errorOf(query) : Error{};
    query.finish();
    if (failed)
        return error;
    return {};
}

Error Connection::errorOf(const QSqlQuery &query) const
{
    return Sqlite::errorFrom(query.lastError(), m_location);
}

} // namespace Core
