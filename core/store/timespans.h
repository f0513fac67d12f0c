#pragma once

#include <QList>

namespace Core {

inline constexpr qint64 msPerHour = 3'600'000;
inline constexpr int hoursPerDay = 24;

/// A part of a span: [from, to).
struct TimePiece
{
    qsizetype span = 0; ///< index of the span it belongs to
    qint64 from = 0;
    qint64 to = 0;

    friend bool operator==(const TimePiece &, const TimePiece &) = default;
};

/// Spans of time cut into what is summed already and what is not. Days and hours are those of
/// UTC, counted in hours since 1970; milliseconds are what is left at the edges.
struct TimeSpans
{
    QList<TimePiece> days;
    QList<TimePiece> hours;
    QList<TimePiece> milliseconds;
};

/// The spans between neighbours in `bounds`, which ascend (milliseconds since 1970). Together
/// the pieces of a span are the span. Without `byHour` only whole days are taken out.
TimeSpans timeSpans(const QList<qint64> &bounds, bool byHour);

/// The first hour that begins at `ms` or later.
qint64 firstHourFrom(qint64 ms);

} // namespace Core
