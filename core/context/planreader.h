#pragma once

#include "core/base/result.h"
#include "core/context/contextplan.h"

#include <QByteArray>

namespace Core {

/// Reads what planToJson() wrote: strategy, items, sums and notices. The messages are not read:
/// a stored plan stands beside the request itself (Attempt::requestBody). Words of a later
/// version of this program are read as their nearest meaning: a verdict as dropped, a reason
/// as over budget, a notice not at all. BadInput for what is no plan.
Result<ContextPlan> planFromJson(const QByteArray &json);

} // namespace Core
