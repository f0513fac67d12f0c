#pragma once

#include <QObject>
#include <QSocketNotifier>

/// Tells in the event loop that the program was asked to end (SIGINT, SIGTERM), instead of
/// ending it at once. One at a time.
class StopSignal final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StopSignal)

public:
    StopSignal();
    ~StopSignal() override;

signals:
    void raised();

private:
    int m_pipe[2] = {-1, -1};
    QSocketNotifier m_notifier;
};
