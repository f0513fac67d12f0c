#include "core/context/rollingsummary.h"

#include "core/base/contenthash.h"
#include "core/context/storedsummary.h"
#include "core/retrieval/extractive.h"

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
        , m_window(builder, limits, base.firstTurn)
        , m_made(std::move(base))
    {
    }

    RollingSummary roll() &&
    {
        const ContentHash from = start();
        const ThreadUnits &units = m_builder.units();
        const int question = units.question < 0 ? -1 : units.units[size_t(units.question)].turn;
        for (int turn = resume(from); turn < m_builder.turnCount(); ++turn) {
            if (turn == question) // it may still grow; what is before it does not change
                keep(from, turn);
            const int begin = m_window.first();
            m_window.take(turn);
            extend(begin, m_window.first());
        }
        return std::move(m_made);
    }

private:
    /// What the way through the thread depends on besides its messages.
    ContentHash start() const
    {
        ContentHash from;
        const ModelTokens &model = m_input.counter.tokens();
        from.add(qint64(model.encoding));
        from.add(&model.factor, sizeof model.factor);
        from.add(m_made.summary.text);
        from.add(m_made.summary.madeBy);
        from.add(qint64(m_made.firstTurn));
        from.add(qint64(m_limits.messages));
        from.add(qint64(m_limits.tokens));
        from.add(qint64(m_limits.characters));
        const int marked = m_input.marks.isEmpty() ? 0 : m_builder.units().question;
        for (int unit = 0; unit < marked; ++unit) {
            if (!m_builder.isFree(unit))
                from.add(qint64(unit) * 2 + (m_builder.isKept(unit) ? 1 : 0));
        }
        return from;
    }

    int resume(const ContentHash &from)
    {
        const KnownThread::Rolled *rolled = m_builder.known().rolled(from);
        if (!rolled)
            return m_made.firstTurn;
        m_made.summary = rolled->summary;
        m_made.firstTurn = rolled->firstTurn;
        m_made.extended = rolled->extended;
        m_window.resume(rolled->firstTurn, rolled->heldMessages, rolled->heldTokens);
        return rolled->turn;
    }

    void keep(const ContentHash &from, int turn) const
    {
        const ThreadUnits &units = m_builder.units();
        const Unit &first = units.units[size_t(units.turns[size_t(turn)].begin)];
        m_builder.known().keep({.from = from,
                                .messages = units.membersOf(first).front(),
                                .turn = turn,
                                .summary = m_made.summary,
                                .firstTurn = m_made.firstTurn,
                                .extended = m_made.extended,
                                .heldMessages = m_window.messages(),
                                .heldTokens = m_window.tokens()});
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
                takeIntoBlock(m_builder.thread()[index], block, previous);
        }
        m_made.summary.text = extended(block, previous);
        m_made.firstTurn = end;
        m_made.extended += int(block.size());
    }

    QString extended(const QList<Message> &block, const QString &previous) const
    {
        const auto make = [&] {
            return extractiveSummary(block, previous, {.characters = m_limits.characters},
                                     &m_builder.known().sentences());
        };
        ContentHash key;
        key.add(previous);
        key.add(qint64(m_limits.characters));
        for (const Message &message : block) {
            key.add(qint64(message.role));
            key.add(message.name);
            key.add(message.content);
        }
        return m_builder.known().text(key, make);
    }

    const PlanBuilder &m_builder;
    const PlanInput &m_input;
    RollingLimits m_limits;
    TurnWindow<PlanBuilder> m_window;
    RollingSummary m_made;
};

} // namespace

void takeIntoBlock(const Message &message, QList<Message> &block, QString &previous)
{
    if (isMarkedSummary(message.content))
        previous = message.content.section(u'\n', 1) + u'\n' + previous;
    else
        block.append(message);
}

RollingSummary rollingSummary(const PlanBuilder &builder, const PlanInput &input,
                              RollingSummary base, const RollingLimits &limits)
{
    return Roller(builder, input, std::move(base), limits).roll();
}

} // namespace Core
