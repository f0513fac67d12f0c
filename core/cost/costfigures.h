#pragma once

#include "core/chat/chargesum.h"
#include "core/cost/anomalies.h"
#include "core/cost/costheat.h"
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
    CostFilter filter;

    friend bool operator==(const CostQuery &, const CostQuery &) = default;
};

/// All numbers of a page of costs that sums by the hour can tell, made in one go so that they
/// fit together.
struct CostFigures
{
    CostQuery query;
    CostReport report; ///< of the period; its total is the number on top
    CostChart chart; ///< stacked by `by`, or by model where that is a time
    CostHeat heat;
    CostReport users; ///< of the period, dearest first
    CostReport strategies;
    QList<UnpricedModel> unpricedModels; ///< most requests first
    CostRow before; ///< the time that the period is compared with
    QDateTime beforeFrom;
    QDateTime beforeTo;
    CostPeriod month; ///< that `now` is in
    Money monthSpend;
    std::optional<Forecast> monthEnd;
    QList<Anomaly> anomalies; ///< newest first
    QStringList knownUsers; ///< what could be filtered by, in order
    QStringList knownProviders;
    QStringList knownModels;
    QStringList knownStrategies;

    /// Of the spend against the time before: 0.25 is a quarter more. Nothing where so little was
    /// asked or spent then that a share of it says nothing.
    std::optional<double> change() const;
};

/// Which time costFigures() needs the slices of: [first, second).
std::pair<QDateTime, QDateTime> neededTime(const CostQuery &query);

/// Whether sums by the hour are enough for the zone, whose days may begin between two hours.
bool hoursAreEnough(const CostPeriod &period);

/// Slices in any order; those it does not need do no harm.
CostFigures costFigures(const QList<CostSlice> &slices, const CostQuery &query);

/// What only the charges themselves can tell.
struct CostDetails
{
    Money savedByCache;
    qint64 conversations = 0; ///< with at least one priced request
    std::optional<Money> perConversation; ///< nothing where no conversation has a price
    /// Dearest first; its last row sums up the `unnamed` others.
    CostReport dearest;
};

/// Of the charges in the period that the filter holds.
CostDetails costDetails(const ChargeDetails &details, const CostQuery &query);

} // namespace Core
