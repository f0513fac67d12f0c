#pragma once

#include "core/base/error.h"

#include <QString>

/// What the window says of a team's store that is away, and of its coming back.
namespace TeamTexts {

QString offline();
/// It is read, but takes no changes, because of this.
QString writesWait(const Core::Error &why);
QString back(int delivered); ///< changes that had waited
/// A change that waits is of a kind that only a newer program knows.
QString ofNewerProgram();
/// A change that had waited was not taken.
QString refused(const Core::Error &error);

} // namespace TeamTexts
