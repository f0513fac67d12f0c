#include "core/cost/forecast.h"

#include "core/cost/timebuckets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Core {

namespace {

constexpr int mostDays = 28;
constexpr int leastDays = 3;
constexpr double fourInFive = 1.2816; // the normal distribution's 90th percentile

struct Day
{
    QDate date;
    double spent = 0; // in pico-dollars: a forecast is an estimate, not an account
};

/// The finished days from the first charge on, also those without one.
QList<Day> finishedDays(const QList<Charge> &charges, QDate today, const QTimeZone &zone)
{
    const QDate earliest = today.addDays(-mostDays);
    const QList<TimeBucket> buckets =
        timeBuckets(earliest.startOfDay(zone), today.startOfDay(zone), TimeStep::Day, zone);
    QList<Day> days;
    for (int i = 0; i < mostDays; ++i)
        days.append({earliest.addDays(i)});
    qsizetype first = days.size();
    for (const Charge &charge : charges) {
        const qsizetype index = bucketIndex(buckets, charge.at.toMSecsSinceEpoch());
        if (index < 0 || index >= days.size())
            continue;
        first = std::min(first, index);
        days[index].spent += charge.amount ? double(charge.amount->pico) : 0;
    }
    return days.mid(first);
}

double mean(const QList<Day> &days)
{
    double sum = 0;
    for (const Day &day : days)
        sum += day.spent;
    return sum / double(days.size());
}

/// What a day of each weekday costs; [1] is Monday.
std::array<double, 8> weekdayMeans(const QList<Day> &days)
{
    std::array<double, 8> sums{};
    std::array<int, 8> counts{};
    for (const Day &day : days) {
        const auto weekday = size_t(day.date.dayOfWeek());
        sums[weekday] += day.spent;
        ++counts[weekday];
    }
    const double any = mean(days);
    for (size_t i = 0; i < sums.size(); ++i)
        sums[i] = counts[i] > 1 ? sums[i] / counts[i] : any;
    return sums;
}

double deviation(const QList<Day> &days, const std::array<double, 8> &means)
{
    double squares = 0;
    for (const Day &day : days) {
        const double off = day.spent - means[size_t(day.date.dayOfWeek())];
        squares += off * off;
    }
    return std::sqrt(squares / double(days.size() - 1));
}

Money spentWithin(const QList<Charge> &charges, const QDateTime &from, const QDateTime &to)
{
    Money spent;
    for (const Charge &charge : charges) {
        if (charge.amount && charge.at >= from && charge.at < to)
            spent += *charge.amount;
    }
    return spent;
}

} // namespace

std::optional<Forecast> forecast(const QList<Charge> &charges, const CostPeriod &period,
                                 const QDateTime &now)
{
    if (now < period.from() || now >= period.to())
        return std::nullopt;
    const QDate today = now.toTimeZone(period.zone).date();
    const QList<Day> days = finishedDays(charges, today, period.zone);
    if (days.size() < leastDays)
        return std::nullopt;

    const std::array<double, 8> means = weekdayMeans(days);
    const Money spent = spentWithin(charges, period.from(), period.to());
    const Money spentToday = spentWithin(charges, today.startOfDay(period.zone),
                                         today.addDays(1).startOfDay(period.zone));
    double toCome = std::max(0.0, means[size_t(today.dayOfWeek())] - double(spentToday.pico));
    for (QDate day = today.addDays(1); day <= period.last; day = day.addDays(1))
        toCome += means[size_t(day.dayOfWeek())];

    const double daysToCome = double(today.daysTo(period.last)) + 1;
    const double band = fourInFive * deviation(days, means) * std::sqrt(daysToCome);
    const auto plus = [&](double pico) { return spent + Money{qint64(std::max(0.0, pico))}; };
    return Forecast{plus(toCome), plus(toCome - band), plus(toCome + band), int(days.size())};
}

} // namespace Core
