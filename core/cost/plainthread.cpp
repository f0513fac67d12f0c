#include "core/cost/plainthread.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace Core {

namespace {

bool isBlank(const Message &message)
{
    return std::all_of(message.content.begin(), message.content.end(),
                       [](QChar c) { return c.isSpace(); });
}

/// An empty question is sent as long as it is the newest one, and never again.
bool isPlain(std::span<const Message> messages)
{
    bool isAsked = false;
    for (const Message &message : messages) {
        if (message.role == Role::System && isAsked)
            return false;
        if (message.role != Role::User)
            continue;
        isAsked = true;
        if (isBlank(message))
            return false;
    }
    return true;
}

} // namespace

SentMessage sentMessage(const Message &message, int tokens)
{
    size_t print =
        qHashMulti(0, int(message.role), message.content, message.name, message.toolCallId);
    for (const ToolCall &call : message.toolCalls)
        print = qHashMulti(print, call.id, call.name, call.arguments);
    return {print, tokens};
}

std::optional<PlainThread> PlainThread::of(std::span<const Message> messages,
                                           const TokenCounter &counter)
{
    if (!isPlain(messages))
        return std::nullopt;
    const ThreadUnits units = threadUnits(ThreadView(messages, nullptr), counter);
    PlainThread thread;
    for (const int index : units.system)
        thread.m_system += counter.known(messages[size_t(index)]);
    for (const TurnUnits &turn : units.turns)
        thread.m_begins.push_back(turn.begin);
    thread.m_begins.push_back(int(units.units.size()));
    for (const Unit &unit : units.units)
        thread.add(unit, units, messages, counter);
    thread.m_sentBegins.push_back(int(thread.m_sent.size()));
    return thread;
}

void PlainThread::add(const Unit &unit, const ThreadUnits &units, std::span<const Message> messages,
                      const TokenCounter &counter)
{
    // What comes before the first question is never sent.
    const bool isSent = unit.turn > 0 || units.units.front().isUser;
    if (unit.isUser)
        m_questions.push_back(int(m_tokens.size()));
    const auto members = units.membersOf(unit);
    m_firsts.push_back(members.front());
    m_turns.push_back(unit.turn);
    m_tokens.push_back(isSent ? unit.tokens : 0);
    m_tokenSums.push_back(m_tokenSums.back() + m_tokens.back());
    m_messageSums.push_back(m_messageSums.back() + (isSent ? int(members.size()) : 0));
    m_sentBegins.push_back(int(m_sent.size()));
    for (const int index : members) {
        const Message &message = messages[size_t(index)];
        if (!isSent)
            continue;
        m_sent.push_back(sentMessage(message, counter.known(message)));
        m_places.push_back(index);
    }
}

PlainRequest PlainThread::request(int length) const
{
    const auto end = std::lower_bound(m_firsts.begin(), m_firsts.end(), length);
    PlainRequest request;
    request.end = int(end - m_firsts.begin());
    const auto next = std::lower_bound(m_questions.begin(), m_questions.end(), request.end);
    Q_ASSERT(next != m_questions.begin());
    request.question = *(next - 1);
    request.turn = m_turns[size_t(request.question)];
    return request;
}

/// Goes over the messages of a shape in the order in which they are sent.
class PlainThread::Walk
{
public:
    Walk(const PlainThread &thread, const PlainShape &shape)
        : m_thread(thread)
        , m_shape(shape)
        , m_turn(shape.start)
    {
        enter();
    }

    /// Nullptr at the end.
    const SentMessage *next()
    {
        if (m_shape.summary && !std::exchange(m_hasSummary, true))
            return &*m_shape.summary;
        while (m_at == m_end) {
            if (m_turn >= m_shape.request.turn)
                return nullptr;
            m_turn += m_shape.step;
            enter();
        }
        return &m_thread.m_sent[size_t(m_at++)];
    }

private:
    void enter()
    {
        const bool isLast = m_turn >= m_shape.request.turn;
        const int end = isLast ? m_shape.request.end : m_thread.beginOf(m_turn + 1);
        m_at = m_thread.m_sentBegins[size_t(m_thread.beginOf(m_turn))];
        m_end = m_thread.m_sentBegins[size_t(end)];
    }

    const PlainThread &m_thread;
    const PlainShape &m_shape;
    int m_turn;
    int m_at = 0;
    int m_end = 0;
    bool m_hasSummary = false; ///< it was told
};

int PlainThread::sameTokens(const PlainShape &before, const PlainShape &after) const
{
    if (before.start == after.start && before.step == 1 && after.step == 1
        && before.summary == after.summary)
        return before.tokens - TokenCounter::requestOverhead; // it was only added to
    int same = m_system;
    Walk left(*this, before);
    Walk right(*this, after);
    while (true) {
        const SentMessage *one = left.next();
        const SentMessage *other = right.next();
        if (!one || !other || *one != *other)
            return same;
        same += one->tokens;
    }
}

} // namespace Core
