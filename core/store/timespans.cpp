#include "core/store/timespans.h"

namespace Core {

namespace {

qint64 roundedUp(qint64 number, qint64 unit)
{
    return number / unit + (number % unit > 0 ? 1 : 0);
}

void append(QList<TimePiece> &pieces, const TimePiece &piece)
{
    if (piece.from < piece.to)
        pieces.append(piece);
}

/// What of [from, to), in hours, is whole days goes to the days, the rest to `hours`.
void cutHours(qsizetype span, qint64 from, qint64 to, TimeSpans &spans)
{
    const qint64 firstDay = roundedUp(from, hoursPerDay) * hoursPerDay;
    const qint64 endOfDays = to / hoursPerDay * hoursPerDay;
    if (firstDay >= endOfDays)
        return append(spans.hours, {span, from, to});
    append(spans.hours, {span, from, firstDay});
    append(spans.days, {span, firstDay, endOfDays});
    append(spans.hours, {span, endOfDays, to});
}

void cut(qsizetype span, qint64 from, qint64 to, TimeSpans &spans)
{
    const qint64 firstHour = firstHourFrom(from);
    const qint64 endOfHours = to / msPerHour;
    if (firstHour >= endOfHours)
        return append(spans.milliseconds, {span, from, to});
    append(spans.milliseconds, {span, from, firstHour * msPerHour});
    cutHours(span, firstHour, endOfHours, spans);
    append(spans.milliseconds, {span, endOfHours * msPerHour, to});
}

} // namespace

qint64 firstHourFrom(qint64 ms)
{
    return roundedUp(ms, msPerHour);
}

TimeSpans timeSpans(const QList<qint64> &bounds, bool byHour)
{
    TimeSpans spans;
    for (qsizetype i = 0; i + 1 < bounds.size(); ++i)
        cut(i, bounds[i], bounds[i + 1], spans);
    if (byHour)
        return spans;
    for (const TimePiece &piece : std::as_const(spans.hours))
        spans.milliseconds.append({piece.span, piece.from * msPerHour, piece.to * msPerHour});
    spans.hours.clear();
    return spans;
}

} // namespace Core
