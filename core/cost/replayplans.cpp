#include "core/cost/replayplans.h"

#include "core/context/knownthread.h"
#include "core/cost/plainplans.h"

#include <algorithm>

namespace Core {

namespace {

// Tokens of an answer that the model did not write: the marks around it and its role.
constexpr int answerOverhead = 4;

} // namespace

/// What the provider still holds of the request before.
class CountedRequests::Cache
{
public:
    Cache(const QList<Message> &messages, const ReplayQuery &query)
        : m_messages(messages)
        , m_query(query)
    {
    }

    /// `same` tells how many tokens the request shares with the one before.
    template <typename Same>
    PlannedRequest take(const PastRequest &request, int tokens, Same same)
    {
        const QDateTime &asked = m_messages[request.answer].createdAt;
        const bool isWarm = m_isFilled
            && (!asked.isValid() || !m_asked.isValid()
                || m_asked.msecsTo(asked) <= m_query.cacheLifeMs);
        m_isFilled = true;
        m_asked = asked;
        return {true, tokens, isWarm ? m_query.cache.cachedOf(same()) : 0};
    }

private:
    const QList<Message> &m_messages;
    const ReplayQuery &m_query;
    QDateTime m_asked;
    bool m_isFilled = false;
};

CountedRequests::CountedRequests(const PastConversation &conversation, const PastRequests &past,
                                 const ModelTokens &tokens, ReplayMemory &memory)
    : m_conversation(conversation)
    , m_memory(memory)
    , m_past(past)
    , m_counter(tokens)
{
    for (QList<Message> &branch : m_past.branches)
        m_counter.count(branch);
    const bool hasMarks =
        !conversation.marks.pinned.isEmpty() || !conversation.marks.excluded.isEmpty();
    if (m_past.branches.size() == 1 && !hasMarks) {
        const QList<Message> &branch = m_past.branches.constFirst();
        m_plain = PlainThread::of({branch.constData(), size_t(branch.size())}, m_counter);
    }
}

int CountedRequests::answerTokens(qsizetype answer) const
{
    return std::max(0, m_counter.known(m_conversation.messages[answer]) - answerOverhead);
}

std::vector<PlannedRequest> CountedRequests::plans(const ReplayWay &way, const Budget &budget,
                                                   const ReplayQuery &query) const
{
    std::vector<PlannedRequest> planned(m_past.requests.size());
    if (Cache cache(m_conversation.messages, query); planFromSums(way, budget, cache, planned))
        return planned;
    planned.assign(m_past.requests.size(), {});
    Cache cache(m_conversation.messages, query);
    planOneByOne(way, budget, cache, planned);
    return planned;
}

bool CountedRequests::planFromSums(const ReplayWay &way, const Budget &budget, Cache &cache,
                                   std::vector<PlannedRequest> &planned) const
{
    if (!m_plain)
        return false;
    const QList<Message> &branch = m_past.branches.constFirst();
    const SummarySource source{{branch.constData(), size_t(branch.size())},
                               m_counter,
                               m_memory.sentences,
                               m_memory.summaries};
    const auto plans = plainPlans(way.strategy, way.options, budget, *m_plain,
                                  m_conversation.summaries.isEmpty() ? &source : nullptr);
    if (!plans)
        return false;
    PlainShape before;
    for (size_t i = 0; i < planned.size(); ++i) {
        const PastRequest &request = m_past.requests[i];
        const auto shape = plans->next(m_plain->request(request.length));
        if (!shape)
            return false;
        if (!shape->fits)
            continue;
        planned[i] =
            cache.take(request, shape->tokens, [&] { return m_plain->sameTokens(before, *shape); });
        before = *shape;
    }
    return true;
}

void CountedRequests::planOneByOne(const ReplayWay &way, const Budget &budget, Cache &cache,
                                   std::vector<PlannedRequest> &planned) const
{
    const auto strategy = strategyById(way.strategy);
    if (!strategy)
        return;
    KnownThread known(&m_memory.sentences);
    PlanInput input{.budget = budget,
                    .options = way.options,
                    .marks = m_conversation.marks,
                    .summaries = m_conversation.summaries,
                    .counter = m_counter,
                    .known = &known};
    ContextPlan before;
    for (size_t i = 0; i < planned.size(); ++i) {
        const PastRequest &request = m_past.requests[i];
        input.thread = m_past.threadOf(request);
        known.update(input.thread);
        ContextPlan plan = (*strategy)->plan(input);
        if (!plan.fits()) // what does not fit is not sent
            continue;
        planned[i] =
            cache.take(request, plan.use.total(), [&] { return samePrefixTokens(before, plan); });
        before = std::move(plan);
    }
}

} // namespace Core
