#pragma once

#include "core/store/statement.h"

#include <memory>

struct pg_conn;
struct pg_result;

namespace Core::Postgres {

/// A statement that libpq has prepared. Qt's driver would write each value into a new statement
/// and make a QVariant of each cell, which takes longer than most statements do.
class ServerStatement final : public Statement
{
    Q_DISABLE_COPY_MOVE(ServerStatement)

public:
    /// Of a driver's connection. `place` is what errors name.
    static Result<std::unique_ptr<Statement>> prepare(pg_conn *connection, const QString &sql,
                                                      const QString &place);
    ~ServerStatement() override;

    Result<void> run(const QVariantList &values, Rows rows) override;
    bool next() override;
    Result<void> end() override;

    int changedRows() const override;
    qint64 insertedRow() const override; ///< of an INSERT that returns it

    QByteArrayView bytes(int column) const override;
    QString text(int column) const override { return QString::fromUtf8(bytes(column)); }
    qint64 number(int column) const override;
    bool isNull(int column) const override;
    QByteArray blob(int column) const override;
    QDateTime time(int column) const override;
    QVariant value(int column) const override;

private:
    ServerStatement(pg_conn *connection, const QString &place);

    void take(pg_result *answer);
    void letGo();

    pg_conn *m_connection;
    QString m_place;
    QByteArray m_name;
    std::unique_ptr<pg_result, void (*)(pg_result *)> m_answer;
    std::optional<Error> m_error; ///< that ended the rows
    int m_row = -1; ///< of m_answer
    bool m_isStreaming = false; ///< further rows may come
};

} // namespace Core::Postgres
