#pragma once

#include "core/cost/pastrequests.h"
#include "core/cost/plainsummary.h"
#include "core/cost/plainthread.h"
#include "core/cost/replayquery.h"

namespace Core {

/// What is known of a conversation's texts whichever model counts them. For one thread of
/// execution at a time.
struct ReplayMemory
{
    SentenceReader sentences; ///< of other conversations, too
    SummaryTexts summaries; ///< of this one
};

/// What a strategy would have sent for one request of the past.
struct PlannedRequest
{
    bool fits = false; ///< false: it would have been refused before sending
    int tokens = 0;
    int cached = 0; ///< of them from the provider's prefix cache

    friend bool operator==(const PlannedRequest &, const PlannedRequest &) = default;
};

/// The requests of a conversation, counted with one vocabulary: what the plans of all
/// strategies are made from.
class CountedRequests
{
public:
    /// `conversation`, `past` and `memory` must outlive it.
    CountedRequests(const PastConversation &conversation, const PastRequests &past,
                    const ModelTokens &tokens, ReplayMemory &memory);

    /// What the model wrote of the message, without the marks around it.
    int answerTokens(qsizetype answer) const;

    /// One for each request.
    std::vector<PlannedRequest> plans(const ReplayWay &way, const Budget &budget,
                                      const ReplayQuery &query) const;

private:
    class Cache;

    bool planFromSums(const ReplayWay &way, const Budget &budget, Cache &cache,
                      std::vector<PlannedRequest> &planned) const;
    void planOneByOne(const ReplayWay &way, const Budget &budget, Cache &cache,
                      std::vector<PlannedRequest> &planned) const;

    const PastConversation &m_conversation;
    ReplayMemory &m_memory;
    PastRequests m_past;
    TokenCounter m_counter;
    std::optional<PlainThread> m_plain;
};

} // namespace Core
