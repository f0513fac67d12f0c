#pragma once

#include "core/base/error.h"

#include <QDateTime>
#include <QMetaType>

#include <optional>

namespace Core {

/// How a store on a server is reached just now. A plain value.
struct StoreState
{
    enum class Kind {
        Online,
        WritesWait, ///< it is read, but takes no writes: a replica, a full disk, a lock
        Offline, ///< what is read comes from the copy on this machine
    };

    Kind kind = Kind::Online;
    QDateTime since; ///< UTC; since when it is not online
    int waiting = 0; ///< changes that are not on the server yet
    std::optional<Error> why; ///< it is not online

    friend bool operator==(const StoreState &, const StoreState &) = default;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::StoreState)
