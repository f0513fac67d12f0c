#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/connection.h"

#include <QString>

namespace Core {

/// Takes all steps of the schema that are still open and makes the one workspace of a new store,
/// in one transaction: all or nothing.
Result<void> migrate(Connection &connection, const Clock &clock);

/// Empty where there is no workspace yet.
Result<QString> storeId(Connection &connection);

} // namespace Core
