#pragma once

#include "core/context/contextplan.h"
#include "core/context/strategies.h"

#include <optional>

namespace Core {

/// What a model is asked so that the stored summary covers more of a thread. A plain value.
struct SummaryTask
{
    Summary base; ///< that is extended; without text where there is none
    QString lastCovered; ///< id of the last message that the answer covers
    int messages = 0; ///< that the answer adds
    int answerTokens = 0; ///< the most that the answer should have
    ContextPlan request; ///< what is sent
};

/// What strategy "summary" wants summarised, the oldest first; nothing where the stored summary
/// covers enough. At most about `most` tokens are sent: what is left over is for the next time.
std::optional<SummaryTask> summaryTask(const PlanInput &input, int most);

} // namespace Core
