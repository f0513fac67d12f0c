#include "core/store/postgres.h"

#include "core/store/postgresstatement.h"
#include "core/store/serveraddress.h"
#include "core/store/storedvalues.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

#include <libpq-fe.h>

#include <array>
#include <clocale>

namespace Core::Postgres {

using namespace Qt::Literals::StringLiterals;

namespace {

QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

/// A server that is gone must be noticed in seconds: neither libpq nor the kernel hurries.
QString connectOptions(const ServerAddress &address)
{
    QStringList options{u"application_name=skein"_s, u"keepalives_idle=5"_s,
                        u"keepalives_interval=2"_s, u"keepalives_count=3"_s,
                        u"tcp_user_timeout=6000"_s};
    bool hasTimeout = false;
    for (const auto &[name, value] : address.options) {
        options += name + u'=' + quoted(value);
        hasTimeout = hasTimeout || name == "connect_timeout"_L1;
    }
    if (!hasTimeout)
        options += u"connect_timeout=3"_s;
    return options.join(u';');
}

} // namespace

Result<void> prepare(QSqlDatabase &database, const QString &url)
{
    const Result<ServerAddress> address = ServerAddress::fromUrl(url);
    if (!address)
        return address.error();
    // A login that fails has no code, only words. These are libpq's; see loginError().
    setlocale(LC_MESSAGES, "C");
    database.setHostName(address->host);
    database.setPort(address->port);
    database.setDatabaseName(address->database);
    database.setUserName(address->user);
    database.setPassword(address->password);
    database.setConnectOptions(connectOptions(*address));
    // Sums are of the type numeric, which would become a double.
    database.setNumericalPrecisionPolicy(QSql::HighPrecision);
    return {};
}

QStringList openingStatements(Connection::Access access)
{
    // One thread reads at a time here, and short queries come by the thousand.
    QString settings = u"SET search_path = skein, public; SET timezone = 'UTC'; "
                       "SET lock_timeout = '5s'; SET jit = off"_s;
    // What writes asks for rows by their keys: another plan for other values would be the same, and
    // making it takes longer than the statement, five times over for each.
    settings += access == Connection::Access::ReadWrite
        ? u"; SET plan_cache_mode = force_generic_plan"_s
        : u"; SET statement_timeout = '60s'; SET default_transaction_read_only = on"_s;
    return {settings};
}

namespace {

PGconn *connectionOf(const QVariant &handle)
{
    return handle.isValid() ? *static_cast<PGconn *const *>(handle.constData()) : nullptr;
}

} // namespace

int socketOf(const QVariant &handle)
{
    return PQsocket(connectionOf(handle));
}

bool isAlive(const QVariant &handle)
{
    return PQstatus(connectionOf(handle)) == CONNECTION_OK;
}

int processOf(const QVariant &handle)
{
    return PQbackendPID(connectionOf(handle));
}

Result<std::unique_ptr<Statement>> prepared(const QSqlDatabase &database, const QString &sql,
                                            const QString &place)
{
    return ServerStatement::prepare(connectionOf(database.driver()->handle()), sql, place);
}

namespace {

struct Meaning
{
    QLatin1String state; ///< an SQLSTATE, or the class that it begins with
    Error::Kind kind;
};

// Looked through from the top.
constexpr std::array meanings{
    Meaning{"08"_L1, Error::Kind::StoreUnreachable}, // connection
    Meaning{"57P0"_L1, Error::Kind::StoreUnreachable}, // shutting down or starting
    Meaning{"53100"_L1, Error::Kind::StoreFull},
    Meaning{"53"_L1, Error::Kind::StoreUnreachable}, // too many connections, no memory
    Meaning{"28"_L1, Error::Kind::StoreDenied}, // login
    Meaning{"42501"_L1, Error::Kind::StoreDenied}, // a right
    Meaning{"3D000"_L1, Error::Kind::StoreUnfit}, // no such database
    Meaning{"0A000"_L1, Error::Kind::StoreUnfit}, // not supported: an extension, an encoding
    Meaning{"58P01"_L1, Error::Kind::StoreUnfit}, // a file of an extension is missing
    Meaning{"25006"_L1, Error::Kind::StoreReadOnly},
    Meaning{"40"_L1, Error::Kind::StoreBusy}, // deadlock, serialization
    Meaning{"55P03"_L1, Error::Kind::StoreBusy}, // lock timeout
    Meaning{"57014"_L1, Error::Kind::TimedOut},
    Meaning{"XX00"_L1, Error::Kind::StoreDamaged},
    Meaning{"22"_L1, Error::Kind::BadInput},
    Meaning{"23502"_L1, Error::Kind::BadInput}, // an id that is none
    Meaning{"26000"_L1, Error::Kind::StoreUnfit}, // a statement that was prepared is gone
};

/// A connection that fails has no SQLSTATE, only words. These are the server's or libpq's.
std::optional<Error::Kind> kindOfFailedLogin(const QString &said)
{
    for (const QLatin1String word : {"SSL SYSCALL"_L1, "unexpectedly"_L1, // it was cut
                                     "too many"_L1, "slots are reserved"_L1, // it is full
                                     "database system is"_L1}) { // it begins or ends
        if (said.contains(word))
            return Error::Kind::StoreUnreachable;
    }
    for (const QLatin1String word : {"password"_L1, "authentication"_L1, "role \""_L1,
                                     "pg_hba.conf"_L1, "permission denied"_L1}) {
        if (said.contains(word))
            return Error::Kind::StoreDenied;
    }
    if (said.contains("database \""_L1))
        return Error::Kind::StoreUnfit;
    for (const QLatin1String word : {"certificate"_L1, "SSL"_L1}) {
        if (said.contains(word))
            return Error::Kind::TlsFailed;
    }
    return std::nullopt;
}

/// Nobody takes away what was prepared but a pooler with another connection behind it.
const QString pooled = u"a pooler before it hands out its connections by transaction; it has to do "
                       "so by session (pgbouncer: pool_mode = session)"_s;

Error::Kind kindOf(const QString &state, const QString &said)
{
    if (state.isEmpty())
        return kindOfFailedLogin(said).value_or(Error::Kind::StoreUnreachable);
    for (const Meaning &meaning : meanings) {
        if (state.startsWith(meaning.state))
            return meaning.kind;
    }
    return Error::Kind::StoreFailed;
}

} // namespace

bool saysWhyNobodyIsLetIn(const QString &said)
{
    return kindOfFailedLogin(said).has_value();
}

Error errorFrom(const QSqlError &error, const QString &place)
{
    const QString state = error.nativeErrorCode();
    QString said = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    said.remove(QRegularExpression(u"\\s*\\((\\w{5})?\\)$"_s)); // the driver adds the code
    QString detail =
        state.isEmpty() ? said.simplified() : u"%1 (%2)"_s.arg(said.simplified(), state);
    if (state == "26000"_L1)
        detail += u"; "_s + pooled;
    return {.kind = kindOf(state, said), .detail = detail, .where = place};
}

Error errorOf(const pg_conn *connection, const pg_result *answer, const QString &place)
{
    const char *state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
    const char *said = PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
    return errorFrom(QSqlError({}, QString::fromUtf8(said ? said : PQerrorMessage(connection)),
                               QSqlError::StatementError,
                               QString::fromLatin1(state ? state : "08006")),
                     place);
}

Error pooledByTransaction(const QString &place)
{
    return {.kind = Error::Kind::StoreUnfit, .detail = pooled, .where = place};
}

QString statement(const QString &sql)
{
    static const QRegularExpression times(u"\\b(created|updated|since|until)_ms\\b"_s);
    static const QRegularExpression moment(u"\\bat_ms\\b"_s);
    QString own = sql;
    return own.replace(times, u"\\1_at"_s).replace(moment, u"happened_at"_s);
}

QVariant bound(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<StoredId>()) {
        // No id, and none that there can be: NULL equals nothing.
        const QUuid id = QUuid::fromString(value.value<StoredId>().text);
        return id.isNull() ? QVariant(QMetaType::fromType<QString>())
                           : id.toString(QUuid::WithoutBraces);
    }
    if (value.metaType() == QMetaType::fromType<StoredJson>()) {
        const QString text = value.value<StoredJson>().text;
        return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : text;
    }
    if (value.metaType() == QMetaType::fromType<QDateTime>()) {
        const QDateTime time = value.toDateTime();
        return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : u"-infinity"_s;
    }
    return value;
}

Result<void> takeLease(Connection &connection)
{
    const int lease = connection.lease();
    // A second is what asking may take.
    const Result<QVariant> taken = connection.value(
        u"SELECT set_config('skein.lease', ?, false), pg_advisory_lock_shared(1936420206, ?), "
        "set_config('skein.skew', CASE WHEN abs(skew) > 1 THEN skew::text ELSE '' END, false) "
        "FROM (SELECT extract(epoch FROM clock_timestamp()) - ?::bigint / 1000.0 AS skew) AS clocks"_s,
        {QString::number(lease), lease, QDateTime::currentMSecsSinceEpoch()});
    return taken ? Result<void>() : taken.error();
}

} // namespace Core::Postgres
