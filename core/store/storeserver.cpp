#include "core/store/storeserver.h"

#include "core/store/engine.h"
#include "core/store/migrations.h"
#include "core/store/postgres.h"
#include "core/store/storefile.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

StoreServer::StoreServer(const QString &url, const Clock &clock)
    : m_url(url)
    , m_clock(clock)
{
}

Result<std::unique_ptr<Connection>> StoreServer::open()
{
    auto opened = Connection::open(m_url, Connection::Access::ReadWrite);
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
