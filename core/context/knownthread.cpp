#include "core/context/knownthread.h"

#include "core/tokens/tokenizer.h"

#include <algorithm>
#include <cstring>

namespace Core {

namespace {

constexpr size_t mostTexts = 4096;
constexpr size_t mostRolled = 4; ///< of as many budgets or models in turn

/// Texts are mostly shared, so that their addresses tell.
bool isShared(const QString &left, const QString &right)
{
    return (left.size() == right.size()) & (left.constData() == right.constData());
}

bool isSharedTime(const QDateTime &left, const QDateTime &right)
{
    static_assert(sizeof left == sizeof(quint64));
    return std::memcmp(&left, &right, sizeof left) == 0;
}

/// Whether the one is a copy of the other. All is looked at, without a branch: it mostly is, and
/// of all messages that is asked for every plan.
bool isCopy(const Message &left, const Message &right)
{
    return (left.role == right.role) & (left.status == right.status)
        & isShared(left.content, right.content) & isShared(left.id, right.id)
        & isShared(left.name, right.name) & isShared(left.toolCallId, right.toolCallId)
        & (left.toolCalls.size() == right.toolCalls.size())
        & (left.toolCalls.constData() == right.toolCalls.constData())
        & isSharedTime(left.createdAt, right.createdAt);
}

bool isSameText(const Message &left, const Message &right)
{
    return isCopy(left, right)
        || (left.role == right.role && left.status == right.status && left.content == right.content
            && left.id == right.id && left.name == right.name && left.toolCallId == right.toolCallId
            && left.toolCalls == right.toolCalls && left.createdAt == right.createdAt);
}

bool isSameCount(const Message &left, const Message &right)
{
    return left.tokens == right.tokens && left.encoding == right.encoding;
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
    hash.add(qint64(message.encoding));
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
        if (counts == most && !isSameCount(m_messages[texts], thread[texts]))
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
    m_index.truncate(int(sameTexts));
    m_counts.forget(sameTexts, sameCounts);
    if (sameCounts < size_t(m_settledMessages)) {
        m_settled = {};
        m_settledMessages = 0;
    }
    for (auto &made : m_made)
        made.resize(std::min(made.size(), sameTexts));
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
    if (settled < m_settledMessages || !m_counts.areOf(counter)) {
        m_settled = {};
        m_settledMessages = 0;
    }
    const std::span<const int> tokens = m_counts.of(thread, draft, counter);
    addUnits(m_settled, stored, m_settledMessages, settled, tokens);
    m_settledMessages = settled;

    ThreadUnits units;
    units.units.reserve(thread.size() + 1);
    units.members.reserve(thread.size() + 1);
    units = m_settled;
    const ThreadView whole(thread, draft);
    addUnits(units, whole, settled, whole.size(), tokens);
    return units;
}

ThreadIndex &KnownThread::index(int count)
{
    m_index.truncate(count);
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

const KnownThread::Made &KnownThread::made(Use use, int message, const TokenCounter &counter,
                                           QString (*make)(const Message &))
{
    if (m_madeFor != counter.encoding())
        m_made = {};
    m_madeFor = counter.encoding();
    std::vector<std::optional<Made>> &all = m_made[size_t(use)];
    const auto place = size_t(message);
    if (place >= all.size())
        all.resize(m_messages.size());
    if (!all[place]) {
        const QString text = make(m_messages[place]);
        all[place] = Made{text, Tokenizer(counter.encoding()).count(text)};
    }
    return *all[place];
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
