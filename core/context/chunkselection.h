#pragma once

#include "core/context/strategies.h"

namespace Core {

/// "chunks": the thread is cut into chunks about one thing each. The last `full` of them go as
/// they are; of the older ones short extracts under a heading, and those that bear on the
/// question quoted in full, with the speakers named.
Strategy chunkSelection();

} // namespace Core
