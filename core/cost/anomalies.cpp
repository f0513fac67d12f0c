#include "core/cost/anomalies.h"

#include "core/cost/timebuckets.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace Core {

namespace {

constexpr int daysBefore = 7;
constexpr double mostUsual = 1.5; // times the mean
constexpr double deviations = 3;
constexpr double mainShare = 0.7; // of the difference, that a cause has to make

using Days = QList<double>; // pico-dollars: whether a day is unusual is an estimate
using Cause = std::pair<std::optional<QString>, std::optional<QString>>; // model, user
using Causes = std::map<Cause, Days>;

double meanBefore(const Days &days, qsizetype day)
{
    double sum = 0;
    for (qsizetype i = day - daysBefore; i < day; ++i)
        sum += days[i];
    return sum / daysBefore;
}

bool isUnusual(const Days &days, qsizetype day)
{
    const double mean = meanBefore(days, day);
    double squares = 0;
    for (qsizetype i = day - daysBefore; i < day; ++i)
        squares += (days[i] - mean) * (days[i] - mean);
    const double deviation = std::sqrt(squares / (daysBefore - 1));
    return days[day] > mean * mostUsual && days[day] - mean > deviations * deviation;
}

/// The cause with the largest increase, where that makes the main share of `extra`.
void nameCause(Anomaly &anomaly, const Causes &causes, qsizetype day)
{
    double most = 0;
    for (const auto &[cause, days] : causes) {
        const double usual = meanBefore(days, day);
        const double increase = days[day] - usual;
        if (increase <= most || increase < mainShare * double(anomaly.extra().pico))
            continue;
        most = increase;
        std::tie(anomaly.model, anomaly.userId) = cause;
        anomaly.causeSpent = Money{std::llround(days[day])};
        anomaly.causeUsual = Money{std::llround(usual)};
    }
}

Cause pairOf(const CostSlice &slice)
{
    return {slice.model, slice.userId};
}

Cause modelOf(const CostSlice &slice)
{
    return {slice.model, std::nullopt};
}

Cause userOf(const CostSlice &slice)
{
    return {std::nullopt, slice.userId};
}

/// What each day cost, as a whole and by cause, and where the first charge is.
struct Daily
{
    QList<TimeBucket> buckets;
    Days whole;
    Causes pairs;
    Causes models;
    Causes users;
    qsizetype first = -1;

    void add(const CostSlice &slice, qsizetype day)
    {
        const double spent = double(slice.cost.pico);
        const auto into = [&](Causes &causes, const Cause &cause) {
            Days &days = causes[cause];
            days.resize(buckets.size());
            days[day] += spent;
        };
        whole[day] += spent;
        into(pairs, pairOf(slice));
        into(models, modelOf(slice));
        into(users, userOf(slice));
        first = first < 0 ? day : std::min(first, day);
    }
};

Daily dailyOf(const QList<CostSlice> &slices, const CostPeriod &period, const QDate &last)
{
    const QTimeZone &zone = period.zone;
    Daily daily{.buckets = timeBuckets(period.first.addDays(-daysBefore).startOfDay(zone),
                                       last.addDays(1).startOfDay(zone), TimeStep::Day, zone)};
    daily.whole.resize(daily.buckets.size());
    for (const CostSlice &slice : slices) {
        const qsizetype day = bucketIndex(daily.buckets, slice.atMs);
        if (day >= 0)
            daily.add(slice, day);
    }
    return daily;
}

} // namespace

std::optional<double> Anomaly::causeChange() const
{
    if (causeUsual.pico <= 0)
        return std::nullopt;
    return double(causeSpent.pico - causeUsual.pico) / double(causeUsual.pico);
}

QList<Anomaly> anomalies(const QList<CostSlice> &slices, const CostPeriod &period,
                         const QDateTime &now)
{
    const QDate last = std::min(period.last, now.toTimeZone(period.zone).date());
    if (last < period.first)
        return {};
    const Daily daily = dailyOf(slices, period, last);
    QList<Anomaly> found;
    for (qsizetype day = daily.whole.size() - 1;
         daily.first >= 0 && day >= daily.first + daysBefore; --day) {
        if (!isUnusual(daily.whole, day))
            continue;
        Anomaly anomaly{.day = period.first.addDays(day - daysBefore),
                        .spent = {std::llround(daily.whole[day])},
                        .usual = {std::llround(meanBefore(daily.whole, day))}};
        // The narrowest name that explains it is the most useful one.
        for (const Causes *causes : {&daily.pairs, &daily.models, &daily.users}) {
            if (!anomaly.model && !anomaly.userId)
                nameCause(anomaly, *causes, day);
        }
        found.append(anomaly);
    }
    return found;
}

} // namespace Core
