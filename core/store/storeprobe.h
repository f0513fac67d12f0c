#pragma once

#include "core/base/result.h"
#include "core/store/conversationstore.h"

#include <QFuture>

namespace Core {

/// What is found at a place without making or changing anything there.
struct StoreProbe
{
    bool isThere = false; ///< false: the place can be reached, and there is no store yet
    StoreInfo info; ///< of one of this program's version; of another, the version alone
    int newest = 0; ///< the version that this program makes

    bool isOlder() const { return isThere && info.version < newest; }
    bool isNewer() const { return isThere && info.version > newest; }
};

/// Looks at a path or at postgresql://user@host/db, in a thread of its own.
QFuture<Result<StoreProbe>> probeStore(const QString &location);

} // namespace Core
