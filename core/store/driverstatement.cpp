#include "core/store/driverstatement.h"

#include "core/store/engine.h"

#include <QSqlError>

namespace Core {

DriverStatement::DriverStatement(const QSqlDatabase &database, const Engine &engine,
                                 const QString &place)
    : m_query(database)
    , m_engine(engine)
    , m_place(place)
{
    m_query.setForwardOnly(true);
}

Result<std::unique_ptr<Statement>> DriverStatement::prepare(const QSqlDatabase &database,
                                                            const QString &sql,
                                                            const Engine &engine,
                                                            const QString &place)
{
    std::unique_ptr<DriverStatement> statement(new DriverStatement(database, engine, place));
    if (!statement->m_query.prepare(sql))
        return statement->error();
    return std::unique_ptr<Statement>(std::move(statement));
}

Result<void> DriverStatement::run(const QVariantList &values, Rows)
{
    for (int i = 0; i < values.size(); ++i)
        m_query.bindValue(i, values[i]);
    if (m_query.exec())
        return {};
    const Error failed = error();
    m_query.finish();
    return failed;
}

Result<void> DriverStatement::end()
{
    const bool hasFailed = m_query.lastError().isValid();
    const Error failed = hasFailed ? error() : Error{};
    m_query.finish();
    return hasFailed ? Result<void>(failed) : Result<void>();
}

QByteArrayView DriverStatement::bytes(int column) const
{
    m_bytes.resize(qMax(m_bytes.size(), column + 1));
    return m_bytes[column] = text(column).toUtf8();
}

QDateTime DriverStatement::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

Error DriverStatement::error() const
{
    return m_engine.errorFrom(m_query.lastError(), m_place);
}

} // namespace Core
