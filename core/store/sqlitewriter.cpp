#include "core/store/sqlite.h"

#include <QHash>
#include <QSqlError>

#include <deque>
#include <memory>

#include <sqlite3.h>

namespace Core::Sqlite {

namespace {

using Statement = std::shared_ptr<sqlite3_stmt>;

constexpr size_t mostRecent = 8; // more than a conversation is written with

/// Lets a statement go of its values and of what it has locked, however its run ends.
class Reset
{
    Q_DISABLE_COPY_MOVE(Reset)

public:
    explicit Reset(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }
    ~Reset()
    {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }

private:
    sqlite3_stmt *m_statement;
};

int bind(sqlite3_stmt *statement, int place, const PackedRow &row, const PackedRow::Value &value)
{
    using Kind = PackedRow::Value::Kind;
    const auto size = sqlite3_uint64(value.size);
    switch (value.kind) {
    case Kind::Null:
        return sqlite3_bind_null(statement, place);
    case Kind::Number:
        return sqlite3_bind_int64(statement, place, value.number);
    case Kind::Real:
        return sqlite3_bind_double(statement, place, value.real);
    // The bytes stay where they are until the statement has run, and need not be copied.
    case Kind::Text:
        return sqlite3_bind_text64(statement, place, row.bytesOf(value), size, SQLITE_STATIC,
                                   SQLITE_UTF8);
    case Kind::Blob:
        return sqlite3_bind_blob64(statement, place, row.bytesOf(value), size, SQLITE_STATIC);
    }
    Q_UNREACHABLE();
}

class Writer final : public RowWriter
{
public:
    Writer(sqlite3 *database, const QString &place)
        : m_database(database)
        , m_place(place)
    {
    }

    Result<Done> run(const QString &sql, const PackedRow &row) override;

private:
    Result<sqlite3_stmt *> prepared(const QString &sql);
    Result<sqlite3_stmt *> recent(const QString &sql);
    Error error() const;

    struct Recent
    {
        QString sql;
        sqlite3_stmt *statement;
    };

    sqlite3 *m_database;
    QString m_place;
    QHash<QString, Statement> m_prepared;
    std::deque<Recent> m_recent; ///< the newest first
};

Result<sqlite3_stmt *> Writer::prepared(const QString &sql)
{
    if (const auto known = m_prepared.constFind(sql); known != m_prepared.cend())
        return known->get();
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(m_database, utf8.constData(), int(utf8.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
        != SQLITE_OK)
        return error();
    m_prepared.insert(sql, Statement(statement, &sqlite3_finalize));
    return statement;
}

/// Statements of many rows are always the same text: its address tells.
Result<sqlite3_stmt *> Writer::recent(const QString &sql)
{
    for (const Recent &each : m_recent) {
        if (each.sql.constData() == sql.constData() && each.sql.size() == sql.size())
            return each.statement;
    }
    const Result<sqlite3_stmt *> statement = prepared(sql);
    if (!statement)
        return statement;
    if (m_recent.size() == mostRecent)
        m_recent.pop_back();
    m_recent.push_front({sql, *statement}); // a copy: no other text gets its address
    return statement;
}

Result<RowWriter::Done> Writer::run(const QString &sql, const PackedRow &row)
{
    const Result<sqlite3_stmt *> statement = recent(sql);
    if (!statement)
        return statement.error();
    const Reset reset(*statement);
    int place = 0;
    for (const PackedRow::Value &value : row.values()) {
        if (bind(*statement, ++place, row, value) != SQLITE_OK)
            return error();
    }
    int step = sqlite3_step(*statement);
    while (step == SQLITE_ROW)
        step = sqlite3_step(*statement);
    if (step != SQLITE_DONE)
        return error();
    return Done{sqlite3_changes(m_database), sqlite3_last_insert_rowid(m_database)};
}

Error Writer::error() const
{
    return errorFrom(QSqlError({}, QString::fromUtf8(sqlite3_errmsg(m_database)),
                               QSqlError::StatementError,
                               QString::number(sqlite3_extended_errcode(m_database))),
                     m_place);
}

} // namespace

std::unique_ptr<RowWriter> rowWriter(const QVariant &handle, const QString &place)
{
    return std::make_unique<Writer>(*static_cast<sqlite3 *const *>(handle.constData()), place);
}

} // namespace Core::Sqlite
