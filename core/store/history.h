#pragma once

#include "core/base/result.h"
#include "core/chat/pastconversation.h"

#include <QStringList>

#include <memory>

namespace Core {

class Connection;

/// Reads whole conversations, lot by lot, through a connection of its own, so that a look over
/// all of them neither holds the store up nor holds them all. Belongs to the thread that opened
/// it.
class HistoryReader
{
    Q_DISABLE_COPY_MOVE(HistoryReader)

public:
    explicit HistoryReader(std::unique_ptr<Connection> connection);
    ~HistoryReader();

    Result<qint64> count(const HistoryFilter &filter);

    /// Ids of the next conversations behind `after`, ascending, at most `limit`.
    Result<QStringList> ids(const HistoryFilter &filter, const QString &after, int limit);

    /// These conversations, in this order; `ids` ascend as ids() gives them. One that is gone
    /// meanwhile has no messages.
    Result<QList<PastConversation>> conversations(const QStringList &ids);

private:
    class Lot;

    std::unique_ptr<Connection> m_connection;
};

/// Opens readers of the store that it was asked of. A cheap value, good in any thread as long
/// as the store is open.
class HistoryDoor
{
public:
    enum class Access { Shared, Frozen };

    HistoryDoor() = default;
    HistoryDoor(QString location, Access access)
        : m_location(std::move(location))
        , m_access(access)
    {
    }

    Result<std::unique_ptr<HistoryReader>> open() const;

private:
    QString m_location;
    Access m_access = Access::Shared;
};

} // namespace Core
