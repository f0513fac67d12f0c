#pragma once

#include "core/context/budget.h"
#include "core/context/strategies.h"
#include "core/cost/plainsummary.h"
#include "core/cost/plainthread.h"

#include <memory>

namespace Core {

/// Tells for the requests of a plain thread, one after the other, what the plan of a strategy
/// would send, from sums: a conversation costs its length and not its length squared.
/// tests/core/tst_replayplans holds it to the strategies themselves.
class PlainPlans
{
public:
    virtual ~PlainPlans() = default;

    /// The requests come in their order. Nothing where the plan has to be made to know.
    virtual std::optional<PlainShape> next(const PlainRequest &request) = 0;
};

/// Nullptr for a strategy or an option that sums do not tell. `options` are checked and, like
/// `thread`, must outlive it. Without a source, as where summaries are stored, no plan that has one
/// is told.
std::unique_ptr<PlainPlans> plainPlans(const QString &strategy, const StrategyOptions &options,
                                       const Budget &budget, const PlainThread &thread,
                                       const SummarySource *source = nullptr);

} // namespace Core
