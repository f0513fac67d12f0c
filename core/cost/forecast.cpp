#include "core/cost/forecast.h"

#include "core/cost/timebuckets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Core {

namespace {

constexpr qsizetype mostDays = 28;
constexpr qsizetype leastDays = 3;
constexpr qsizetype leastTestDays = 7; // to learn from, so that each weekday was seen
constexpr qsizetype leastTests = 10;
constexpr double share = 0.8; // of the tests, that the band holds
constexpr double fourInFive = 1.2816; // the normal distribution's 90th percentile

struct Day
{
    int weekday = 0; // 1 is Monday
    double spent = 0; // in pico-dollars: a forecast is an estimate, not an account
};

/// The finished days from the first charge on, also those without one.
QList<Day> finishedDays(const QList<CostSlice> &slices, QDate today, const QTimeZone &zone)
{
    const QDate earliest = today.addDays(-forecastDays);
    const QList<TimeBucket> buckets =
        timeBuckets(earliest.startOfDay(zone), today.startOfDay(zone), TimeStep::Day, zone);
    QList<Day> days;
    for (int i = 0; i < forecastDays; ++i)
        days.append(Day{.weekday = earliest.addDays(i).dayOfWeek()});
    qsizetype first = days.size();
    for (const CostSlice &slice : slices) {
        const qsizetype index = bucketIndex(buckets, slice.atMs);
        if (index < 0 || index >= days.size())
            continue;
        first = std::min(first, index);
        days[index].spent += double(slice.cost.pico);
    }
    return days.mid(first);
}

/// What the days before `end` say of those to come.
class Habit
{
public:
    Habit(const QList<Day> &days, qsizetype end)
        : m_days(days.mid(std::max<qsizetype>(0, end - mostDays), std::min(mostDays, end)))
    {
        double all = 0;
        std::array<int, 8> counts{};
        for (const Day &day : m_days) {
            m_means[size_t(day.weekday)] += day.spent;
            ++counts[size_t(day.weekday)];
            all += day.spent;
        }
        for (size_t i = 0; i < m_means.size(); ++i)
            m_means[i] = counts[i] > 1 ? m_means[i] / counts[i] : all / double(m_days.size());
    }

    qsizetype size() const { return m_days.size(); }
    double ofWeekday(int weekday) const { return m_means[size_t(weekday)]; }

    /// How far a day lies from what its weekday costs.
    double deviation() const
    {
        double squares = 0;
        for (const Day &day : m_days)
            squares += std::pow(day.spent - ofWeekday(day.weekday), 2);
        return std::sqrt(squares / double(m_days.size() - 1));
    }

private:
    QList<Day> m_days;
    std::array<double, 8> m_means{};
};

/// How far off the forecasts of `horizon` days were, as shares of what they said.
QList<double> testedErrors(const QList<Day> &days, qsizetype horizon)
{
    QList<double> errors;
    for (qsizetype origin = leastTestDays; origin + horizon <= days.size(); ++origin) {
        const Habit habit(days, origin);
        double said = 0;
        double was = 0;
        for (qsizetype i = origin; i < origin + horizon; ++i) {
            said += habit.ofWeekday(days[i].weekday);
            was += days[i].spent;
        }
        if (said > 0)
            errors.append(std::abs(was - said) / said);
    }
    std::sort(errors.begin(), errors.end());
    return errors;
}

/// The smallest error that at least four in five are not above, counting the forecast at hand
/// as one that may be as bad as any (a conformal quantile).
double quantile(const QList<double> &sorted)
{
    const auto place = qsizetype(std::ceil(share * double(sorted.size() + 1)));
    return sorted[std::min(place, sorted.size()) - 1];
}

Money spentWithin(const QList<CostSlice> &slices, const QDateTime &from, const QDateTime &to)
{
    Money spent;
    const qint64 begin = from.toMSecsSinceEpoch();
    const qint64 end = to.toMSecsSinceEpoch();
    for (const CostSlice &slice : slices) {
        if (slice.atMs >= begin && slice.atMs < end)
            spent += slice.cost;
    }
    return spent;
}

} // namespace

std::optional<Forecast> forecast(const QList<CostSlice> &slices, const CostPeriod &period,
                                 const QDateTime &now)
{
    if (now < period.from() || now >= period.to())
        return std::nullopt;
    const QDate today = now.toTimeZone(period.zone).date();
    const QList<Day> days = finishedDays(slices, today, period.zone);
    if (days.size() < leastDays)
        return std::nullopt;

    const Habit habit(days, days.size());
    const Money spent = spentWithin(slices, period.from(), period.to());
    const Money spentToday = spentWithin(slices, today.startOfDay(period.zone),
                                         today.addDays(1).startOfDay(period.zone));
    double toCome = std::max(0.0, habit.ofWeekday(today.dayOfWeek()) - double(spentToday.pico));
    for (QDate day = today.addDays(1); day <= period.last; day = day.addDays(1))
        toCome += habit.ofWeekday(day.dayOfWeek());

    const qsizetype daysToCome = today.daysTo(period.last) + 1;
    const QList<double> errors = testedErrors(days, daysToCome);
    const bool tested = errors.size() >= leastTests;
    const double band = tested ? quantile(errors) * toCome
                               : fourInFive * habit.deviation() * std::sqrt(double(daysToCome));
    const auto plus = [&](double pico) { return spent + Money{qint64(std::max(0.0, pico))}; };
    return Forecast{.expected = plus(toCome),
                    .low = plus(toCome - band),
                    .high = plus(toCome + band),
                    .basedOnDays = int(habit.size()),
                    .tests = tested ? int(errors.size()) : 0,
                    .testedError = tested ? quantile(errors) : 0};
}

} // namespace Core
