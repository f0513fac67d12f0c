#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <utility>

namespace Core {

enum class CostPreset : quint8 {
    Today,
    Yesterday,
    Last7Days, ///< today and the six days before
    Last30Days,
    ThisMonth,
    LastMonth,
    ThisYear,
    Custom, ///< days of the user's own
};

/// A stretch of whole days in a zone. A plain value.
struct CostPeriod
{
    QDate first;
    QDate last; ///< inclusive
    QTimeZone zone;

    QDateTime from() const { return first.startOfDay(zone); }
    QDateTime to() const { return last.addDays(1).startOfDay(zone); } ///< exclusive
    int days() const { return int(first.daysTo(last)) + 1; }

    friend bool operator==(const CostPeriod &, const CostPeriod &) = default;
};

/// The days that a preset means at the moment `now`. Custom is today.
CostPeriod costPeriod(CostPreset preset, const QDateTime &now, const QTimeZone &zone);

/// The moments [from, to) to compare a period with: just as long, directly before, or the
/// month before where the period is a month. Of a period that is not over yet, only as much as
/// has passed is compared.
std::pair<QDateTime, QDateTime> previousPeriod(const CostPeriod &period, const QDateTime &now);

} // namespace Core
