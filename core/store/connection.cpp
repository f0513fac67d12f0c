#include "core/store/connection.h"

#include "core/store/engine.h"
#include "core/store/readyrow.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>

namespace Core {

using namespace Qt::Literals::StringLiterals;

std::optional<qint64> Row::numberOrNothing(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

QVariantList Row::values(int count) const
{
    QVariantList values;
    values.reserve(count);
    for (int i = 0; i < count; ++i)
        values += isNull(i) ? QVariant() : m_statement.value(i);
    return values;
}

Connection::Connection(const QString &location, Access access, QString name)
    : m_location(location)
    , m_shown(engineFor(location).shownLocation(location))
    , m_access(access)
    , m_engine(engineFor(location))
    , m_name(std::move(name))
    // Two that draw the same number take each other for alive: nothing is lost by that.
    , m_lease(int(QRandomGenerator::system()->bounded(1, 0x7fffffff)))
{
}

Connection::~Connection()
{
    m_prepared.clear();
    m_writer.reset();
    m_line->set(-1);
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &location, Access access)
{
    static std::atomic<int> count = 0;
    std::unique_ptr<Connection> connection(
        new Connection(location, access, u"skein-store-%1"_s.arg(++count)));
    QSqlDatabase database =
        QSqlDatabase::addDatabase(connection->m_engine.driverName(), connection->m_name);
    const Result<void> prepared = connection->m_engine.prepare(database, location, access);
    if (!prepared)
        return prepared.error();
    if (const Result<void> connected = connection->connect(); !connected)
        return connected.error();
    return connection;
}

QVariant Connection::driverHandle() const
{
    return QSqlDatabase::database(m_name, false).driver()->handle();
}

const Dialect &Connection::dialect() const
{
    return m_engine.dialect();
}

Result<void> Connection::connect()
{
    QSqlDatabase database = QSqlDatabase::database(m_name, false);
    if (!database.open())
        return m_engine.openingError(database.lastError(), m_location, m_shown);
    m_line->set(m_engine.socketOf(database.driver()->handle()));
    m_writer = m_engine.rowWriter(database.driver()->handle(), m_shown);
    for (const QString &statement : m_engine.openingStatements(m_access)) {
        if (const Result<void> done = execOnce(statement); !done)
            return done.error();
    }
    return m_engine.whenConnected(*this, m_access);
}

Result<void> Connection::probe()
{
    return execOnce(u"SELECT 1"_s);
}

/// A cut is noticed, but told to nobody.
bool Connection::isOpen() const
{
    const QSqlDatabase database = QSqlDatabase::database(m_name, false);
    return database.isOpen() && m_engine.isAlive(database.driver()->handle());
}

Error Connection::cut() const
{
    return {.kind = Error::Kind::StoreUnreachable,
            .detail = u"the connection was cut"_s,
            .where = m_shown};
}

Result<void> Connection::listen(const QString &channel,
                                const std::function<void(const QString &)> &take)
{
    QSqlDriver *driver = QSqlDatabase::database(m_name, false).driver();
    if (!driver->subscribeToNotification(channel))
        return m_engine.errorFrom(driver->lastError(), m_shown);
    QObject::connect(driver, &QSqlDriver::notification, driver,
                     [take](const QString &, QSqlDriver::NotificationSource,
                            const QVariant &payload) { take(payload.toString()); });
    return {};
}

Result<void> Connection::reconnect()
{
    m_prepared.clear();
    m_doneOnce.clear(); // after a fail-over it may be another server
    m_line->set(-1);
    QSqlDatabase::database(m_name, false).close();
    return connect();
}

Result<void> Connection::begin(const QString &beginning)
{
    m_doneNow.clear();
    const Result<void> begun = exec(beginning.isEmpty() ? dialect().begin : beginning);
    m_isInTransaction = bool(begun);
    if (!begun) // a part of it may have been done
        (void)execOnce(u"ROLLBACK"_s);
    return begun;
}

void Connection::ended(bool isCommitted)
{
    if (isCommitted)
        m_doneOnce.unite(m_doneNow);
    m_doneNow.clear();
    m_isInTransaction = false;
}

Result<void> Connection::hold()
{
    const Result<void> begun = begin({});
    m_isHeld = bool(begun);
    return begun;
}

Result<void> Connection::letGo()
{
    const Result<void> committed = exec(u"COMMIT"_s);
    if (!committed)
        (void)exec(u"ROLLBACK"_s);
    m_isHeld = false;
    ended(bool(committed));
    return committed;
}

void Connection::giveUp()
{
    (void)exec(u"ROLLBACK"_s);
    m_isHeld = false;
    ended(false);
}

namespace {

bool isCut(const Error &error)
{
    return error.kind == Error::Kind::StoreUnreachable;
}

} // namespace

Result<void> Connection::exec(const QString &sql)
{
    Result<void> done = execOnce(sql);
    if (done || m_isInTransaction || !isCut(done.error()))
        return done;
    if (const Result<void> again = reconnect(); !again)
        return again;
    return execOnce(sql);
}

Result<void> Connection::execOnce(const QString &sql)
{
    if (!isOpen())
        return cut();
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    // Of several statements exec() tells only how the first has ended.
    bool more = query.exec(sql);
    while (more)
        more = query.nextResult();
    if (query.lastError().isValid())
        return m_engine.errorFrom(query.lastError(), m_shown);
    return {};
}

Result<void> Connection::once(const QString &sql, const QVariantList &values)
{
    QString key = sql;
    for (const QVariant &each : values)
        key += u'\n' + each.toString();
    if (m_doneOnce.contains(key) || m_doneNow.contains(key))
        return {};
    const Result<QVariant> done = value(sql, values);
    if (!done)
        return done.error();
    (m_isInTransaction ? m_doneNow : m_doneOnce).insert(key);
    return {};
}

Result<int> Connection::change(const QString &sql, const QVariantList &values)
{
    return apply(sql, ReadyRow(values, m_engine));
}

Result<int> Connection::apply(const QString &sql, const ReadyRow &row)
{
    if (m_writer) {
        const Result<RowWriter::Done> done = m_writer->run(sql, row.packed());
        return done ? Result<int>(done->rows) : done.error();
    }
    const Result<Statement *> statement = run(sql, row.values());
    if (!statement)
        return statement.error();
    const int changed = (*statement)->changedRows();
    const Result<void> ended = (*statement)->end();
    return ended ? Result<int>(changed) : ended.error();
}

Result<std::optional<qint64>> Connection::insert(const QString &sql, const QVariantList &values)
{
    return insert(sql, ReadyRow(values, m_engine));
}

Result<std::optional<qint64>> Connection::insert(const QString &sql, const ReadyRow &row)
{
    if (m_writer) {
        const Result<RowWriter::Done> done = m_writer->run(sql, row.packed());
        if (!done)
            return done.error();
        return done->rows > 0 ? std::optional(done->lastRow) : std::nullopt;
    }
    const Result<Statement *> statement = run(sql + dialect().returningRow, row.values());
    if (!statement)
        return statement.error();
    const bool isNew = (*statement)->changedRows() > 0;
    const qint64 place = isNew ? (*statement)->insertedRow() : 0;
    if (const Result<void> ended = (*statement)->end(); !ended)
        return ended.error();
    return isNew ? std::optional(place) : std::nullopt;
}

Result<QVariant> Connection::value(const QString &sql, const QVariantList &values)
{
    const Result<Statement *> statement = run(sql, values);
    if (!statement)
        return statement.error();
    const QVariant first = (*statement)->next() ? (*statement)->value(0) : QVariant();
    if (const Result<void> ended = (*statement)->end(); !ended)
        return ended.error();
    return first;
}

Result<Statement *> Connection::run(const QString &sql, const QVariantList &values,
                                    Statement::Rows rows)
{
    Result<Statement *> statement = runOnce(sql, values, rows);
    if (statement || m_isInTransaction || !isCut(statement.error()))
        return statement;
    if (const Result<void> again = reconnect(); !again)
        return again.error();
    return runOnce(sql, values, rows);
}

Result<Statement *> Connection::runOnce(const QString &sql, const QVariantList &values,
                                        Statement::Rows rows)
{
    if (!isOpen())
        return cut();
    std::shared_ptr<Statement> &statement = m_prepared[sql];
    if (!statement) {
        Result<std::unique_ptr<Statement>> prepared = m_engine.prepared(
            QSqlDatabase::database(m_name, false), m_engine.statement(sql), m_shown);
        if (!prepared) {
            m_prepared.remove(sql);
            return prepared.error();
        }
        statement = *std::move(prepared);
    }
    QVariantList own;
    own.reserve(values.size());
    for (const QVariant &value : values)
        own.append(m_engine.bound(value));
    if (const Result<void> done = statement->run(own, rows); !done)
        return done.error();
    return statement.get();
}

} // namespace Core
