#include "ui/inspector/timingsegments.h"

#include <algorithm>
#include <cmath>

QList<TimingSegment> timingSegments(const Core::Timing &timing, int width)
{
    using Phase = TimingSegment::Phase;
    const std::pair<Phase, qint64> ends[] = {{Phase::Queued, timing.queued},
                                             {Phase::Connecting, timing.connected},
                                             {Phase::Thinking, timing.firstToken},
                                             {Phase::Streaming, timing.total}};
    const qint64 whole =
        std::max({timing.queued, timing.connected, timing.firstToken, timing.total, qint64(1)});
    QList<TimingSegment> segments;
    qint64 start = 0;
    for (const auto &[phase, end] : ends) {
        if (end < start) // not reached, or reached at once
            continue;
        if (end > start)
            segments.append({.phase = phase, .milliseconds = end - start});
        start = end;
    }
    const int least = 2;
    const double room = std::max(0.0, double(width) - least * double(segments.size()));
    double right = 0;
    int x = 0;
    for (TimingSegment &segment : segments) {
        right += least + room * double(segment.milliseconds) / double(whole);
        segment.x = x;
        segment.width = std::min(width, int(std::lround(right))) - x;
        x += segment.width;
    }
    return segments;
}
