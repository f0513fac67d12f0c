#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace Core {

enum class TimeStep : quint8 { Hour, Day, Month };

/// One hour, day or month of a zone: the moments in [from, to), and its name, such as
/// "2026-11-23T09", "2026-11-23" or "2026-11". An hour that comes twice, as a zone goes back,
/// is two, which are told apart by their offset: "2026-11-01T01-04:00" and then
/// "2026-11-01T01-05:00". A plain value.
struct TimeBucket
{
    qint64 fromMs = 0; ///< since the epoch
    qint64 toMs = 0; ///< exclusive
    QString key;

    bool holds(qint64 ms) const { return ms >= fromMs && ms < toMs; }

    friend bool operator==(const TimeBucket &, const TimeBucket &) = default;
};

/// The bucket that the moment is in.
TimeBucket bucketAt(qint64 ms, TimeStep step, const QTimeZone &zone);

/// All buckets that touch [from, to), in order and without a gap, also the empty ones.
QList<TimeBucket> timeBuckets(const QDateTime &from, const QDateTime &to, TimeStep step,
                              const QTimeZone &zone);

/// Whether the bucket of one name comes before that of another.
bool comesBefore(const QString &key, const QString &other);

/// Index of the bucket that holds the moment, or -1.
qsizetype bucketIndex(const QList<TimeBucket> &buckets, qint64 ms);

} // namespace Core
