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

/// Of one stretch of time, each key having one sum.
QList<CostRow> ownRows(const QList<ChargeSum> &sums)
{
    QList<CostRow> rows;
    rows.reserve(sums.size());
    for (const ChargeSum &sum : sums) {
        rows.append(CostRow{.key = sum.key});
        addTo(rows.last(), sum.totals);
    }
    return rows;
}

QList<CostRow> sharedRows(const QList<ChargeSum> &sums, const LedgerQuery &query,
                          const QHash<QString, QStringList> &tags)
{
    QList<CostRow> rows;
    QHash<QString, qsizetype> places;
    for (const ChargeSum &sum : sums) {
        const QString key =
            query.by == CostBy::Tag ? tagKey(tags.value(sum.key)) : query.buckets[sum.span].key;
        const qsizetype row = places.value(key, rows.size());
        if (row == rows.size()) {
            places.insert(key, row);
            rows.append(CostRow{.key = key});
        }
        addTo(rows[row], sum.totals);
    }
    return rows;
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
    for (const ChargeSum &sum : sums)
        addTo(report.total, sum.totals);
    const bool hasOwnRows = query.buckets.isEmpty() && query.by != CostBy::Tag;
    report.rows = hasOwnRows ? ownRows(sums) : sharedRows(sums, query, tags);
    orderRows(report.rows, query.by);
    return report;
}

} // namespace Core
