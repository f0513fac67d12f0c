#include "core/cost/costperiod.h"

#include <algorithm>

namespace Core {

namespace {

QDate firstOfMonth(QDate day)
{
    return {day.year(), day.month(), 1};
}

bool isMonth(const CostPeriod &period)
{
    return period.first == firstOfMonth(period.first)
        && period.last == period.first.addMonths(1).addDays(-1);
}

} // namespace

CostPeriod costPeriod(CostPreset preset, const QDateTime &now, const QTimeZone &zone)
{
    const QDate today = now.toTimeZone(zone).date();
    switch (preset) {
    case CostPreset::Today:
    case CostPreset::Custom:
        return {today, today, zone};
    case CostPreset::Yesterday:
        return {today.addDays(-1), today.addDays(-1), zone};
    case CostPreset::Last7Days:
        return {today.addDays(-6), today, zone};
    case CostPreset::Last30Days:
        return {today.addDays(-29), today, zone};
    case CostPreset::ThisMonth: {
        const QDate first = firstOfMonth(today);
        return {first, first.addMonths(1).addDays(-1), zone};
    }
    case CostPreset::LastMonth: {
        const QDate first = firstOfMonth(today);
        return {first.addMonths(-1), first.addDays(-1), zone};
    }
    case CostPreset::ThisYear:
        return {QDate(today.year(), 1, 1), QDate(today.year(), 12, 31), zone};
    }
    Q_UNREACHABLE();
}

std::pair<QDateTime, QDateTime> previousPeriod(const CostPeriod &period, const QDateTime &now)
{
    const bool month = isMonth(period);
    const auto back = [&](QDate day) {
        return month ? day.addMonths(-1) : day.addDays(-period.days());
    };
    const QDateTime from = back(period.first).startOfDay(period.zone);
    if (now >= period.to())
        return {from, period.from()};
    const QDateTime local = std::max(now.toTimeZone(period.zone), period.from());
    const QDateTime to(back(local.date()), local.time(), period.zone);
    return {from, std::min(to, period.from())};
}

} // namespace Core
