#include "core/cost/ledgerreport.h"

#include <algorithm>

namespace Core {

namespace {

SumBy sumByOf(CostBy by)
{
    switch (by) {
    case CostBy::Day:
    case CostBy::Month:
    case CostBy::Hour:
        return SumBy::Nothing;
    case CostBy::Model:
        return SumBy::Model;
    case CostBy::Provider:
        return SumBy::Provider;
    case CostBy::User:
        return SumBy::User;
    case CostBy::Strategy:
        return SumBy::Strategy;
    case CostBy::Kind:
        return SumBy::Kind;
    case CostBy::Conversation:
    case CostBy::Tag:
        return SumBy::Conversation;
    }
    Q_UNREACHABLE();
}

void addTo(CostRow &row, const ChargeTotals &totals)
{
    row.requests += totals.requests;
    row.inputTokens += totals.prompt;
    row.cachedTokens += totals.cachedRead;
    row.outputTokens += totals.completion;
    row.cost += totals.cost;
    row.unpriced += totals.unpriced;
    row.estimated += totals.estimated;
}

} // namespace

LedgerQuery ledgerQuery(CostBy by, const QTimeZone &zone, const QDateTime &from,
                        const QDateTime &to)
{
    LedgerQuery query{.by = by, .zone = zone, .from = from, .to = to, .sumBy = sumByOf(by)};
    if (const std::optional<TimeStep> step = timeStepOf(by))
        query.buckets = timeBuckets(from, to, *step, zone);
    query.bounds.append(from.toMSecsSinceEpoch());
    for (const TimeBucket &bucket : query.buckets.mid(1))
        query.bounds.append(bucket.fromMs);
    query.bounds.append(to.toMSecsSinceEpoch());
    return query;
}

CostReport costReport(const QList<ChargeSum> &sums, const LedgerQuery &query,
                      const QHash<QString, QStringList> &tags)
{
    CostReport report{.from = query.from, .to = query.to, .zone = query.zone, .by = query.by};
    QHash<QString, qsizetype> places;
    for (const ChargeSum &sum : sums) {
        QString key = sum.key;
        if (!query.buckets.isEmpty())
            key = query.buckets[sum.span].key;
        else if (query.by == CostBy::Tag)
            key = tagKey(tags.value(sum.key));
        const qsizetype row = places.value(key, report.rows.size());
        if (row == report.rows.size()) {
            places.insert(key, row);
            report.rows.append(CostRow{.key = key});
        }
        addTo(report.rows[row], sum.totals);
        addTo(report.total, sum.totals);
    }
    orderRows(report.rows, query.by);
    return report;
}

} // namespace Core
