#pragma once

#include "app/commands/verb.h"

#include <QDateTime>
#include <QTimeZone>

/// The zone of --zone, the system's where it is not given. Nothing: there is no such zone, and
/// that was said.
std::optional<QTimeZone> zoneOf(const Invocation &call);

/// A day or a time of the zone, or a time with a zone of its own, in UTC; invalid where the option
/// is not given. The day of "to" is counted in. Nothing: it was neither, and that was said.
std::optional<QDateTime> timeOf(const Invocation &call, const QString &option,
                                const QTimeZone &zone);

/// The times of --from and --to, as timeOf() reads them. Nothing: one was none, or the time ends
/// before it begins, and that was said.
struct TimeRange
{
    QDateTime from;
    QDateTime to;
};
std::optional<TimeRange> rangeOf(const Invocation &call, const QTimeZone &zone);
