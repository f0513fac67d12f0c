#include "core/cost/costfigures.h"

#include <algorithm>

namespace Core {

namespace {

bool isTime(CostBy by)
{
    return by == CostBy::Day || by == CostBy::Month || by == CostBy::Hour;
}

QList<Charge> within(const QList<Charge> &charges, const QDateTime &from, const QDateTime &to)
{
    const qint64 first = from.toMSecsSinceEpoch();
    const qint64 end = to.toMSecsSinceEpoch();
    QList<Charge> found;
    for (const Charge &charge : charges) {
        const qint64 at = charge.at.toMSecsSinceEpoch();
        if (charge.at.isValid() && at >= first && at < end)
            found.append(charge);
    }
    return found;
}

Money spendOf(const QList<Charge> &charges)
{
    Money spend;
    for (const Charge &charge : charges)
        spend += charge.amount.value_or(Money{});
    return spend;
}

} // namespace

std::pair<QDateTime, QDateTime> neededCharges(const CostQuery &query)
{
    const QTimeZone &zone = query.period.zone;
    const CostPeriod month = costPeriod(CostPreset::ThisMonth, query.now, zone);
    const QDateTime fourWeeksAgo = query.now.toTimeZone(zone).date().addDays(-28).startOfDay(zone);
    return {std::min({previousPeriod(query.period, query.now).first, month.from(), fourWeeksAgo}),
            std::max(query.period.to(), month.to())};
}

CostFigures costFigures(const QList<Charge> &charges, const CostQuery &query)
{
    const CostPeriod &period = query.period;
    CostFigures figures{.query = query};
    const QList<Charge> inPeriod = within(charges, period.from(), period.to());
    figures.report = costReport(inPeriod, query.by, period.zone, query.tags);
    figures.report.from = period.from().toUTC();
    figures.report.to = period.to().toUTC();
    figures.chart = costChart(inPeriod, isTime(query.by) ? CostBy::Model : query.by, period,
                              query.now, 7, query.tags);
    figures.sums = costSummary(inPeriod);

    std::tie(figures.beforeFrom, figures.beforeTo) = previousPeriod(period, query.now);
    figures.before = spendOf(within(charges, figures.beforeFrom, figures.beforeTo));

    figures.month = costPeriod(CostPreset::ThisMonth, query.now, period.zone);
    figures.monthSpend = spendOf(within(charges, figures.month.from(), figures.month.to()));
    figures.monthEnd = forecast(charges, figures.month, query.now);
    return figures;
}

} // namespace Core
