#pragma once

#include "core/store/statement.h"

#include <QList>
#include <QSqlQuery>

namespace Core {

class Engine;

/// A statement as Qt's driver runs it.
class DriverStatement final : public Statement
{
    Q_DISABLE_COPY_MOVE(DriverStatement)

public:
    /// `place` is what errors name.
    static Result<std::unique_ptr<Statement>> prepare(const QSqlDatabase &database,
                                                      const QString &sql, const Engine &engine,
                                                      const QString &place);

    Result<void> run(const QVariantList &values, Rows rows) override;
    bool next() override { return m_query.next(); }
    Result<void> end() override;

    int changedRows() const override { return m_query.numRowsAffected(); }
    qint64 insertedRow() const override { return m_query.lastInsertId().toLongLong(); }

    QByteArrayView bytes(int column) const override;
    QString text(int column) const override { return m_query.value(column).toString(); }
    qint64 number(int column) const override { return m_query.value(column).toLongLong(); }
    bool isNull(int column) const override { return m_query.isNull(column); }
    QByteArray blob(int column) const override { return m_query.value(column).toByteArray(); }
    QDateTime time(int column) const override;
    QVariant value(int column) const override { return m_query.value(column); }

private:
    DriverStatement(const QSqlDatabase &database, const Engine &engine, const QString &place);
    Error error() const;

    QSqlQuery m_query;
    const Engine &m_engine;
    QString m_place;
    mutable QList<QByteArray> m_bytes; ///< by column
};

} // namespace Core
