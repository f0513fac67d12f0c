#include "core/store/storeprobe.h"

#include "core/store/database.h"
#include "core/store/engine.h"
#include "core/store/sqlite.h"

#include <QFileInfo>
#include <QtConcurrent>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

Error noStore(const QString &location)
{
    return {.kind = Error::Kind::BadInput,
            .detail = u"it is a file, but none that holds conversations"_s,
            .where = location};
}

Result<bool> isOurs(Connection &connection)
{
    const Result<QVariant> id = connection.value(u"PRAGMA application_id"_s);
    return id ? Result<bool>(id->toInt() == Sqlite::applicationId) : id.error();
}

Result<StoreProbe> probeOpen(std::unique_ptr<Connection> connection)
{
    const Engine &engine = connection->engine();
    const Result<int> version = engine.version(*connection);
    if (!version)
        return version.error();
    StoreProbe probe{.isThere = *version > 0, .newest = engine.newestVersion()};
    probe.info.version = *version;
    probe.info.location = connection->location();
    if (*version != engine.newestVersion())
        return probe;
    const SystemClock clock;
    Database database(std::move(connection), clock);
    const Result<StoreInfo> info = database.info();
    if (!info)
        return info.error();
    const QString location = probe.info.location;
    probe.info = *info;
    probe.info.location = location;
    return probe;
}

Result<StoreProbe> probe(const QString &location)
{
    if (!isServer(location) && QFileInfo(location).isDir())
        return noStore(location);
    if (!isServer(location) && QFileInfo(location).size() == 0) {
        StoreProbe nothing{.newest = sqliteEngine().newestVersion()};
        nothing.info.location = QFileInfo(location).absoluteFilePath();
        return nothing;
    }
    auto opened = Connection::open(location, Connection::Access::Read);
    if (!opened && !isServer(location)) // a copy in a folder that is not written to
        opened = Connection::open(location, Connection::Access::ReadFrozen);
    if (!opened)
        return opened.error().kind == Error::Kind::StoreDamaged ? noStore(location)
                                                                : opened.error();
    std::unique_ptr<Connection> connection = *std::move(opened);
    if (!isServer(location)) {
        const Result<bool> ours = isOurs(*connection);
        if (!ours || !*ours)
            return noStore(location);
    }
    return probeOpen(std::move(connection));
}

} // namespace

QFuture<Result<StoreProbe>> probeStore(const QString &location)
{
    return QtConcurrent::run(probe, location);
}

} // namespace Core
