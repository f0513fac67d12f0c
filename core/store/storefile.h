#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/storeplace.h"

#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>

namespace Core {

/// The file of an embedded store and what lies beside it: a lock, so that one program writes,
/// and a marker with the store's id, so that a file that was emptied, lost or exchanged is
/// never taken for a new store. Looks before it touches: a file that is damaged or not ours is
/// only read.
class StoreFile final : public StorePlace
{
    Q_DISABLE_COPY_MOVE(StoreFile)

public:
    StoreFile(const QString &path, const Clock &clock);

    Result<std::unique_ptr<Connection>> open() override;
    Result<std::unique_ptr<Connection>> openReader() const override;
    HistoryDoor historyDoor() const override;
    QString shown() const override { return m_path; }
    const std::optional<Error> &whyReadOnly() const override { return m_whyReadOnly; }

private:
    Result<void> lock();
    Result<void> create();
    Result<void> check();
    Result<void> checkHeader() const;
    Result<void> checkInside();
    Result<std::unique_ptr<Connection>> openWriter();
    Result<void> keepMarker(const QString &id) const;
    QString markedId() const;
    Error damaged(const QString &detail) const;

    QString m_path;
    const Clock &m_clock;
    std::unique_ptr<QLockFile> m_lock;
    Connection::Access m_readAccess = Connection::Access::Read;
    std::optional<Error> m_whyReadOnly;
};

} // namespace Core
