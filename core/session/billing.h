#pragma once

#include "core/context/contextplan.h"
#include "core/net/chatreply.h"
#include "core/tokens/tokencounter.h"

#include <optional>

namespace Core {

/// Whether the provider may bill a request that ended like this: it accepted it and began to
/// work, or all of it went out and nobody knows.
bool mayBeBilled(const ReplySummary &summary);

/// What the provider reported, else an estimate: the plan's tokens, and those of what came.
Usage usageOf(const ReplySummary &summary, const ContextPlan &plan, const TokenCounter &counter);

/// PromptCut where the provider reports far fewer tokens than the plan has. Nothing else tells
/// of one that silently drops the beginning of what it is sent.
std::optional<Error> cutPrompt(const ReplySummary &summary, const ContextPlan &plan,
                               Exactness exactness);

} // namespace Core
