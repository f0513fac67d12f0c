#pragma once

#include "core/base/contenthash.h"
#include "core/context/strategies.h"

#include <list>
#include <mutex>
#include <unordered_map>

namespace Core {

/// What a plan depends on: every message with its text, the marks, summaries, options, budget,
/// question and vocabulary. An edit that keeps the number of messages is another key.
ContentHash contextKey(const QString &strategy, const PlanInput &input);

/// Plans made lately, so that nobody makes the same one twice. Bounded in time and in size;
/// what was not used for longest goes first. Thread-safe.
class ContextCache
{
    Q_DISABLE_COPY_MOVE(ContextCache)

public:
    struct Limits
    {
        qint64 lifetimeMs = 300'000;
        qsizetype messages = 400'000; ///< in all plans together
    };

    ContextCache() = default;
    explicit ContextCache(const Limits &limits)
        : m_limits(limits)
    {
    }

    /// The strategy's plan, made now where there is none younger than the lifetime. `nowMs` is
    /// Clock::monotonicMs().
    ContextPlan plan(const Strategy &strategy, const PlanInput &input, qint64 nowMs);

    void clear();

    qint64 hits() const;
    qint64 misses() const;
    double hitRate() const; ///< 0 before the first plan

private:
    struct Entry
    {
        ContentHash key;
        ContextPlan plan;
        qint64 madeMs = 0;
    };
    struct KeyHash
    {
        size_t operator()(const ContentHash &key) const { return key.bucket(); }
    };
    using Entries = std::list<Entry>;

    std::optional<ContextPlan> find(const ContentHash &key, qint64 nowMs);
    void insert(const ContentHash &key, const ContextPlan &plan, qint64 nowMs);
    void remove(Entries::iterator entry);

    Limits m_limits;
    mutable std::mutex m_mutex;
    Entries m_entries; ///< the last used first
    std::unordered_map<ContentHash, Entries::iterator, KeyHash> m_index;
    qsizetype m_messages = 0;
    qint64 m_hits = 0;
    qint64 m_misses = 0;
};

} // namespace Core
