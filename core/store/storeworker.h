#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace Core {

/// A thread that runs jobs one after the other, in the order in which they were posted. Its
/// destructor runs those that are left.
class StoreWorker
{
    Q_DISABLE_COPY_MOVE(StoreWorker)

public:
    StoreWorker();
    ~StoreWorker();

    void post(std::function<void()> job);

private:
    void run();

    std::mutex m_guard;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_jobs;
    bool m_isEnding = false;
    std::thread m_thread; // last: it uses all of the above
};

/// Counts up; others wait until it has reached a number.
class Milestone
{
public:
    void reach(qint64 number);
    void waitFor(qint64 number);

private:
    std::mutex m_guard;
    std::condition_variable m_reached;
    qint64 m_number = 0;
};

/// Lets results out in the order in which they were asked for, in whatever order they are
/// ready. Every ticket must be used once, or all later ones wait for ever.
class Turnstile
{
public:
    qint64 ticket();
    void pass(qint64 ticket, std::function<void()> deliver);

private:
    std::mutex m_guard;
    qint64 m_issued = 0;
    qint64 m_next = 0;
    bool m_isDelivering = false;
    std::map<qint64, std::function<void()>> m_ready;
};

} // namespace Core
