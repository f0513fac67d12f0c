#pragma once

#include "core/store/connection.h"

namespace Core {

/// The newest version of the schema that this program knows.
int newestSchema();

/// The version of the open database; 0 for a new one.
Result<int> schemaVersion(Connection &connection);

/// Takes every step that is still open, all in one transaction.
Result<void> migrate(Connection &connection);

/// Marks the file as one of ours: "Skei".
inline constexpr int applicationId = 0x536b6569;

} // namespace Core
