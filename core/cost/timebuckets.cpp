#include "core/cost/timebuckets.h"

#include <algorithm>
#include <cstdlib>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 hourMs = 3'600'000;
constexpr qsizetype hourLength = 13; // of "2026-11-23T09"

/// Whether the zone shows the time at `ms` a second time, shortly before or after it.
bool comesTwice(qint64 ms, const QTimeZone &zone)
{
    constexpr qint64 longestShift = 3 * hourMs;
    const auto offset = [&zone](qint64 at) {
        return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC)) * qint64(1000);
    };
    const qint64 own = offset(ms);
    for (const qint64 near : {offset(ms - longestShift), offset(ms + longestShift)}) {
        if (near != own && offset(ms + own - near) == near)
            return true;
    }
    return false;
}

TimeBucket hourAt(qint64 ms, const QDateTime &local, const QTimeZone &zone)
{
    const qint64 from = ms - local.time().msecsSinceStartOfDay() % hourMs;
    QString key = local.toString(u"yyyy-MM-dd'T'HH"_s);
    if (comesTwice(from + hourMs - 1, zone)) {
        const int minutes = local.offsetFromUtc() / 60;
        key += u"%1%2:%3"_s.arg(minutes < 0 ? u"-"_s : u"+"_s)
                   .arg(std::abs(minutes) / 60, 2, 10, QChar(u'0'))
                   .arg(std::abs(minutes) % 60, 2, 10, QChar(u'0'));
    }
    return {from, from + hourMs, key};
}

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
    case TimeStep::Hour:
        return hourAt(ms, local, zone);
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

bool comesBefore(const QString &key, const QString &other)
{
    const auto hasOffset = [](const QString &each) { return each.size() > hourLength; };
    if (!hasOffset(key) || !hasOffset(other))
        return key < other;
    const auto moment = [](QString each) {
        return QDateTime::fromString(each.insert(hourLength, u":00:00"_s), Qt::ISODate);
    };
    return moment(key) < moment(other);
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
