#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QString>

namespace Core {

/// Puts a verified copy in the place of the store at `path`, which nobody has open. What was there
/// is kept beside it under another name, whatever state it is in: that name, or an empty one where
/// nothing was there. A copy that is damaged, or of a newer program, changes nothing. Broken off in
/// the middle, it leaves either the one or the other.
Result<QString> restoreStore(const QString &copy, const QString &path, const Clock &clock);

} // namespace Core
