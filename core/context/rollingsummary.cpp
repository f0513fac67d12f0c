#include "core/context/rollingsummary.h"

#include "core/base/contenthash.h"
#include "core/context/summaryfirst.h"
#include "core/retrieval/extractive.h"
#include "core/retrieval/retrievalmemory.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

class Roller
{
public:
    Roller(const PlanBuilder &builder, const PlanInput &input, RollingSummary base,
           const RollingLimits &limits)
        : m_builder(builder)
        , m_input(input)
        , m_limits(limits)
        , m_made(std::move(base))
    {
    }

    RollingSummary roll() &&
    {
        for (int turn = m_made.firstTurn; turn < m_builder.turnCount(); ++turn) {
            hold(turn, 1);
            if (m_messages <= m_limits.messages && m_tokens <= m_limits.tokens)
                continue;
            const int begin = m_made.firstTurn;
            int end = begin;
            for (; end < turn && isAboveHalf(); ++end)
                hold(end, -1);
            extend(begin, end);
        }
        return std::move(m_made);
    }

private:
    bool isAboveHalf() const
    {
        return m_messages > m_limits.messages / 2 || m_tokens > m_limits.tokens / 2;
    }

    void hold(int turn, int sign)
    {
        m_messages += sign * m_builder.messagesIfKept(turn);
        m_tokens += sign * m_builder.freeTokens(turn);
    }

    void extend(int begin, int end)
    {
        if (begin == end)
            return;
        QList<Message> block;
        QString previous = m_made.summary.text;
        const ThreadUnits &units = m_builder.units();
        for (int unit = units.turns[size_t(begin)].begin; unit < units.turns[size_t(end) - 1].end;
             ++unit) {
            if (!m_builder.isFree(unit))
                continue;
            for (const int index : units.membersOf(units.units[size_t(unit)]))
                take(m_builder.thread()[index], block, previous);
        }
        m_made.summary.text = extended(block, previous);
        m_made.firstTurn = end;
        m_made.extended += int(block.size());
    }

    /// An older summary among the messages is merged, and is nobody's words.
    static void take(const Message &message, QList<Message> &block, QString &previous)
    {
        if (isMarkedSummary(message.content))
            previous = message.content.section(u'\n', 1) + u'\n' + previous;
        else
            block.append(message);
    }

    QString extended(const QList<Message> &block, const QString &previous) const
    {
        const auto make = [&] {
            return extractiveSummary(block, previous, {.characters = m_limits.characters});
        };
        if (!m_input.memory)
            return make();
        ContentHash key;
        key.add(previous);
        key.add(qint64(m_limits.characters));
        for (const Message &message : block) {
            key.add(qint64(message.role));
            key.add(message.name);
            key.add(message.content);
        }
        return m_input.memory->text(key, make);
    }

    const PlanBuilder &m_builder;
    const PlanInput &m_input;
    RollingLimits m_limits;
    RollingSummary m_made;
    qint64 m_messages = 0; ///< of the turns that stay
    qint64 m_tokens = 0;
};

} // namespace

RollingSummary rollingSummary(const PlanBuilder &builder, const PlanInput &input,
                              RollingSummary base, const RollingLimits &limits)
{
    return Roller(builder, input, std::move(base), limits).roll();
}

} // namespace Core
