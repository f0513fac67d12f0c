#include "core/store/connection.h"

#include "core/base/id.h"

#include <QSqlError>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

Error::Kind kindOf(const QString &code)
{
    const int primary = code.toInt() & 0xff;
    switch (primary) {
    case 8: // SQLITE_READONLY
        return Error::Kind::StoreReadOnly;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return Error::Kind::StoreDamaged;
    case 13: // SQLITE_FULL
        return Error::Kind::StoreFull;
    default: // 778, SQLITE_IOERR_WRITE, is what a file size limit and some full disks give
        return code.toInt() == 778 ? Error::Kind::StoreFull : Error::Kind::StoreFailed;
    }
}

} // namespace

Connection::Connection()
    : m_name(u"skein-"_s + newId())
{
}

Connection::~Connection()
{
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> Connection::open(const QString &path, bool readOnly)
{
    m_path = path;
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(readOnly ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                          : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!m_database.open())
        return errorFrom(m_database.lastError());
    return {};
}

Result<QSqlQuery *> Connection::run(const QString &statement, const QVariantList &values)
{
    auto found = m_prepared.find(statement);
    if (found == m_prepared.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(statement))
            return errorFrom(query.lastError());
        found = m_prepared.insert(statement, std::move(query));
    }
    QSqlQuery &query = *found;
    query.finish();
    for (qsizetype i = 0; i < values.size(); ++i) {
        // In Qt 6 QVariant::isNull() does not look into the text, but the driver does.
        const bool nullText =
            values[i].typeId() == QMetaType::QString && values[i].toString().isNull();
        query.bindValue(int(i), nullText ? QVariant(u""_s) : values[i]); // '' and not NULL
    }
    if (!query.exec())
        return errorFrom(query.lastError());
    return &query;
}

Result<void> Connection::execute(const QStringList &statements)
{
    QSqlQuery query(m_database);
    for (const QString &statement : statements) {
        if (!query.exec(statement))
            return errorFrom(query.lastError());
        query.finish();
    }
    return {};
}

Result<void> Connection::inTransaction(const std::function<Result<void>()> &work)
{
    if (const auto begun = execute({u"BEGIN IMMEDIATE"_s}); !begun)
        return begun;
    Result<void> done = work();
    for (QSqlQuery &query : m_prepared)
        query.finish(); // an open statement would keep the transaction open
    if (done)
        done = execute({u"COMMIT"_s});
    if (!done) {
        // Some errors end the transaction by themselves; a second end then does no harm.
        const auto rolledBack = execute({u"ROLLBACK"_s});
        Q_UNUSED(rolledBack)
    }
    return done;
}

Error Connection::errorFrom(const QSqlError &error) const
{
    return {.kind = kindOf(error.nativeErrorCode()), .detail = error.text(), .where = m_path};
}

} // namespace Core
