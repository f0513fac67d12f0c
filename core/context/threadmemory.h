#pragma once

#include "core/context/knownthread.h"

#include <list>
#include <memory>
#include <mutex>

namespace Core {

/// Keeps what is known of the threads that were planned last. Thread-safe.
class ThreadMemory
{
    Q_DISABLE_COPY_MOVE(ThreadMemory)

    struct Entry
    {
        QString firstId;
        std::mutex mutex;
        KnownThread known;
    };

public:
    /// A thread's knowledge, for its holder alone as long as this lives.
    class Claim
    {
    public:
        explicit Claim(std::shared_ptr<Entry> entry)
            : m_entry(std::move(entry))
            , m_lock(m_entry->mutex)
        {
        }

        KnownThread &known() const { return m_entry->known; }

    private:
        std::shared_ptr<Entry> m_entry;
        std::unique_lock<std::mutex> m_lock;
    };

    explicit ThreadMemory(int threads = 16)
        : m_most(threads)
    {
    }

    /// What is known of this thread, updated to it. Waits while somebody else has it.
    Claim claim(std::span<const Message> thread);

private:
    std::shared_ptr<Entry> entryOf(const QString &firstId);

    int m_most;
    std::mutex m_mutex;
    std::list<std::shared_ptr<Entry>> m_entries; ///< the last used first
};

} // namespace Core
