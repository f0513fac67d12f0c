#pragma once

#include "core/context/strategies.h"

namespace Core {

/// "full": every message. Refuses, by being over budget, rather than leave anything out.
Strategy fullHistory();

} // namespace Core
