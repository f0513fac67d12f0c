#pragma once

#include "core/cost/costseries.h"
#include "core/cost/costsummary.h"
#include "core/cost/forecast.h"

namespace Core {

/// What is asked of the ledger.
struct CostQuery
{
    CostPeriod period;
    CostBy by = CostBy::Model;
    QDateTime now;
    QHash<QString, QStringList> tags; ///< by conversation id
};

/// All numbers of a page of costs, made in one go so that they fit together.
struct CostFigures
{
    CostQuery query;
    CostReport report; ///< of the period; its total is the number on top
    CostChart chart; ///< stacked by `by`, or by model where that is a time
    CostSummary sums;
    Money before; ///< spent in the time that the period is compared with
    QDateTime beforeFrom;
    QDateTime beforeTo;
    CostPeriod month; ///< that `now` is in
    Money monthSpend;
    std::optional<Forecast> monthEnd;
};

/// Which charges costFigures() needs: those in [first, second).
std::pair<QDateTime, QDateTime> neededCharges(const CostQuery &query);

/// Charges in any order; those it does not need do no harm.
CostFigures costFigures(const QList<Charge> &charges, const CostQuery &query);

} // namespace Core
