#include "core/context/threadmemory.h"

#include <algorithm>

namespace Core {

std::shared_ptr<ThreadMemory::Entry> ThreadMemory::entryOf(const QString &firstId)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const auto &entry) { return entry->firstId == firstId; });
    if (found != m_entries.end()) {
        m_entries.splice(m_entries.begin(), m_entries, found);
    } else {
        m_entries.push_front(std::make_shared<Entry>());
        m_entries.front()->firstId = firstId;
        if (int(m_entries.size()) > m_most)
            m_entries.pop_back();
    }
    return m_entries.front();
}

ThreadMemory::Claim ThreadMemory::claim(std::span<const Message> thread)
{
    Claim claim(entryOf(thread.empty() ? QString() : thread.front().id));
    claim.known().update(thread);
    return claim;
}

} // namespace Core
