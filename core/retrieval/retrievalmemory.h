#pragma once

#include "core/base/contenthash.h"
#include "core/retrieval/threadindex.h"

#include <QtGlobal>

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace Core {

/// Keeps the indexes of the conversations asked about last, so that a further message costs
/// one message and not the whole thread. It never changes an outcome. Thread-safe.
class RetrievalMemory
{
    Q_DISABLE_COPY_MOVE(RetrievalMemory)

public:
    explicit RetrievalMemory(int conversations = 16)
        : m_most(conversations)
    {
    }

    /// Calls `read` with an index of these messages, which is good for that call only.
    void read(std::span<const Message> messages, const std::function<void(ThreadIndex &)> &read);

    /// The text that was made for `key`, or that `make` makes now.
    QString text(const ContentHash &key, const std::function<QString()> &make);

private:
    struct Text
    {
        ContentHash key;
        QString text;
    };
    struct Entry
    {
        QString firstId;
        std::mutex mutex;
        ThreadIndex index;
    };

    std::shared_ptr<Entry> entryOf(const QString &firstId);

    int m_most;
    std::mutex m_mutex;
    std::list<std::shared_ptr<Entry>> m_entries; ///< the last used first
    std::unordered_map<size_t, Text> m_texts; ///< by ContentHash::bucket()
};

/// The same with `memory`, or with a new index where it is nullptr.
void readIndex(RetrievalMemory *memory, std::span<const Message> messages,
               const std::function<void(ThreadIndex &)> &read);

} // namespace Core
