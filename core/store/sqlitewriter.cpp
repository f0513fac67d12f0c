#include "core/store/sqlite.h"

#include "core/store/storedvalues.h"

#include <QHash>
#include <QSqlError>
#include <QVarLengthArray>

#include <memory>

#include <sqlite3.h>

namespace Core::Sqlite {

namespace {

using Statement = std::shared_ptr<sqlite3_stmt>;

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

class Writer final : public RowWriter
{
public:
    Writer(sqlite3 *database, const QString &place)
        : m_database(database)
        , m_place(place)
    {
    }

    Result<Done> run(const QString &sql, const QVariantList &values) override;

private:
    using Bytes = QVarLengthArray<QByteArray, 32>;

    Result<sqlite3_stmt *> prepared(const QString &sql);
    static int bind(sqlite3_stmt *statement, int place, const QVariant &value, Bytes &kept);
    Error error() const;

    sqlite3 *m_database;
    QString m_place;
    QHash<QString, Statement> m_prepared;
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

/// The bytes stay where they are until the statement has run, so that they need not be copied.
int Writer::bind(sqlite3_stmt *statement, int place, const QVariant &value, Bytes &kept)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
        return sqlite3_bind_int64(statement, place, value.toLongLong());
    case QMetaType::Double:
        return sqlite3_bind_double(statement, place, value.toDouble());
    case QMetaType::QByteArray: {
        const QByteArray bytes = value.toByteArray();
        if (bytes.isNull())
            return sqlite3_bind_null(statement, place);
        kept.append(bytes);
        return sqlite3_bind_blob64(statement, place, bytes.constData(),
                                   sqlite3_uint64(bytes.size()), SQLITE_STATIC);
    }
    case QMetaType::QString: {
        const QString text = value.toString();
        if (text.isNull())
            return sqlite3_bind_null(statement, place);
        const QByteArray utf8 = text.toUtf8();
        kept.append(utf8);
        return sqlite3_bind_text64(statement, place, utf8.constData(), sqlite3_uint64(utf8.size()),
                                   SQLITE_STATIC, SQLITE_UTF8);
    }
    default:
        break;
    }
    if (!value.isValid())
        return sqlite3_bind_null(statement, place);
    const QVariant plain = plainValue(value);
    const bool isPlain = plain.typeId() == value.typeId();
    return bind(statement, place, isPlain ? QVariant(plain.toString()) : plain, kept);
}

Result<RowWriter::Done> Writer::run(const QString &sql, const QVariantList &values)
{
    const Result<sqlite3_stmt *> statement = prepared(sql);
    if (!statement)
        return statement.error();
    Bytes kept;
    const Reset reset(*statement);
    for (int i = 0; i < values.size(); ++i) {
        if (bind(*statement, i + 1, values[i], kept) != SQLITE_OK)
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
