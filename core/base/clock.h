#pragma once

#include <QDateTime>
#include <QElapsedTimer>

namespace Core {

/// Where the time comes from. Passed in and never read from the wall inside core, so that
/// tests can stop it. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;

    /// The wall clock, in UTC. It may jump; never subtract two of these for a duration.
    virtual QDateTime now() const = 0;

    /// Milliseconds since some fixed moment. Never goes back.
    virtual qint64 monotonicMs() const = 0;
};

/// The machine's own clocks.
class SystemClock final : public Clock
{
public:
    SystemClock() { m_since.start(); }

    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    qint64 monotonicMs() const override { return m_since.elapsed(); }

private:
    QElapsedTimer m_since;
};

} // namespace Core
