#pragma once

#include "core/context/strategies.h"

namespace Core {

/// When a provider serves the beginning of a request from its cache: what is the same as in
/// the request before, from `least` tokens on, in steps.
struct CacheRule
{
    int least = 1024;
    int step = 128;

    int cachedOf(int sameTokens) const
    {
        return sameTokens < least ? 0 : sameTokens - sameTokens % step;
    }
};

/// Tokens of the messages with which both requests begin.
int samePrefixTokens(const ContextPlan &before, const ContextPlan &after);

/// Sets PlanItem::cached of what `after` has in common with the beginning of `before`.
void markCached(ContextPlan &after, const ContextPlan &before);

/// A thread's requests, one for each of its questions, as a provider with a prefix cache
/// would have seen them.
struct CacheReplay
{
    int requests = 0;
    qint64 tokens = 0;
    qint64 cached = 0;

    /// Nothing where nothing was sent.
    std::optional<double> share() const
    {
        return tokens > 0 ? std::optional(double(cached) / double(tokens)) : std::nullopt;
    }
};

/// Plans the thread once for each of its newest `most` questions.
CacheReplay replayCache(const Strategy &strategy, const PlanInput &input, int most = 60,
                        const CacheRule &cache = {});

/// Messages and their tokens.
struct MessageSum
{
    int messages = 0;
    int tokens = 0;

    friend bool operator==(const MessageSum &, const MessageSum &) = default;
};

/// What one strategy makes of a thread.
struct StrategyOutcome
{
    ContextPlan plan;
    MessageSum kept; ///< sent in full or in part; tokens as sent
    MessageSum dropped; ///< by the strategy or by hand
    MessageSum summarised;
    CacheReplay replay;
};

struct StrategyChoice
{
    QString strategy;
    StrategyOptions options;
};

/// The strategies side by side over one thread. NotFound or BadInput for a choice that is not
/// there.
Result<QList<StrategyOutcome>> compareStrategies(const PlanInput &input,
                                                 const QList<StrategyChoice> &choices,
                                                 int mostReplayed = 60);

} // namespace Core
