#include "core/store/connection.h"

#include "core/store/engine.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QSqlDriver>
#include <QSqlError>

#include <sys/socket.h>

namespace Core {

using namespace Qt::Literals::StringLiterals;

std::optional<qint64> Row::numberOrNothing(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

qint64 Row::plainNumber(int column) const
{
    const QVariant value = m_query.value(column);
    return value.metaType() == QMetaType::fromType<QDateTime>()
        ? value.toDateTime().toMSecsSinceEpoch()
        : value.toLongLong();
}

QDateTime Row::time(int column) const
{
    if (isNull(column))
        return {};
    const QVariant value = m_query.value(column);
    if (value.metaType() == QMetaType::fromType<QDateTime>())
        return value.toDateTime().toUTC();
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

QVariantList Row::values(int count) const
{
    QVariantList values;
    values.reserve(count);
    for (int i = 0; i < count; ++i)
        values += isNull(i) ? QVariant() : m_query.value(i);
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
    m_socket = -1;
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
        return m_engine.errorFrom(database.lastError(), m_shown);
    m_socket = m_engine.socketOf(database.driver()->handle());
    m_writer = m_engine.rowWriter(database.driver()->handle(), m_shown);
    for (const QString &statement : m_engine.openingStatements(m_access)) {
        if (const Result<void> done = execOnce(statement); !done)
            return done.error();
    }
    return m_engine.whenConnected(*this, m_access);
}

void Connection::hangUp()
{
    if (const int socket = m_socket; socket >= 0)
        ::shutdown(socket, SHUT_RDWR);
}

Result<void> Connection::probe()
{
    return execOnce(u"SELECT 1"_s);
}

/// The driver notices a cut, but tells nobody.
bool Connection::isOpen() const
{
    return QSqlDatabase::database(m_name, false).isOpen();
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
    m_socket = -1;
    QSqlDatabase::database(m_name, false).close();
    return connect();
}

Result<void> Connection::begin()
{
    m_doneOnce.clear();
    const Result<void> begun = exec(dialect().begin);
    m_isInTransaction = bool(begun);
    return begun;
}

Result<void> Connection::hold()
{
    const Result<void> begun = begin();
    m_isHeld = bool(begun);
    return begun;
}

Result<void> Connection::letGo()
{
    const Result<void> committed = exec(u"COMMIT"_s);
    if (!committed)
        (void)exec(u"ROLLBACK"_s);
    m_isHeld = m_isInTransaction = false;
    return committed;
}

void Connection::giveUp()
{
    (void)exec(u"ROLLBACK"_s);
    m_isHeld = m_isInTransaction = false;
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
        return errorOf(query);
    return {};
}

Result<void> Connection::once(const QString &sql, const QVariantList &values)
{
    QString key = sql;
    for (const QVariant &each : values)
        key += u'\n' + each.toString();
    if (m_doneOnce.contains(key))
        return {};
    const Result<QVariant> done = value(sql, values);
    if (!done)
        return done.error();
    m_doneOnce.insert(key);
    return {};
}

Result<int> Connection::change(const QString &sql, const QVariantList &values)
{
    if (m_writer) {
        const Result<RowWriter::Done> done = m_writer->run(sql, values);
        return done ? Result<int>(done->rows) : done.error();
    }
    const Result<QSqlQuery *> query = run(sql, values);
    if (!query)
        return query.error();
    const int changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<std::optional<qint64>> Connection::insert(const QString &sql, const QVariantList &values)
{
    if (m_writer) {
        const Result<RowWriter::Done> done = m_writer->run(sql, values);
        if (!done)
            return done.error();
        return done->rows > 0 ? std::optional(done->lastRow) : std::nullopt;
    }
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
    Result<QSqlQuery *> query = runOnce(sql, values);
    if (query || m_isInTransaction || !isCut(query.error()))
        return query;
    if (const Result<void> again = reconnect(); !again)
        return again.error();
    return runOnce(sql, values);
}

Result<QSqlQuery *> Connection::runOnce(const QString &sql, const QVariantList &values)
{
    if (!isOpen())
        return cut();
    std::shared_ptr<QSqlQuery> &query = m_prepared[sql];
    if (!query) {
        auto prepared = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_name, false));
        prepared->setForwardOnly(true);
        if (!prepared->prepare(m_engine.statement(sql))) {
            const Error error = errorOf(*prepared);
            m_prepared.remove(sql);
            return error;
        }
        query = std::move(prepared);
    }
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, m_engine.bound(values[i]));
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
    return m_engine.errorFrom(query.lastError(), m_shown);
}

} // namespace Core
