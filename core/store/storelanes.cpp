#include "core/store/storelanes.h"

#include "core/base/log.h"
#include "core/store/engine.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

StoreLanes::StoreLanes(const Clock &clock)
    : m_clock(clock)
    , m_whyClosed{.kind = Error::Kind::StoreFailed, .detail = u"no store is open"_s}
{
}

StoreLanes::~StoreLanes()
{
    m_isEnding = true;
}

Result<Database *> StoreLanes::writer() const
{
    if (standin() && standin()->takesReads())
        return *standin()->state().why;
    if (!m_writer.database)
        return m_whyClosed;
    if (m_place->whyReadOnly())
        return *m_place->whyReadOnly();
    return m_writer.database.get();
}

Result<Database *> StoreLanes::readerOf(Lane &lane) const
{
    if (!lane.database) {
        if (!m_place)
            return m_whyClosed;
        Result<std::unique_ptr<Connection>> connection = m_place->openReader();
        if (!connection)
            return connection.error();
        lane.setDatabase(std::make_unique<Database>(*std::move(connection), m_clock));
    }
    return lane.database.get();
}

Result<Database *> StoreLanes::copyOf(Lane &lane) const
{
    if (!lane.copy) {
        Result<std::unique_ptr<Connection>> connection = standin()->openReader();
        if (!connection)
            return connection.error();
        lane.copy = std::make_unique<Database>(*std::move(connection), m_clock);
    }
    return lane.copy.get();
}

QFuture<Result<StoreInfo>> StoreLanes::open(const QString &location, const QString &standinFolder,
                                            const Standin::Tell &tell)
{
    m_tell = tell;
    return runWrite<StoreInfo>(
        [this, location, standinFolder] { return openPlace(location, standinFolder); });
}

QFuture<Result<HistoryDoor>> StoreLanes::historyDoor()
{
    return report<HistoryDoor>([this](Database &) { return m_place->historyDoor(); });
}

Result<StoreInfo> StoreLanes::openPlace(const QString &location, const QString &standinFolder)
{
    if (m_place)
        return Error{.kind = Error::Kind::Internal, .detail = u"a store is open already"_s};
    m_place = storePlace(location, m_clock);
    if (isServer(location) && !standinFolder.isEmpty())
        openStandin(standinFolder, location);
    const Result<void> opened = openWriter();
    Result<StoreInfo> info = opened ? m_writer.database->info() : openAway(opened.error());
    if (!info) {
        m_whyClosed = info.error();
        m_writer.database.reset();
        m_writer.standin.reset();
        m_place.reset();
        return info;
    }
    StoreInfo known = *info;
    if (standin() && opened)
        standin()->keepUser(known);
    known.location = m_place->shown();
    known.readOnly = m_place->whyReadOnly().has_value();
    known.whyReadOnly = m_place->whyReadOnly();
    return known;
}

/// With what the copy has, until the server is there. Where it never was, its name may be wrong.
Result<StoreInfo> StoreLanes::openAway(const Error &why)
{
    if (!standin() || why.kind != Error::Kind::StoreUnreachable)
        return why;
    const Result<bool> known = standin()->isKnown();
    if (!known || !*known)
        return why;
    standin()->leave(why);
    return standin()->info();
}

Result<void> StoreLanes::openWriter()
{
    Result<std::unique_ptr<Connection>> connection = m_place->open();
    if (!connection)
        return connection.error();
    auto database = std::make_unique<Database>(*std::move(connection), m_clock);
    if (!m_place->whyReadOnly()) {
        if (const Result<void> recovered = database->recover(); !recovered)
            return recovered.error();
    }
    m_writer.setDatabase(std::move(database));
    return {};
}

void StoreLanes::openStandin(const QString &folder, const QString &location)
{
    auto made = std::make_unique<Standin>(m_clock, m_tell);
    if (const Result<void> opened = made->open(folder, location); opened)
        m_writer.standin = std::move(made);
    else
        qCWarning(logStore) << "no local copy:" << opened.error().detail << opened.error().where;
}

QFuture<Result<void>> StoreLanes::comeBack(const Standin::Refused &refused)
{
    return runWrite<void>([this, refused]() -> Result<void> {
        if (!standin())
            return {};
        if (!m_writer.database) {
            if (const Result<void> opened = openWriter(); !opened)
                return opened;
        }
        return standin()->deliver(*m_writer.database, refused);
    });
}

void StoreLanes::hangUp()
{
    for (const Lane *lane : {&m_writer, &m_reader, &m_reporter}) {
        if (const std::shared_ptr<ServerLine> line = lane->line)
            line->hangUp();
    }
}

bool StoreLanes::end(std::chrono::milliseconds longest)
{
    const auto lanes = {&m_writer, &m_reader, &m_reporter};
    if (!m_isEnding.exchange(true)) {
        for (Lane *lane : lanes)
            lane->worker.post([this] { m_endedLanes.release(); });
    }
    return m_endedLanes.tryAcquire(int(lanes.size()), int(longest.count()));
}

void StoreLanes::leave(const Error &why)
{
    if (standin())
        standin()->leave(why);
}

} // namespace Core
