#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/connection.h"

#include <QString>

namespace Core {

/// The version of the schema that this program writes.
int newestSchemaVersion();

/// Takes all steps that are still open, in one transaction: all or none.
Result<void> migrate(Connection &connection);

/// Makes the one workspace of a new store; its store id.
Result<QString> addWorkspace(Connection &connection, const Clock &clock);

Result<QString> storeId(Connection &connection);

} // namespace Core
