#include "core/store/sqlite.h"

#include <sqlite3.h>

#include <memory>

namespace Core::Sqlite {

namespace {

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Error errorOf(sqlite3 *database, const Connection &connection)
{
    return {.kind = Error::Kind::StoreFailed,
            .detail = QString::fromUtf8(sqlite3_errmsg(database)),
            .where = connection.location()};
}

class StatementRow final : public QuickRow
{
public:
    explicit StatementRow(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }

    QByteArrayView bytes(int column) const override
    {
        const unsigned char *text = sqlite3_column_text(m_statement, column);
        return {text, qsizetype(sqlite3_column_bytes(m_statement, column))};
    }
    QString text(int column) const override { return QString::fromUtf8(bytes(column)); }
    qint64 number(int column) const override { return sqlite3_column_int64(m_statement, column); }
    bool isNull(int column) const override
    {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    }

private:
    sqlite3_stmt *m_statement;
};

bool bind(sqlite3_stmt *statement, int place, const QVariant &value)
{
    if (value.typeId() != QMetaType::QString)
        return sqlite3_bind_int64(statement, place, value.toLongLong()) == SQLITE_OK;
    const QByteArray utf8 = value.toString().toUtf8();
    return sqlite3_bind_text(statement, place, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT)
        == SQLITE_OK;
}

} // namespace

Result<void> readQuickly(Connection &connection, const QString &sql, const QVariantList &values,
                         const TakeRow &take)
{
    const QVariant handle = connection.driverHandle();
    auto *database = *static_cast<sqlite3 *const *>(handle.constData());
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *prepared = nullptr;
    if (sqlite3_prepare_v2(database, utf8.constData(), int(utf8.size()), &prepared, nullptr)
        != SQLITE_OK)
        return errorOf(database, connection);
    const Statement statement(prepared, &sqlite3_finalize);
    for (int i = 0; i < values.size(); ++i) {
        if (!bind(prepared, i + 1, values[i]))
            return errorOf(database, connection);
    }
    const StatementRow row(prepared);
    int step = sqlite3_step(prepared);
    for (; step == SQLITE_ROW; step = sqlite3_step(prepared))
        take(row);
    return step == SQLITE_DONE ? Result<void>() : errorOf(database, connection);
}

} // namespace Core::Sqlite
