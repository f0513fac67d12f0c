#include "core/context/threadunits.h"

#include <algorithm>

namespace Core {

namespace {

bool isBlank(const Message &message)
{
    return message.toolCalls.isEmpty()
        && std::all_of(message.content.begin(), message.content.end(),
                       [](QChar c) { return c.isSpace(); });
}

bool isUnfinished(const Message &message)
{
    return message.role == Role::Assistant
        && (message.status == MessageStatus::Failed || message.status == MessageStatus::Streaming);
}

class Cutter
{
public:
    Cutter(ThreadUnits &found, const ThreadView &thread, std::span<const int> tokens)
        : m_found(found)
        , m_thread(thread)
        , m_tokens(tokens)
        , m_question(newestUserMessage(thread))
    {
    }

    void cut(int begin, int end)
    {
        for (int i = begin; i < end;)
            i = take(i);
    }

private:
    int take(int index)
    {
        const Message &message = m_thread[index];
        if (message.role == Role::Tool)
            leaveOut(index, Reason::Code::UnpairedTool);
        else if (index != m_question && isBlank(message))
            leaveOut(index, Reason::Code::Empty);
        else if (message.role == Role::System)
            m_found.system.push_back(index);
        else if (isUnfinished(message))
            leaveOut(index, Reason::Code::Unfinished);
        else if (message.role == Role::Assistant && !message.toolCalls.isEmpty())
            return takeToolCall(index);
        else
            addUnit({&index, 1});
        return index + 1;
    }

    /// The call and the run of results behind it; returns where that run ends.
    int takeToolCall(int call)
    {
        std::vector<int> members{call};
        std::vector<int> strangers;
        int next = call + 1;
        for (; next < m_thread.size(); ++next) {
            const Role role = m_thread[next].role;
            if (role == Role::System)
                take(next);
            else if (role != Role::Tool)
                break;
            else if (answers(m_thread[next], m_thread[call]))
                members.push_back(next);
            else
                strangers.push_back(next);
        }
        if (isAnswered(m_thread[call], members))
            addUnit(members);
        else
            strangers.insert(strangers.end(), members.begin(), members.end());
        for (const int index : strangers)
            leaveOut(index, Reason::Code::UnpairedTool);
        return next;
    }

    static bool answers(const Message &result, const Message &call)
    {
        return std::any_of(call.toolCalls.begin(), call.toolCalls.end(),
                           [&](const ToolCall &each) { return each.id == result.toolCallId; });
    }

    bool isAnswered(const Message &call, std::span<const int> members) const
    {
        return std::all_of(call.toolCalls.begin(), call.toolCalls.end(), [&](const ToolCall &each) {
            return std::any_of(members.begin() + 1, members.end(),
                               [&](int index) { return m_thread[index].toolCallId == each.id; });
        });
    }

    void leaveOut(int index, Reason::Code why) { m_found.unsendable.push_back({index, why}); }

    void addUnit(std::span<const int> members)
    {
        Unit unit;
        unit.begin = int(m_found.members.size());
        for (const int index : members) {
            m_found.members.push_back(index);
            unit.tokens += m_tokens[size_t(index)];
        }
        unit.end = int(m_found.members.size());
        unit.isUser = m_thread[members.front()].role == Role::User;
        if (unit.isUser || m_found.turns.empty())
            m_found.turns.push_back({int(m_found.units.size()), int(m_found.units.size())});
        ++m_found.turns.back().end;
        unit.turn = int(m_found.turns.size()) - 1;
        if (members.front() == m_question)
            m_found.question = int(m_found.units.size());
        m_found.units.push_back(unit);
    }

    ThreadUnits &m_found;
    const ThreadView &m_thread;
    std::span<const int> m_tokens;
    int m_question;
};

} // namespace

int newestUserMessage(const ThreadView &thread)
{
    for (int i = thread.size() - 1; i >= 0; --i) {
        if (thread[i].role == Role::User)
            return i;
    }
    return -1;
}

ThreadUnits threadUnits(const ThreadView &thread, const TokenCounter &counter)
{
    std::vector<int> tokens;
    tokens.reserve(size_t(thread.size()));
    for (int i = 0; i < thread.size(); ++i)
        tokens.push_back(counter.known(thread[i]));
    ThreadUnits units;
    units.units.reserve(size_t(thread.size()));
    units.members.reserve(size_t(thread.size()));
    addUnits(units, thread, 0, thread.size(), tokens);
    return units;
}

void addUnits(ThreadUnits &units, const ThreadView &thread, int begin, int end,
              std::span<const int> tokens)
{
    Cutter(units, thread, tokens).cut(begin, end);
}

} // namespace Core
