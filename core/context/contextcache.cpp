#include "core/context/contextcache.h"

#include "core/context/knownthread.h"
#include "core/retrieval/fusion.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Core {

namespace {

class KeyMaker
{
public:
    void add(const void *data, qsizetype size) { m_key.add(data, size); }
    void add(qint64 number) { m_key.add(number); }
    void add(const QString &text) { m_key.add(text); }

    void add(const ContentHash &hash) { m_key.add(hash); }

    void add(const Message &message) { addMessage(m_key, message); }

    void add(const QSet<QString> &ids)
    {
        QStringList sorted(ids.begin(), ids.end());
        sorted.sort();
        add(sorted.size());
        for (const QString &id : sorted)
            add(id);
    }

    void add(const QList<Summary> &summaries)
    {
        add(summaries.size());
        for (const Summary &summary : summaries) {
            add(summary.text);
            add(summary.lastCovered);
            add(summary.madeBy);
        }
    }

    void add(const StrategyOptions &options)
    {
        for (auto option = options.begin(); option != options.end(); ++option) {
            add(option.key());
            const QByteArray value = QJsonDocument(QJsonArray{*option}).toJson();
            add(value.constData(), value.size());
        }
    }

    void add(const DenseVectors &vectors)
    {
        add(vectors.question.constData(), vectors.question.size() * qsizetype(sizeof(float)));
        add(vectors.messages.size());
    }

    ContentHash key() const { return m_key; }

private:
    ContentHash m_key;
};

ContentHash threadHash(const PlanInput &input)
{
    if (input.known)
        return input.known->hash();
    ContentHash hash;
    for (const Message &message : input.thread)
        addMessage(hash, message);
    return hash;
}

} // namespace

ContentHash contextKey(const QString &strategy, const PlanInput &input)
{
    KeyMaker maker;
    maker.add(strategy);
    maker.add(qint64(input.thread.size()));
    maker.add(threadHash(input));
    if (input.draft)
        maker.add(*input.draft);
    maker.add(input.budget.window);
    maker.add(input.budget.replyReserve);
    maker.add(input.options);
    maker.add(input.marks.pinned);
    maker.add(input.marks.excluded);
    maker.add(input.summaries);
    maker.add((input.summaryIsDue ? 256 : 0)
              + (input.summaryFault ? int(*input.summaryFault) : -1));
    const ModelTokens &model = input.counter.tokens();
    maker.add(qint64(model.encoding) << 8 | qint64(model.exactness));
    maker.add(&model.factor, sizeof model.factor);
    if (input.vectors)
        maker.add(*input.vectors);
    return maker.key();
}

ContextPlan ContextCache::plan(const Strategy &strategy, const PlanInput &input, qint64 nowMs)
{
    const ContentHash key = contextKey(strategy.id, input);
    if (const auto found = find(key, nowMs))
        return *found;
    const ContextPlan made = strategy.plan(input);
    insert(key, made, nowMs);
    return made;
}

std::optional<ContextPlan> ContextCache::find(const ContentHash &key, qint64 nowMs)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_index.find(key);
    const bool isYoung =
        found != m_index.end() && nowMs - found->second->madeMs < m_limits.lifetimeMs;
    ++(isYoung ? m_hits : m_misses);
    if (!isYoung)
        return std::nullopt;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->plan;
}

void ContextCache::insert(const ContentHash &key, const ContextPlan &plan, qint64 nowMs)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto old = m_index.find(key); old != m_index.end())
        remove(old->second);
    m_entries.push_front({key, plan, nowMs});
    m_index[key] = m_entries.begin();
    m_messages += plan.items.size();
    while (m_messages > m_limits.messages && m_entries.size() > 1)
        remove(std::prev(m_entries.end()));
}

void ContextCache::remove(Entries::iterator entry)
{
    m_messages -= entry->plan.items.size();
    m_index.erase(entry->key);
    m_entries.erase(entry);
}

void ContextCache::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_entries.clear();
    m_index.clear();
    m_messages = 0;
}

qint64 ContextCache::hits() const
{
    const std::scoped_lock lock(m_mutex);
    return m_hits;
}

qint64 ContextCache::misses() const
{
    const std::scoped_lock lock(m_mutex);
    return m_misses;
}

double ContextCache::hitRate() const
{
    const std::scoped_lock lock(m_mutex);
    const qint64 asked = m_hits + m_misses;
    return asked > 0 ? double(m_hits) / double(asked) : 0;
}

} // namespace Core
