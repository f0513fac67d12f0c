#pragma once

#include "core/context/strategies.h"

namespace Core {

/// "hybrid": a block of the newest turns that stays the same for long, so that the prefix
/// cache hits, and last before the question a small block of quotes of what bears on it from
/// before the cut. For long threads.
Strategy hybrid();

} // namespace Core
