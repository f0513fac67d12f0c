#pragma once

#include "core/context/strategies.h"

namespace Core {

/// "sliding-blocks": the newest turns, cut rarely and in large blocks. A window that moves
/// with every message costs several times more where providers charge a fraction for a
/// repeated prefix.
Strategy slidingBlocks();

} // namespace Core
