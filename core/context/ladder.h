#pragma once

#include "core/context/strategies.h"

namespace Core {

/// "ladder": everything; where that does not fit the last `last` messages; then every second
/// turn; then without the oldest until it fits. Each rung is tried with the system messages
/// counted, and taken only if it fits.
Strategy ladder();

} // namespace Core
