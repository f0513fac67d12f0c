#pragma once

#include "core/context/contextplan.h"
#include "core/tokens/tokencounter.h"

namespace Core {

/// A request of an instruction and a text, which stands in no conversation. It is sent and
/// charged like any other plan.
ContextPlan plainRequest(const QString &instruction, const QString &text,
                         const TokenCounter &counter, int limit);

} // namespace Core
