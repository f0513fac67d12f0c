#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/connection.h"
#include "core/store/history.h"

#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>

namespace Core {

/// The file of an embedded store and what lies beside it: a lock, so that one program writes,
/// and a marker with the store's id, so that a file that was emptied, lost or exchanged is
/// never taken for a new store. Looks before it touches: a file that is damaged or not ours is
/// only read.
class StoreFile
{
    Q_DISABLE_COPY_MOVE(StoreFile)

public:
    StoreFile(const QString &path, const Clock &clock);
    ~StoreFile() = default;

    /// The connection that writes, with the newest schema; or one that only reads, and
    /// whyReadOnly() says why.
    Result<std::unique_ptr<Connection>> open();

    /// A further connection for reading, after open().
    Result<std::unique_ptr<Connection>> openReader() const;

    /// Opens readers in any thread, after open().
    HistoryDoor historyDoor() const;

    const QString &path() const { return m_path; }
    const std::optional<Error> &whyReadOnly() const { return m_whyReadOnly; }

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
