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
    if (m_file->whyReadOnly())
        return *m_file->whyReadOnly();
    return m_writer.database.get();
}

Result<Database *> StoreLanes::readerOf(Lane &lane) const
{
    if (!lane.database) {
        if (!m_file)
            return Error{.kind = Error::Kind::StoreFailed, .detail = u"no store is open"_s};
        Result<std::unique_ptr<Connection>> connection = m_file->openReader();
        if (!connection)
            return connection.error();
        lane.database = std::make_unique<Database>(*std::move(connection), m_clock);
    }
    return lane.database.get();
}

QFuture<Result<StoreInfo>> StoreLanes::open(const QString &location)
{
    return runWrite<StoreInfo>([this, location] { return openFile(location); });
}

QFuture<Result<HistoryDoor>> StoreLanes::historyDoor()
{
    return report<HistoryDoor>([this](Database &) { return m_file->historyDoor(); });
}

Result<StoreInfo> StoreLanes::openFile(const QString &location)
{
    if (m_file)
        return Error{.kind = Error::Kind::Internal, .detail = u"a store is open already"_s};
    if (location.contains("://"_L1))
        return Error{.kind = Error::Kind::BadInput,
                     .detail = u"only files can be opened as a store"_s,
                     .where = location};
    auto file = std::make_unique<StoreFile>(location, m_clock);
    Result<std::unique_ptr<Connection>> connection = file->open();
    if (!connection)
        return connection.error();
    auto database = std::make_unique<Database>(*std::move(connection), m_clock);
    if (!file->whyReadOnly()) {
        if (const Result<void> recovered = database->recover(); !recovered)
            return recovered.error();
    }
    Result<StoreInfo> info = database->info();
    if (!info)
        return info;
    StoreInfo known = *info;
    known.location = file->path();
    known.readOnly = file->whyReadOnly().has_value();
    known.whyReadOnly = file->whyReadOnly();
    m_writer.database = std::move(database);
    m_file = std::move(file);
    return known;
}

} // namespace Core
