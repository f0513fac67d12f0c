#pragma once

#include "core/context/planbuilder.h"

namespace Core {

/// "share": when the history is over its budget it is cut down to this share of it, so that
/// the next cut is far away.
const OptionInfo &shareOption();

/// Where the history is cut so that its end stays the same for long, and the provider's prefix
/// cache hits. `builder` must outlive it; what is decided later does not count.
class BlockCut
{
public:
    explicit BlockCut(const PlanBuilder &builder);

    /// The first turn that is kept when the history may hold `high` tokens and is cut, at the
    /// beginning of a turn, to `share` of them whenever it would hold more. Follows the thread
    /// from its beginning, so that a further message does not move the cut until the next one is
    /// due.
    int start(int high, double share) const;

private:
    const ThreadUnits &m_units;
    std::vector<int> m_tokens; ///< of each unit, as far as it is in the block
};

/// What the turns may hold, with the question where it is not apart: all but system and pinned
/// messages.
int historyRoom(const PlanBuilder &builder);

/// Keeps the turns from `start` on, the newest first, while they fit; drops the others.
void keepFrom(PlanBuilder &builder, int start, const Reason &kept, const Reason &dropped);

} // namespace Core
