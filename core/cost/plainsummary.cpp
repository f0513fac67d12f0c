#include "core/cost/plainsummary.h"

#include "core/context/storedsummary.h"
#include "core/retrieval/extractive.h"

#include <algorithm>

namespace Core {

using namespace Qt::Literals::StringLiterals;

SummaryTexts::Made SummaryTexts::made(const QString &previous, int begin, int end, int characters,
                                      const std::function<Made()> &make)
{
    const auto known = std::find_if(m_known.begin(), m_known.end(), [&](const Known &each) {
        return each.begin == begin && each.end == end && each.characters == characters
            && each.previous == previous;
    });
    if (known != m_known.end())
        return known->made;
    m_known.push_back({previous, begin, end, characters, make()});
    return m_known.back().made;
}

int PlainSummary::Turns::messagesIfKept(int turn) const
{
    const int end = turn == request.turn ? request.end : thread.beginOf(turn + 1);
    return thread.messagesBetween(thread.beginOf(turn), end);
}

int PlainSummary::Turns::freeTokens(int turn) const
{
    return turn == request.turn
        ? 0
        : thread.tokensBetween(thread.beginOf(turn), thread.beginOf(turn + 1));
}

PlainSummary::PlainSummary(const PlainThread &thread, const SummarySource &source,
                           const RollingLimits &limits)
    : m_source(source)
    , m_limits(limits)
    , m_turns{thread, {}}
    , m_window(m_turns, limits, 0)
{
}

const PlainSummary::Rolled &PlainSummary::of(const PlainRequest &request)
{
    m_turns.request = request;
    for (; m_next < request.turn; ++m_next)
        take(m_next, m_window, m_rolled);
    // The question's turn may still grow.
    Window window = m_window;
    m_asked = m_rolled;
    take(request.turn, window, m_asked);
    return m_asked;
}

void PlainSummary::take(int turn, Window &window, Rolled &rolled) const
{
    window.take(turn);
    if (window.first() > rolled.firstTurn)
        extend(rolled, window.first());
}

void PlainSummary::extend(Rolled &rolled, int end) const
{
    const SummaryTexts::Made more =
        m_source.texts.made(rolled.text, rolled.firstTurn, end, m_limits.characters,
                            [&] { return made(rolled.text, rolled.firstTurn, end); });
    rolled = {more.text, end, rolled.extended + more.messages};
}

SummaryTexts::Made PlainSummary::made(const QString &before, int begin, int end) const
{
    QList<Message> block;
    QString previous = before;
    for (const int place : m_turns.thread.sentOf(begin, end))
        takeIntoBlock(m_source.messages[size_t(place)], block, previous);
    return {extractiveSummary(block, previous, {.characters = m_limits.characters},
                              &m_source.sentences),
            int(block.size())};
}

const SentMessage &PlainSummary::sent(const Rolled &rolled)
{
    if (m_sentText != rolled.text) {
        m_sentText = rolled.text;
        const QString maker = rolled.extended > 0 ? u"extractive"_s : QString();
        const Message message{.role = Role::User,
                              .content = markedSummary({.text = rolled.text, .madeBy = maker})};
        m_sent = sentMessage(message, m_source.counter.message(message));
    }
    return m_sent;
}

} // namespace Core
