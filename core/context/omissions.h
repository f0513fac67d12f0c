#pragma once

#include "core/context/contextplan.h"
#include "core/tokens/tokencounter.h"

namespace Core {

/// Marks in the request where messages were left out: "[… 37 earlier messages left out …]"
/// in front of the next user's message that is sent. Marks that do not fit are not made.
void markOmissions(ContextPlan &plan, const TokenCounter &counter);

} // namespace Core
