#pragma once

#include "core/chat/attempt.h"

#include <QList>

/// What an attempt spent its time with.
struct TimingSegment
{
    enum class Phase : quint8 {
        Queued, ///< waited for its turn, or between tries
        Connecting, ///< until the head of the answer
        Thinking, ///< until the first token
        Streaming, ///< until the last one
    };

    Phase phase = Phase::Queued;
    qint64 milliseconds = 0;
    int x = 0;
    int width = 0;

    friend bool operator==(const TimingSegment &, const TimingSegment &) = default;
};

/// The phases that were reached, as wide as they took long; each at least two pixels.
QList<TimingSegment> timingSegments(const Core::Timing &timing, int width);
