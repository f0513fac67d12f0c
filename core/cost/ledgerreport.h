#pragma once

#include "core/chat/chargesum.h"
#include "core/cost/costreport.h"
#include "core/cost/timebuckets.h"

namespace Core {

/// Which sums of the ledger a report is made of.
struct LedgerQuery
{
    CostBy by = CostBy::Day;
    QTimeZone zone;
    QDateTime from;
    QDateTime to; ///< exclusive
    QList<qint64> bounds; ///< of the spans to sum, in milliseconds
    SumBy sumBy = SumBy::Nothing;
    QList<TimeBucket> buckets; ///< one for each span, where `by` is a time
};

LedgerQuery ledgerQuery(CostBy by, const QTimeZone &zone, const QDateTime &from,
                        const QDateTime &to);

/// The same report that costReport() makes of the charges, made of their sums.
CostReport costReport(const QList<ChargeSum> &sums, const LedgerQuery &query,
                      const QHash<QString, QStringList> &tags = {});

} // namespace Core
