#pragma once

#include "core/base/clock.h"
#include "core/context/strategies.h"

#include <list>
#include <mutex>
#include <unordered_map>

namespace Core {

/// What a plan depends on, in 128 bits: every message with its text, the marks, summaries,
/// options, budget, question and vocabulary. An edit that keeps the number of messages is
/// another key.
struct ContextKey
{
    quint64 high = 0;
    quint64 low = 0;

    friend bool operator==(const ContextKey &, const ContextKey &) = default;
};

ContextKey contextKey(const QString &strategy, const PlanInput &input);

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

    /// `clock` must outlive the cache.
    explicit ContextCache(const Clock &clock);
    ContextCache(const Clock &clock, const Limits &limits);

    /// The strategy's plan, made now where there is none younger than the lifetime.
    ContextPlan plan(const Strategy &strategy, const PlanInput &input);

    void clear();

    qint64 hits() const;
    qint64 misses() const;
    double hitRate() const; ///< 0 before the first plan

private:
    struct Entry
    {
        ContextKey key;
        ContextPlan plan;
        qint64 madeMs = 0;
    };
    struct KeyHash
    {
        size_t operator()(const ContextKey &key) const { return size_t(key.low); }
    };
    using Entries = std::list<Entry>;

    std::optional<ContextPlan> find(const ContextKey &key);
    void insert(const ContextKey &key, const ContextPlan &plan);
    void remove(Entries::iterator entry);

    const Clock &m_clock;
    Limits m_limits;
    mutable std::mutex m_mutex;
    Entries m_entries; ///< the last used first
    std::unordered_map<ContextKey, Entries::iterator, KeyHash> m_index;
    qsizetype m_messages = 0;
    qint64 m_hits = 0;
    qint64 m_misses = 0;
};

} // namespace Core
