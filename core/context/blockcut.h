#pragma once

#include "core/context/planbuilder.h"

namespace Core {

/// "share": when the history is over its budget it is cut down to this share of it, so that
/// the next cut is far away.
const OptionInfo &shareOption();

/// The first turn that is kept when the history may hold `high` tokens and is cut, at the
/// beginning of a turn, to `share` of them whenever it would hold more. Follows the thread from
/// its beginning, so that a further message does not move the cut until the next one is due:
/// what was sent stays as it was, and the provider's prefix cache hits.
int blockStart(const PlanBuilder &builder, int high, double share);

/// What the turns and the question may hold together: all but system and pinned messages.
int historyRoom(const PlanBuilder &builder);

/// Keeps the turns from `start` on, the newest first, while they fit; drops the others.
void keepFrom(PlanBuilder &builder, int start, const Reason &kept, const Reason &dropped);

} // namespace Core
