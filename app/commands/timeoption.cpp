#include "app/commands/timeoption.h"

using namespace Qt::Literals::StringLiterals;

std::optional<QTimeZone> zoneOf(const Invocation &call)
{
    const QString name = call.value(u"zone"_s);
    const QTimeZone zone = name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name.toUtf8());
    if (zone.isValid())
        return zone;
    call.usageError(u"there is no time zone \"%1\"; an example is Asia/Ho_Chi_Minh"_s.arg(name));
    return std::nullopt;
}

std::optional<QDateTime> timeOf(const Invocation &call, const QString &option,
                                const QTimeZone &zone)
{
    const QString text = call.value(option);
    if (text.isEmpty())
        return QDateTime();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid() && text.size() == 10)
        return (option == "to"_L1 ? day.addDays(1) : day).startOfDay(zone).toUTC();
    const QDateTime when = QDateTime::fromString(text, Qt::ISODate);
    if (when.isValid() && when.timeSpec() == Qt::LocalTime) // it says no zone
        return QDateTime(when.date(), when.time(), zone).toUTC();
    if (when.isValid())
        return when.toUTC();
    call.usageError(u"--%1 takes a day such as 2026-11-23, not \"%2\""_s.arg(option, text));
    return std::nullopt;
}

std::optional<TimeRange> rangeOf(const Invocation &call, const QTimeZone &zone)
{
    const auto from = timeOf(call, u"from"_s, zone);
    const auto to = from ? timeOf(call, u"to"_s, zone) : std::nullopt;
    if (!from || !to)
        return std::nullopt;
    if (from->isValid() && to->isValid() && *from > *to) {
        call.usageError(
            u"--from %1 is after --to %2"_s.arg(call.value(u"from"_s), call.value(u"to"_s)));
        return std::nullopt;
    }
    return TimeRange{*from, *to};
}
