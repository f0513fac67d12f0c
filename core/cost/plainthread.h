#pragma once

#include "core/context/threadunits.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace Core {

/// A request of a plain thread: its question and all that stood behind it.
struct PlainRequest
{
    int turn = 0; ///< of the question
    int question = 0; ///< unit; it opens its turn
    int end = 0; ///< unit behind the last one
};

/// A message as a provider compares it with another one.
struct SentMessage
{
    size_t print = 0; ///< the same for messages that are the same to a provider
    int tokens = 0;

    friend bool operator==(const SentMessage &, const SentMessage &) = default;
};
SentMessage sentMessage(const Message &message, int tokens);

/// Which messages of a request are sent besides the system's: a summary, whole turns from one on,
/// or every second one, and the question's own as far as it had come.
struct PlainShape
{
    PlainRequest request;
    int start = 0; ///< first turn
    int step = 1; ///< every turn, or every second one, counted from the question's
    int tokens = 0; ///< as BudgetUse::total() counts them
    bool fits = false;
    std::optional<SentMessage> summary;
};

/// A branch in which a longer thread only adds to a shorter one: no empty question, no system
/// message after the first question. Then what a plan of any of its requests would keep can be
/// told from sums, without making the plan.
class PlainThread
{
public:
    /// Nothing for a thread that is not so. The messages are counted.
    static std::optional<PlainThread> of(std::span<const Message> messages,
                                         const TokenCounter &counter);

    /// Of the first `length` messages, of which one is a user's; no tool call is cut.
    PlainRequest request(int length) const;

    int systemTokens() const { return m_system; }
    int tokens(int unit) const { return m_tokens[size_t(unit)]; }
    int turnOf(int unit) const { return m_turns[size_t(unit)]; }
    int beginOf(int turn) const { return m_begins[size_t(turn)]; }
    /// Of the units in [begin, end); those that are never sent count nothing.
    int tokensBetween(int begin, int end) const
    {
        return m_tokenSums[size_t(end)] - m_tokenSums[size_t(begin)];
    }
    int messagesBetween(int begin, int end) const
    {
        return m_messageSums[size_t(end)] - m_messageSums[size_t(begin)];
    }

    /// Places in the thread of the messages of the turns in [begin, end) that can be sent.
    std::span<const int> sentOf(int begin, int end) const
    {
        const int from = m_sentBegins[size_t(beginOf(begin))];
        return std::span(m_places).subspan(size_t(from),
                                           size_t(m_sentBegins[size_t(beginOf(end))] - from));
    }

    /// Tokens of the messages with which both requests begin.
    int sameTokens(const PlainShape &before, const PlainShape &after) const;

private:
    class Walk;

    void add(const Unit &unit, const ThreadUnits &units, std::span<const Message> messages,
             const TokenCounter &counter);

    int m_system = 0;
    std::vector<int> m_firsts; ///< place of each unit's first message in the thread
    std::vector<int> m_tokens; ///< of each unit
    std::vector<int> m_turns; ///< of each unit
    std::vector<int> m_begins; ///< first unit of each turn, and the end
    std::vector<int> m_tokenSums{0}; ///< up to each unit
    std::vector<int> m_messageSums{0};
    std::vector<int> m_sentBegins; ///< of each unit, in m_sent, and the end
    std::vector<SentMessage> m_sent;
    std::vector<int> m_places; ///< of m_sent in the thread
    std::vector<int> m_questions; ///< units that are a user's message
};

} // namespace Core
