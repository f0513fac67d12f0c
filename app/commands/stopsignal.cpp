#include "app/commands/stopsignal.h"

#include <atomic>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace {

std::atomic<int> target = -1;

/// All that is allowed in a signal handler: one byte into a pipe.
void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(target, &byte, 1);
}

} // namespace

StopSignal::StopSignal()
    : m_notifier(QSocketNotifier::Read)
{
    if (pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    target = m_pipe[1];
    m_notifier.setSocket(m_pipe[0]);
    m_notifier.setEnabled(true);
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(m_pipe[0], &byte, 1) > 0) { }
        emit raised();
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

StopSignal::~StopSignal()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    m_notifier.setEnabled(false);
    target = -1;
    for (const int end : m_pipe) {
        if (end >= 0)
            close(end);
    }
}
