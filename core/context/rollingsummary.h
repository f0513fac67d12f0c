#pragma once

#include "core/context/planbuilder.h"

namespace Core {

/// How much of a thread stays as it is before its older part is summarised.
struct RollingLimits
{
    int messages = 20;
    int tokens = 0; ///< of the turns that stay
    int characters = 2400; ///< of the summary
};

/// A summary of the beginning of a thread, with the first turn that it does not cover.
struct RollingSummary
{
    Summary summary;
    int firstTurn = 0;
    int extended = 0; ///< messages that were added on this machine
};

/// The turns that go as they are, while the thread is followed: whenever they are more than
/// may stay, the older half of them goes. So what goes, goes in blocks. `Turns` tells what a turn
/// holds, as PlanBuilder does, and must outlive it.
template <typename Turns>
class TurnWindow
{
public:
    TurnWindow(const Turns &turns, const RollingLimits &limits, int firstTurn)
        : m_turns(turns)
        , m_limits(limits)
        , m_first(firstTurn)
    {
    }

    int first() const { return m_first; }
    /// Takes the next turn; first() is a later one now where others had to go.
    void take(int turn)
    {
        hold(turn, 1);
        if (m_messages <= m_limits.messages && m_tokens <= m_limits.tokens)
            return;
        for (; m_first < turn && isAboveHalf(); ++m_first)
            hold(m_first, -1);
    }

    qint64 messages() const { return m_messages; }
    qint64 tokens() const { return m_tokens; }
    /// Goes on where another one was.
    void resume(int firstTurn, qint64 messages, qint64 tokens)
    {
        m_first = firstTurn;
        m_messages = messages;
        m_tokens = tokens;
    }

private:
    bool isAboveHalf() const
    {
        return m_messages > m_limits.messages / 2 || m_tokens > m_limits.tokens / 2;
    }
    void hold(int turn, int sign)
    {
        m_messages += sign * m_turns.messagesIfKept(turn);
        m_tokens += sign * m_turns.freeTokens(turn);
    }

    const Turns &m_turns;
    RollingLimits m_limits;
    int m_first;
    qint64 m_messages = 0;
    qint64 m_tokens = 0;
};

/// Takes a message into the block that a summary is extended by, or before `previous` where it is
/// an older summary itself, which is nobody's words.
void takeIntoBlock(const Message &message, QList<Message> &block, QString &previous);

/// Follows the thread from `base`, a stored summary or an empty one: whenever more messages
/// have gathered than may stay, the older half is added to the summary by the extractive
/// summariser. So the summary is extended and not made anew, and a further message leaves the
/// beginning of the request as it was until the next block is due. What was pinned or excluded
/// by hand is not in it.
RollingSummary rollingSummary(const PlanBuilder &builder, const PlanInput &input,
                              RollingSummary base, const RollingLimits &limits);

} // namespace Core
