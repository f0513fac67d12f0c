#include "core/context/knownthread.h"

#include <algorithm>
#include <cstring>

namespace Core {

namespace {

constexpr size_t mostTexts = 4096;
constexpr size_t mostRolled = 4; ///< of as many budgets or models in turn

/// Texts are mostly shared, so that their addresses tell.
bool isSame(const QString &left, const QString &right)
{
    return left.size() == right.size() && (left.constData() == right.constData() || left == right);
}

bool isSameTime(const QDateTime &left, const QDateTime &right)
{
    static_assert(sizeof left == sizeof(quint64));
    return std::memcmp(&left, &right, sizeof left) == 0 || left == right;
}

bool isSameText(const Message &left, const Message &right)
{
    return left.role == right.role && left.status == right.status
        && isSame(left.content, right.content) && isSame(left.id, right.id)
        && isSame(left.name, right.name) && isSame(left.toolCallId, right.toolCallId)
        && left.toolCalls.size() == right.toolCalls.size()
        && (left.toolCalls.isEmpty() || left.toolCalls == right.toolCalls)
        && isSameTime(left.createdAt, right.createdAt);
}

} // namespace

void addMessage(ContentHash &hash, const Message &message)
{
    hash.add(message.id);
    hash.add(message.content);
    hash.add(message.name);
    hash.add(message.toolCallId);
    hash.add(qint64(message.role) << 8 | qint64(message.status));
    hash.add(message.tokens);
    hash.add(message.createdAt.isValid() ? message.createdAt.toMSecsSinceEpoch() : -1);
    hash.add(message.toolCalls.size());
    for (const ToolCall &call : message.toolCalls) {
        hash.add(call.id);
        hash.add(call.name);
        hash.add(call.arguments);
    }
}

void KnownThread::update(std::span<const Message> thread)
{
    const size_t most = std::min(thread.size(), m_messages.size());
    size_t texts = 0;
    size_t counts = most;
    for (; texts < most && isSameText(m_messages[texts], thread[texts]); ++texts) {
        const int tokens = thread[texts].tokens;
        if (counts == most && (tokens < 0 || tokens != m_messages[texts].tokens))
            counts = texts;
    }
    counts = std::min(counts, texts);
    forget(texts, counts);
    // Of a thread that was read anew, so that the next look at it is quick again.
    if (counts > 0 && m_messages.front().id.constData() != thread.front().id.constData())
        counts = 0;
    m_messages.resize(counts);
    m_messages.insert(m_messages.end(), thread.begin() + std::ptrdiff_t(counts), thread.end());
}

void KnownThread::forget(size_t sameTexts, size_t sameCounts)
{
    if (sameTexts < size_t(m_index.size()))
        m_index = {};
    if (sameCounts < size_t(m_settledMessages)) {
        m_settled = {};
        m_settledMessages = 0;
    }
    m_extracts.resize(std::min(m_extracts.size(), sameTexts));
    m_hashes.resize(std::min(m_hashes.size(), sameCounts));
    std::erase_if(m_rolled, [&](const Rolled &each) { return sameCounts < size_t(each.messages); });
}

bool KnownThread::isOf(std::span<const Message> thread) const
{
    return thread.size() == m_messages.size()
        && (thread.empty() || isSameText(thread.back(), m_messages.back()));
}

ContentHash KnownThread::hash()
{
    ContentHash hash = m_hashes.empty() ? ContentHash() : m_hashes.back();
    for (size_t i = m_hashes.size(); i < m_messages.size(); ++i) {
        addMessage(hash, m_messages[i]);
        m_hashes.push_back(hash);
    }
    return hash;
}

ThreadUnits KnownThread::units(std::span<const Message> thread, const Message *draft,
                               const TokenCounter &counter)
{
    // What stands before the newest user's message in the thread will not be cut otherwise,
    // whatever comes behind it.
    const ThreadView stored(thread, nullptr);
    const int settled = std::max(0, newestUserMessage(stored));
    if (settled < m_settledMessages) {
        m_settled = {};
        m_settledMessages = 0;
    }
    addUnits(m_settled, stored, m_settledMessages, settled, counter);
    m_settledMessages = settled;

    ThreadUnits units;
    units.units.reserve(thread.size() + 1);
    units.members.reserve(thread.size() + 1);
    units = m_settled;
    const ThreadView whole(thread, draft);
    addUnits(units, whole, settled, whole.size(), counter);
    return units;
}

ThreadIndex &KnownThread::index(int count)
{
    if (count < m_index.size())
        m_index = {};
    m_index.update(std::span(m_messages).first(size_t(count)), m_index.size());
    return m_index;
}

const KnownThread::Rolled *KnownThread::rolled(const ContentHash &from) const
{
    const auto found = std::find_if(m_rolled.begin(), m_rolled.end(),
                                    [&](const Rolled &each) { return each.from == from; });
    return found == m_rolled.end() ? nullptr : &*found;
}

void KnownThread::keep(const Rolled &rolled)
{
    std::erase_if(m_rolled, [&](const Rolled &each) { return each.from == rolled.from; });
    if (m_rolled.size() == mostRolled)
        m_rolled.erase(m_rolled.begin());
    m_rolled.push_back(rolled);
}

const QString &KnownThread::extract(int message, QString (*make)(const Message &))
{
    const auto place = size_t(message);
    if (place >= m_extracts.size())
        m_extracts.resize(m_messages.size());
    if (!m_extracts[place])
        m_extracts[place] = make(m_messages[place]);
    return *m_extracts[place];
}

QString KnownThread::text(const ContentHash &key, const std::function<QString()> &make)
{
    const auto found = m_texts.find(key.bucket());
    if (found != m_texts.end() && found->second.key == key)
        return found->second.text;
    const QString made = make();
    if (m_texts.size() >= mostTexts)
        m_texts.clear();
    m_texts[key.bucket()] = {key, made};
    return made;
}

} // namespace Core
