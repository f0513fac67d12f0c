#include "core/store/storeserver.h"

#include "core/store/engine.h"
#include "core/store/migrations.h"
#include "core/store/postgres.h"
#include "core/store/serveraddress.h"
#include "core/store/storefile.h"

#include <QRandomGenerator>
#include <QTcpSocket>
#include <QThread>

namespace Core {

using namespace Qt::Literals::StringLiterals;

StoreServer::StoreServer(const QString &url, const Clock &clock)
    : m_url(url)
    , m_clock(clock)
{
}

namespace {

/// Where hundreds come to work at the same minute, a server that is well lets nobody in within the
/// time after which one that is gone is given up.
constexpr int mostKnocks = 5;
constexpr int waitMs = 300; ///< at most, longer each time
constexpr int reachMs = 1'000; ///< to a server that is there

bool isThere(const QString &url)
{
    const Result<ServerAddress> address = ServerAddress::fromUrl(url);
    if (!address || address->host.isEmpty() || address->host.startsWith(u'/'))
        return bool(address); // a socket in a folder
    QTcpSocket socket;
    socket.connectToHost(address->host, quint16(address->port < 0 ? 5432 : address->port));
    return socket.waitForConnected(reachMs);
}

/// Whether it was too slow or too full, and not gone.
bool isCrowded(const Error &error)
{
    return error.kind == Error::Kind::StoreUnreachable
        && (error.detail.contains("timeout expired"_L1) || error.detail.contains("too many"_L1)
            || error.detail.contains("slots are reserved"_L1)
            || error.detail.contains("(53300)"_L1)); // the same in another language
}

Result<std::unique_ptr<Connection>> knock(const QString &url)
{
    auto opened = Connection::open(url, Connection::Access::ReadWrite);
    for (int knocks = 1; knocks < mostKnocks && !opened; ++knocks) {
        if (!isCrowded(opened.error()) || !isThere(url))
            return opened;
        QThread::msleep(QRandomGenerator::global()->bounded(waitMs * knocks));
        opened = Connection::open(url, Connection::Access::ReadWrite);
    }
    return opened;
}

Result<int> processOf(Connection &connection)
{
    const Result<QVariant> process = connection.value(u"SELECT pg_backend_pid()"_s);
    return process ? Result<int>(process->toInt()) : process.error();
}

/// Locks, settings, statements and listening are those of a session. Where another connection is
/// given the same one of the server, there is none.
Result<void> requireSession(Connection &connection, const QString &url)
{
    const Result<int> process = processOf(connection);
    if (!process || *process == Postgres::processOf(connection.driverHandle()))
        return process ? Result<void>() : process.error();
    const auto second = Connection::open(url, Connection::Access::Read);
    if (!second)
        return second.error();
    const Result<int> other = processOf(**second);
    if (!other)
        return other.error();
    return *other == *process ? Postgres::pooledByTransaction(connection.location())
                              : Result<void>();
}

} // namespace

Result<std::unique_ptr<Connection>> StoreServer::open()
{
    auto opened = knock(m_url);
    if (opened) {
        if (const Result<void> session = requireSession(**opened, m_url); !session)
            return session.error();
    }
    if (!opened)
        return opened;
    if (const Result<void> prepared = prepare(**opened); !prepared)
        return prepared.error();
    return m_whyReadOnly ? openReader() : std::move(opened);
}

Result<void> StoreServer::prepare(Connection &connection)
{
    const Engine &engine = connection.engine();
    const Result<int> version = engine.version(connection);
    if (!version)
        return version.error();
    if (*version > engine.newestVersion()) {
        m_whyReadOnly =
            Error{.kind = Error::Kind::StoreNewer,
                  .detail = u"version %1, and this program knows %2"_s.arg(*version).arg(
                      engine.newestVersion()),
                  .where = connection.location()};
        return {};
    }
    const Result<bool> readOnly = Postgres::isReadOnly(connection);
    if (!readOnly)
        return readOnly.error();
    if (*readOnly) {
        m_whyReadOnly = Error{.kind = Error::Kind::StoreReadOnly, .where = connection.location()};
        return {};
    }
    const Result<void> migrated = migrate(connection, m_clock);
    const bool isOlder = *version > 0 && *version < engine.newestVersion();
    if (!migrated && isOlder && migrated.error().kind == Error::Kind::StoreDenied)
        return Error{.kind = Error::Kind::StoreUnfit,
                     .detail = u"its version is %1 and this program needs %2; whoever owns the "
                               "store must open it once with this program"_s.arg(*version)
                                   .arg(engine.newestVersion()),
                     .where = connection.location()};
    return migrated;
}

Result<std::unique_ptr<Connection>> StoreServer::openReader() const
{
    return Connection::open(m_url, Connection::Access::Read);
}

QString StoreServer::shown() const
{
    return postgresEngine().shownLocation(m_url);
}

std::unique_ptr<StorePlace> storePlace(const QString &location, const Clock &clock)
{
    if (isServer(location))
        return std::make_unique<StoreServer>(location, clock);
    return std::make_unique<StoreFile>(location, clock);
}

} // namespace Core
