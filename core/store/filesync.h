#pragma once

#include <QString>

namespace Core {

/// Has the system write a file, or the names in a folder, to the disk.
bool synced(const QString &path);

} // namespace Core
