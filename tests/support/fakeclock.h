#pragma once

#include "core/base/clock.h"

/// A clock that stands still until it is moved.
class FakeClock final : public Core::Clock
{
public:
    QDateTime now() const override { return m_start.addMSecs(m_ms + m_jumped); }
    qint64 monotonicMs() const override { return m_ms; }

    void advance(qint64 milliseconds) { m_ms += milliseconds; }
    /// Somebody sets the time of day, and nothing else has happened.
    void jump(qint64 milliseconds) { m_jumped += milliseconds; }

private:
    QDateTime m_start{{2026, 11, 1}, {12, 0}, Qt::UTC};
    qint64 m_ms = 0;
    qint64 m_jumped = 0;
};
