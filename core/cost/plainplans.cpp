#include "core/cost/plainplans.h"

#include "core/context/options.h"
#include "core/context/storedsummary.h"

#include <algorithm>
#include <limits>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

// As PlanBuilder has it: below this a question is not shortened.
constexpr int leastQuestion = 32;

int limitOf(const Budget &budget)
{
    return Budget{budget.window > 0 ? budget.window : Budget::defaultWindow,
                  std::max(0, budget.replyReserve)}
        .promptLimit();
}

/// What all of them share: the room beside system, question and what follows it.
class Sums : public PlainPlans
{
public:
    Sums(const StrategyOptions &options, const Budget &budget, const PlainThread &thread)
        : m_options(options)
        , m_thread(thread)
        , m_limit(limitOf(budget))
    {
    }

    std::optional<PlainShape> next(const PlainRequest &request) final
    {
        m_request = request;
        const int beside = m_limit - thread().systemTokens() - TokenCounter::requestOverhead;
        const int question = thread().tokens(request.question);
        if (mayShorten() && question > beside && beside >= leastQuestion)
            return std::nullopt;
        const int behind = thread().tokensBetween(request.question + 1, request.end);
        if (behind > 0 && behind > beside - question)
            return std::nullopt;
        m_historyRoom = beside;
        m_room = beside - question - behind;
        return shape();
    }

protected:
    virtual bool mayShorten() const { return true; }
    virtual std::optional<PlainShape> shape() = 0;

    double option(QLatin1StringView name) const { return m_options.value(name).toDouble(); }
    const PlainThread &thread() const { return m_thread; }
    const PlainRequest &request() const { return m_request; }
    int room() const { return m_room; }
    int historyRoom() const { return m_historyRoom; }

    /// Of the turns from `start` up to the question's.
    int tokensFrom(int start) const
    {
        return thread().tokensBetween(thread().beginOf(start), m_request.question);
    }
    /// With those of the question's own turn.
    int messagesFrom(int start) const
    {
        return thread().messagesBetween(thread().beginOf(start), m_request.end);
    }

    bool fits(int tokens) const { return tokens <= m_room; }

    /// The first turn from `least` on from which all fit in so many tokens and messages.
    int startWithin(int least, int tokens, int messages) const
    {
        int start = m_request.turn;
        while (start > least && tokensFrom(start - 1) <= tokens
               && messagesFrom(start - 1) <= messages)
            --start;
        return start;
    }

    PlainShape from(int start) const { return made(start, 1, tokensFrom(start)); }

    PlainShape made(int start, int step, int tokens) const
    {
        return {m_request, start, step, m_limit - m_room + tokens, tokens <= m_room, {}};
    }

    static constexpr int anyNumber = std::numeric_limits<int>::max();

private:
    const StrategyOptions &m_options;
    const PlainThread &m_thread;
    PlainRequest m_request;
    int m_limit;
    int m_room = 0;
    int m_historyRoom = 0;
};

class FullSums final : public Sums
{
public:
    using Sums::Sums;

private:
    bool mayShorten() const override { return false; }
    std::optional<PlainShape> shape() override { return from(0); }
};

class SlidingSums final : public Sums
{
public:
    using Sums::Sums;

private:
    std::optional<PlainShape> shape() override
    {
        const int most = m_tokens > 0 ? std::min(m_tokens, room()) : room();
        return from(startWithin(0, most, m_last));
    }

    const int m_last = int(option("last"_L1));
    const int m_tokens = int(option("tokens"_L1));
};

/// Follows the thread as BlockCut does, but goes on where the request before ended.
class BlockSums final : public Sums
{
public:
    using Sums::Sums;

private:
    std::optional<PlainShape> shape() override
    {
        const int high = m_tokens > 0 ? std::min(m_tokens, historyRoom()) : historyRoom();
        follow(high, high * m_share);
        return from(startWithin(m_start, room(), anyNumber));
    }

    void follow(int high, double low)
    {
        for (; m_next < request().end; ++m_next) {
            m_held += thread().tokens(m_next);
            if (m_held <= high)
                continue;
            for (; m_start < thread().turnOf(m_next) && m_held > low; ++m_start)
                m_held -= thread().tokensBetween(thread().beginOf(m_start),
                                                 thread().beginOf(m_start + 1));
        }
    }

    const int m_tokens = int(option("tokens"_L1));
    const double m_share = option("share"_L1);
    int m_next = 0; ///< unit
    int m_start = 0; ///< turn
    double m_held = 0;
};

class LadderSums final : public Sums
{
public:
    using Sums::Sums;

private:
    std::optional<PlainShape> shape() override
    {
        if (fits(tokensFrom(0)))
            return from(0);
        const int last = startWithin(0, anyNumber, m_last);
        if (fits(tokensFrom(last)))
            return from(last);
        if (const int tokens = everySecond(); fits(tokens))
            return made(request().turn % 2, 2, tokens);
        return from(startWithin(0, room(), anyNumber));
    }

    int everySecond() const
    {
        int tokens = 0;
        for (int turn = request().turn - 2; turn >= 0; turn -= 2)
            tokens += thread().tokensBetween(thread().beginOf(turn), thread().beginOf(turn + 1));
        return tokens;
    }

    const int m_last = int(option("last"_L1));
};

/// Where no summary is stored.
class SummarySums final : public Sums
{
public:
    SummarySums(const StrategyOptions &options, const Budget &budget, const PlainThread &thread,
                const SummarySource *source)
        : Sums(options, budget, thread)
        , m_source(source)
        , m_isExtractive(options.value("extractive"_L1).toBool())
    {
    }

private:
    std::optional<PlainShape> shape() override
    {
        if (messagesFrom(0) <= m_most && fits(tokensFrom(0)))
            return from(0);
        if (!m_source)
            return std::nullopt;
        if (m_isExtractive) {
            if (const auto shape = withSummary())
                return shape;
        }
        return from(startWithin(startWithin(0, anyNumber, m_most), room(), anyNumber));
    }

    /// Nothing where there is none, or no room for it.
    std::optional<PlainShape> withSummary()
    {
        if (!m_summary) // what the turns and the question may hold is the same for all requests
            m_summary.emplace(thread(), *m_source, rollingLimits(historyRoom(), m_most, 0));
        const PlainSummary::Rolled &rolled = m_summary->of(request());
        if (rolled.text.isEmpty())
            return std::nullopt;
        const SentMessage &sent = m_summary->sent(rolled);
        if (sent.tokens > room())
            return std::nullopt;
        const int covered = rolled.firstTurn;
        const int least = rolled.extended > 0
            ? covered
            : std::min(covered, startWithin(0, anyNumber, m_most / 2));
        const int start = startWithin(least, room() - sent.tokens, anyNumber);
        PlainShape shape = made(start, 1, tokensFrom(start) + sent.tokens);
        shape.summary = sent;
        return shape;
    }

    const SummarySource *m_source;
    const bool m_isExtractive;
    const int m_most = int(option("messages"_L1));
    std::optional<PlainSummary> m_summary;
};

} // namespace

std::unique_ptr<PlainPlans> plainPlans(const QString &strategy, const StrategyOptions &options,
                                       const Budget &budget, const PlainThread &thread,
                                       const SummarySource *source)
{
    if (optionBool(options, omissionsOption()))
        return nullptr;
    if (strategy == "full"_L1)
        return std::make_unique<FullSums>(options, budget, thread);
    if (strategy == "sliding"_L1)
        return std::make_unique<SlidingSums>(options, budget, thread);
    if (strategy == "sliding-blocks"_L1)
        return std::make_unique<BlockSums>(options, budget, thread);
    if (strategy == "ladder"_L1)
        return std::make_unique<LadderSums>(options, budget, thread);
    if (strategy == "summary"_L1)
        return std::make_unique<SummarySums>(options, budget, thread, source);
    return nullptr;
}

} // namespace Core
