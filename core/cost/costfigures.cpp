#include "core/cost/costfigures.h"

#include "core/cost/ledgerreport.h"

#include <QSet>

#include <algorithm>

namespace Core {

namespace {

constexpr int comparedDays = 7; // before the first day, for anomalies
constexpr qint64 leastRequestsBefore = 10; // to compare with …
constexpr Money leastSpentBefore{picoPerDollar / 100}; // … and a cent

bool isTime(CostBy by)
{
    return by == CostBy::Day || by == CostBy::Month || by == CostBy::Hour;
}

QList<CostSlice> filtered(const QList<CostSlice> &slices, const CostFilter &filter)
{
    if (filter.isEmpty())
        return slices;
    QList<CostSlice> found;
    std::copy_if(slices.cbegin(), slices.cend(), std::back_inserter(found),
                 [&](const CostSlice &slice) { return filter.holds(slice); });
    return found;
}

QList<CostSlice> within(const QList<CostSlice> &slices, const QDateTime &from, const QDateTime &to)
{
    const qint64 first = from.toMSecsSinceEpoch();
    const qint64 end = to.toMSecsSinceEpoch();
    QList<CostSlice> found;
    std::copy_if(slices.cbegin(), slices.cend(), std::back_inserter(found),
                 [=](const CostSlice &slice) { return slice.atMs >= first && slice.atMs < end; });
    return found;
}

CostRow sumOf(const QList<CostSlice> &slices)
{
    CostRow sum;
    for (const CostSlice &slice : slices)
        addTo(sum, slice);
    return sum;
}

QStringList sorted(const QSet<QString> &names)
{
    QStringList list(names.cbegin(), names.cend());
    list.sort(Qt::CaseInsensitive);
    return list;
}

void nameWhatIsKnown(CostFigures &figures, const QList<CostSlice> &slices)
{
    QSet<QString> users;
    QSet<QString> providers;
    QSet<QString> models;
    QSet<QString> strategies;
    for (const CostSlice &slice : slices) {
        users.insert(slice.userId);
        providers.insert(slice.provider);
        models.insert(slice.model);
        strategies.insert(slice.strategy);
    }
    figures.knownUsers = sorted(users);
    figures.knownProviders = sorted(providers);
    figures.knownModels = sorted(models);
    figures.knownStrategies = sorted(strategies);
}

/// Of the period.
void sumUp(CostFigures &figures, const QList<CostSlice> &slices)
{
    const CostQuery &query = figures.query;
    const CostPeriod &period = query.period;
    const auto report = [&](CostBy by) {
        CostReport made = costReport(slices, by, period.zone);
        made.from = period.from().toUTC();
        made.to = period.to().toUTC();
        return made;
    };
    figures.report = report(query.by);
    figures.users = report(CostBy::User);
    figures.strategies = report(CostBy::Strategy);
    figures.chart =
        costChart(slices, isTime(query.by) ? CostBy::Model : query.by, period, query.now);
    figures.heat = costHeat(slices, period);
    figures.unpricedModels = unpricedModels(slices);
}

} // namespace

std::optional<double> CostFigures::change() const
{
    if (before.requests < leastRequestsBefore || before.cost < leastSpentBefore)
        return std::nullopt;
    return double(report.total.cost.pico - before.cost.pico) / double(before.cost.pico);
}

std::pair<QDateTime, QDateTime> neededTime(const CostQuery &query)
{
    const QTimeZone &zone = query.period.zone;
    const CostPeriod month = costPeriod(CostPreset::ThisMonth, query.now, zone);
    const QDate today = query.now.toTimeZone(zone).date();
    return {std::min({previousPeriod(query.period, query.now).first, month.from(),
                      today.addDays(-forecastDays).startOfDay(zone),
                      query.period.first.addDays(-comparedDays).startOfDay(zone)}),
            std::max(query.period.to(), month.to())};
}

bool hoursAreEnough(const CostPeriod &period)
{
    constexpr int hour = 3600;
    const auto isWhole = [&](const QDateTime &at) {
        return period.zone.offsetFromUtc(at) % hour == 0;
    };
    return isWhole(period.from()) && isWhole(period.to());
}

CostFigures costFigures(const QList<CostSlice> &slices, const CostQuery &query)
{
    const CostPeriod &period = query.period;
    CostFigures figures{.query = query};
    nameWhatIsKnown(figures, slices);
    const QList<CostSlice> counted = filtered(slices, query.filter);
    sumUp(figures, within(counted, period.from(), period.to()));

    std::tie(figures.beforeFrom, figures.beforeTo) = previousPeriod(period, query.now);
    figures.before = sumOf(within(counted, figures.beforeFrom, figures.beforeTo));

    figures.month = costPeriod(CostPreset::ThisMonth, query.now, period.zone);
    figures.monthSpend = sumOf(within(counted, figures.month.from(), figures.month.to())).cost;
    figures.monthEnd = forecast(counted, figures.month, query.now);
    figures.anomalies = anomalies(counted, period, query.now);
    return figures;
}

CostDetails costDetails(const ChargeDetails &details, const CostQuery &query)
{
    CostDetails made{.savedByCache = details.savedByCache, .conversations = details.conversations};
    if (details.conversations > 0)
        made.perConversation = Money{details.conversationSpend.pico / details.conversations};
    const LedgerQuery period = ledgerQuery(CostBy::Conversation, query.period.zone,
                                           query.period.from().toUTC(), query.period.to().toUTC());
    made.dearest = costReport(details.dearest, period);
    if (details.others.requests > 0) {
        const QList<ChargeSum> others{{.totals = details.others}};
        made.dearest.rows += costReport(others, period).rows;
        made.dearest.unnamed = details.otherConversations;
        made.dearest.total = costReport(details.dearest + others, period).total;
    }
    return made;
}

} // namespace Core
