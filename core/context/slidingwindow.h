#pragma once

#include "core/context/strategies.h"

namespace Core {

/// "sliding": the newest turns, at most `last` messages and `tokens` tokens of them. Stops at
/// the first turn that does not fit, so no hole appears in the middle.
Strategy slidingWindow();

} // namespace Core
