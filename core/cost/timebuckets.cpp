#include "core/cost/timebuckets.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// A bucket of whole days: they begin where the zone says, which is not always at midnight.
TimeBucket days(QDate first, QDate next, const QString &key, const QTimeZone &zone)
{
    return {first.startOfDay(zone).toMSecsSinceEpoch(), next.startOfDay(zone).toMSecsSinceEpoch(),
            key};
}

} // namespace

TimeBucket bucketAt(qint64 ms, TimeStep step, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms, zone);
    const QDate day = local.date();
    switch (step) {
    case TimeStep::Hour: {
        constexpr qint64 hour = 3'600'000;
        const qint64 from = ms - local.time().msecsSinceStartOfDay() % hour;
        return {from, from + hour, local.toString(u"yyyy-MM-dd'T'HH"_s)};
    }
    case TimeStep::Day:
        return days(day, day.addDays(1), day.toString(Qt::ISODate), zone);
    case TimeStep::Month: {
        const QDate first(day.year(), day.month(), 1);
        return days(first, first.addMonths(1), day.toString(u"yyyy-MM"_s), zone);
    }
    }
    Q_UNREACHABLE();
}

QList<TimeBucket> timeBuckets(const QDateTime &from, const QDateTime &to, TimeStep step,
                              const QTimeZone &zone)
{
    QList<TimeBucket> buckets;
    const qint64 end = to.toMSecsSinceEpoch();
    for (qint64 ms = from.toMSecsSinceEpoch(); ms < end; ms = buckets.last().toMs) {
        TimeBucket bucket = bucketAt(ms, step, zone);
        if (!buckets.isEmpty()) // a zone that shifts within an hour would make two overlap
            bucket.fromMs = buckets.last().toMs;
        buckets.append(std::move(bucket));
    }
    return buckets;
}

qsizetype bucketIndex(const QList<TimeBucket> &buckets, qint64 ms)
{
    const auto after = std::upper_bound(
        buckets.begin(), buckets.end(), ms,
        [](qint64 moment, const TimeBucket &each) { return moment < each.fromMs; });
    if (after == buckets.begin() || !(after - 1)->holds(ms))
        return -1;
    return after - buckets.begin() - 1;
}

} // namespace Core
