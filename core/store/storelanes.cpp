#include "core/store/storelanes.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

StoreLanes::StoreLanes(const Clock &clock)
    : m_clock(clock)
{
}

StoreLanes::~StoreLanes()
{
    m_isEnding = true;
}

Result<Database *> StoreLanes::writer() const
{
    if (!m_writer.database)
        return Error{.kind = Error::Kind::StoreFailed, .detail = u"no store is open"_s};
    if (m_place->whyReadOnly())
        return *m_place->whyReadOnly();
    return m_writer.database.get();
}

Result<Database *> StoreLanes::readerOf(Lane &lane) const
{
    if (!lane.database) {
        if (!m_place)
            return Error{.kind = Error::Kind::StoreFailed, .detail = u"no store is open"_s};
        Result<std::unique_ptr<Connection>> connection = m_place->openReader();
        if (!connection)
            return connection.error();
        lane.database = std::make_unique<Database>(*std::move(connection), m_clock);
    }
    return lane.database.get();
}

QFuture<Result<StoreInfo>> StoreLanes::open(const QString &location)
{
    return runWrite<StoreInfo>([this, location] { return openPlace(location); });
}

QFuture<Result<HistoryDoor>> StoreLanes::historyDoor()
{
    return report<HistoryDoor>([this](Database &) { return m_place->historyDoor(); });
}

Result<StoreInfo> StoreLanes::openPlace(const QString &location)
{
    if (m_place)
        return Error{.kind = Error::Kind::Internal, .detail = u"a store is open already"_s};
    std::unique_ptr<StorePlace> place = storePlace(location, m_clock);
    Result<std::unique_ptr<Connection>> connection = place->open();
    if (!connection)
        return connection.error();
    auto database = std::make_unique<Database>(*std::move(connection), m_clock);
    if (!place->whyReadOnly()) {
        if (const Result<void> recovered = database->recover(); !recovered)
            return recovered.error();
    }
    Result<StoreInfo> info = database->info();
    if (!info)
        return info;
    StoreInfo known = *info;
    known.location = place->shown();
    known.readOnly = place->whyReadOnly().has_value();
    known.whyReadOnly = place->whyReadOnly();
    m_writer.database = std::move(database);
    m_place = std::move(place);
    return known;
}

} // namespace Core
