#include "core/retrieval/retrievalmemory.h"

#include <algorithm>

namespace Core {

namespace {

constexpr size_t mostTexts = 4096;

} // namespace

std::shared_ptr<RetrievalMemory::Entry> RetrievalMemory::entryOf(const QString &firstId)
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

void RetrievalMemory::read(std::span<const Message> messages,
                           const std::function<void(ThreadIndex &)> &read)
{
    const auto entry = entryOf(messages.empty() ? QString() : messages.front().id);
    const std::scoped_lock lock(entry->mutex);
    entry->index.update(messages);
    read(entry->index);
}

QString RetrievalMemory::text(const ContentHash &key, const std::function<QString()> &make)
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_texts.find(key.bucket());
        if (found != m_texts.end() && found->second.key == key)
            return found->second.text;
    }
    const QString made = make();
    const std::scoped_lock lock(m_mutex);
    if (m_texts.size() >= mostTexts)
        m_texts.clear();
    m_texts[key.bucket()] = {key, made};
    return made;
}

void readIndex(RetrievalMemory *memory, std::span<const Message> messages,
               const std::function<void(ThreadIndex &)> &read)
{
    if (memory)
        return memory->read(messages, read);
    ThreadIndex index;
    index.update(messages);
    read(index);
}

} // namespace Core
