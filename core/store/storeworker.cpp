#include "core/store/storeworker.h"

#include <utility>

namespace Core {

StoreWorker::StoreWorker()
    : m_thread([this] { run(); })
{
}

StoreWorker::~StoreWorker()
{
    {
        const std::lock_guard lock(m_guard);
        m_isEnding = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void StoreWorker::post(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_guard);
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_one();
}

void StoreWorker::run()
{
    std::unique_lock lock(m_guard);
    while (true) {
        m_changed.wait(lock, [this] { return m_isEnding || !m_jobs.empty(); });
        if (m_jobs.empty())
            return;
        std::function<void()> job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        job = nullptr; // what it holds ends here and not at the next job
        lock.lock();
    }
}

void Milestone::reach(qint64 number)
{
    {
        const std::lock_guard lock(m_guard);
        m_number = number;
    }
    m_reached.notify_all();
}

void Milestone::waitFor(qint64 number)
{
    std::unique_lock lock(m_guard);
    m_reached.wait(lock, [&] { return m_number >= number; });
}

qint64 Turnstile::ticket()
{
    const std::lock_guard lock(m_guard);
    return m_issued++;
}

void Turnstile::pass(qint64 ticket, std::function<void()> deliver)
{
    std::unique_lock lock(m_guard);
    m_ready.emplace(ticket, std::move(deliver));
    if (m_isDelivering)
        return;
    // Delivered without the lock: whoever waits for a result may ask for the next at once.
    m_isDelivering = true;
    while (!m_ready.empty() && m_ready.begin()->first == m_next) {
        const std::function<void()> next = std::move(m_ready.begin()->second);
        m_ready.erase(m_ready.begin());
        ++m_next;
        lock.unlock();
        next();
        lock.lock();
    }
    m_isDelivering = false;
}

} // namespace Core
