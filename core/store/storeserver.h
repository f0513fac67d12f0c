#pragma once

#include "core/store/storeplace.h"

namespace Core {

/// A store on a server. Makes it in a database that has none; a store of a newer program is only
/// read.
class StoreServer final : public StorePlace
{
    Q_DISABLE_COPY_MOVE(StoreServer)

public:
    StoreServer(const QString &url, const Clock &clock);

    Result<std::unique_ptr<Connection>> open() override;
    Result<std::unique_ptr<Connection>> openReader() const override;
    HistoryDoor historyDoor() const override { return {m_url, HistoryDoor::Access::Shared}; }
    QString shown() const override;
    const std::optional<Error> &whyReadOnly() const override { return m_whyReadOnly; }

private:
    Result<void> prepare(Connection &connection);

    QString m_url;
    const Clock &m_clock;
    std::optional<Error> m_whyReadOnly;
};

} // namespace Core
