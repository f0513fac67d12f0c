#include "core/store/sqlite.h"

#include <QSqlError>
#include <QUrl>

namespace Core::Sqlite {

using namespace Qt::Literals::StringLiterals;

namespace {

// In conversations. Below the first one, preparing all statements anew costs more than it saves.
constexpr qsizetype smallLot = 50;
constexpr qsizetype largeLot = 1000;

Error::Kind kindOf(int extendedCode)
{
    // Under a file size limit a full disk is told as an I/O error on writing, or on making the
    // shared memory larger.
    constexpr int ioErrorOnWrite = 778;
    constexpr int ioErrorOnSharedMemory = 4874;
    if (extendedCode == ioErrorOnWrite || extendedCode == ioErrorOnSharedMemory)
        return Error::Kind::StoreFull;
    switch (extendedCode & 0xff) {
    case 5: // busy
    case 6: // locked
        return Error::Kind::StoreBusy;
    case 8: // read-only
        return Error::Kind::StoreReadOnly;
    case 11: // corrupt
    case 26: // not a database
        return Error::Kind::StoreDamaged;
    case 13:
        return Error::Kind::StoreFull;
    case 14: // cannot open
        return Error::Kind::FileAccess;
    default:
        return Error::Kind::StoreFailed;
    }
}

} // namespace

void prepare(QSqlDatabase &database, const QString &path, Connection::Access access)
{
    // A lock held by a reader of another process is short.
    QString options = u"QSQLITE_BUSY_TIMEOUT=5000"_s;
    QString name = path;
    if (access != Connection::Access::ReadWrite)
        options += u";QSQLITE_OPEN_READONLY"_s;
    if (access == Connection::Access::ReadFrozen) {
        options += u";QSQLITE_OPEN_URI"_s;
        name = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()) + u"?immutable=1"_s;
    }
    database.setDatabaseName(name);
    database.setConnectOptions(options);
}

QStringList pragmas(Connection::Access access)
{
    QStringList common{u"PRAGMA foreign_keys = ON"_s, u"PRAGMA trusted_schema = OFF"_s,
                       u"PRAGMA cell_size_check = ON"_s};
    if (access != Connection::Access::ReadWrite)
        return common << u"PRAGMA cache_size = -65536"_s << u"PRAGMA query_only = ON"_s
                      << u"PRAGMA wal_autocheckpoint = 0"_s;
    return common << u"PRAGMA cache_size = -131072"_s << u"PRAGMA journal_mode = WAL"_s
                  << u"PRAGMA synchronous = FULL"_s << u"PRAGMA wal_autocheckpoint = 4096"_s
                  << u"PRAGMA journal_size_limit = 67108864"_s;
}

Result<void> beginLot(Connection &connection, qsizetype conversations)
{
    if (conversations < smallLot)
        return {};
    // To check a row, a list of allowed words is made a table of each time, which costs a third of
    // writing the row.
    const Result<void> unchecked = connection.exec(u"PRAGMA ignore_check_constraints = ON"_s);
    if (!unchecked || conversations < largeLot)
        return unchecked;
    // It touches most leaves of the indexes: what does not fit would be written more than once.
    // The next lot needs them again, so the memory is kept.
    return connection.exec(u"PRAGMA cache_size = -393216"_s);
}

Result<void> endLot(Connection &connection)
{
    return connection.exec(u"PRAGMA ignore_check_constraints = OFF"_s);
}

Error errorFrom(const QSqlError &error, const QString &path)
{
    const int code = error.nativeErrorCode().toInt();
    const QString said = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return {.kind = kindOf(code), .detail = u"%1 (%2)"_s.arg(said).arg(code), .where = path};
}

Result<int> schemaVersion(Connection &connection)
{
    const Result<QVariant> version = connection.value(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    return version->toInt();
}

Result<void> setSchemaVersion(Connection &connection, int version)
{
    return connection.exec(u"PRAGMA user_version = %1"_s.arg(version));
}

namespace {

Result<QStringList> checked(Connection &connection, const QString &pragma)
{
    QStringList lines;
    const Result<void> read =
        connection.read(pragma, {}, [&](const Row &row) { lines += row.text(0); });
    if (!read)
        return read.error();
    lines.removeAll(u"ok"_s);
    return lines;
}

} // namespace

Result<QStringList> quickCheck(Connection &connection)
{
    return checked(connection, u"PRAGMA quick_check"_s);
}

Result<QStringList> wholeCheck(Connection &connection)
{
    return checked(connection, u"PRAGMA integrity_check"_s);
}

Result<qint64> brokenReferences(Connection &connection)
{
    qint64 count = 0;
    const Result<void> read =
        connection.read(u"PRAGMA foreign_key_check"_s, {}, [&](const Row &) { ++count; });
    if (!read)
        return read.error();
    return count;
}

Result<void> copyInto(Connection &connection, const QString &path)
{
    // A connection that only asks may not copy either; its file stays closed to writing.
    if (const Result<void> set = connection.exec(u"PRAGMA query_only = OFF"_s); !set)
        return set;
    const Result<int> copied = connection.change(u"VACUUM INTO ?"_s, {path});
    if (const Result<void> set = connection.exec(u"PRAGMA query_only = ON"_s); !set)
        return set;
    return copied ? Result<void>() : copied.error();
}

QString spanJoin(const QString &table, const QString &time, const QString &key,
                 const QString &totals, const QString &condition)
{
    return u"SELECT span.value ->> 0 AS number, %3 AS own, %4 FROM json_each(?) AS span "
           "CROSS JOIN %1 ON workspace_id = ? %5 AND %2 >= span.value ->> 1 "
           "AND %2 < span.value ->> 2 GROUP BY number, own"_s.arg(table, time, key, totals,
                                                                  condition);
}

} // namespace Core::Sqlite
