#pragma once

#include "core/context/contextplan.h"
#include "core/tokens/tokencounter.h"

#include <span>
#include <vector>

namespace Core {

/// The messages that a plan is about: a branch, and behind it the draft where there is one.
/// Looks at them only; they must outlive it.
class ThreadView
{
public:
    ThreadView(std::span<const Message> thread, const Message *draft)
        : m_thread(thread)
        , m_draft(draft)
    {
    }

    int size() const { return int(m_thread.size()) + (m_draft ? 1 : 0); }
    const Message &operator[](int index) const
    {
        return size_t(index) < m_thread.size() ? m_thread[size_t(index)] : *m_draft;
    }

private:
    std::span<const Message> m_thread;
    const Message *m_draft;
};

/// What is sent whole or not at all: one message, or a tool call with all its results.
struct Unit
{
    int begin = 0; ///< in ThreadUnits::members
    int end = 0;
    int turn = 0;
    int tokens = 0;
    bool isUser = false; ///< a user's message, which opens its turn
};

/// A user's message and all that follows it up to before the next user's message. Only the
/// first turn can lack a user's message; it cannot be sent then, whatever a strategy decides.
struct TurnUnits
{
    int begin = 0; ///< in ThreadUnits::units
    int end = 0;
};

/// A thread cut into what can be decided on. System messages and what cannot be sent
/// (nothing in it, an answer that failed, half a tool call) are not units.
struct ThreadUnits
{
    struct Unsendable
    {
        int index;
        Reason::Code why;
    };

    std::vector<Unit> units;
    std::vector<int> members; ///< indexes in the thread; those of a unit are neighbours
    std::vector<TurnUnits> turns;
    std::vector<int> system;
    std::vector<Unsendable> unsendable;
    int question = -1; ///< unit of the newest user's message; -1: there is none

    std::span<const int> membersOf(const Unit &unit) const
    {
        return std::span(members).subspan(size_t(unit.begin), size_t(unit.end - unit.begin));
    }
};

/// The index of the newest user's message, which is the question; -1 if there is none.
int newestUserMessage(const ThreadView &thread);

/// Linear. A tool call and its results belong together by id, and only where nothing but
/// further results or system messages stands between them: providers refuse anything else.
ThreadUnits threadUnits(const ThreadView &thread, const TokenCounter &counter);

/// Adds the units of the messages in [begin, end) to `units`, which are those of the messages
/// before. A user's message stands at each of the two, or the thread ends there. `tokens` are
/// those of all messages of the thread.
void addUnits(ThreadUnits &units, const ThreadView &thread, int begin, int end,
              std::span<const int> tokens);

} // namespace Core
