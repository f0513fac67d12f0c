#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/connection.h"
#include "core/store/history.h"

#include <QString>

#include <memory>
#include <optional>

namespace Core {

/// Where a store lies, and how its connections are made.
class StorePlace
{
public:
    virtual ~StorePlace() = default;

    /// The connection that writes, with the newest schema; or one that only reads, and
    /// whyReadOnly() says why.
    virtual Result<std::unique_ptr<Connection>> open() = 0;

    /// A further connection for reading, after open().
    virtual Result<std::unique_ptr<Connection>> openReader() const = 0;

    /// Opens readers in any thread, after open().
    virtual HistoryDoor historyDoor() const = 0;

    virtual QString shown() const = 0; ///< path, or URL without password
    virtual const std::optional<Error> &whyReadOnly() const = 0;
};

/// For a path or a URL.
std::unique_ptr<StorePlace> storePlace(const QString &location, const Clock &clock);

} // namespace Core
