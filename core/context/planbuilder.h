#pragma once

#include "core/context/knownthread.h"
#include "core/context/strategies.h"

#include <memory>

namespace Core {

/// What a strategy decides about a unit.
struct Choice
{
    Verdict verdict = Verdict::Dropped;
    Reason reason{Reason::Code::OverBudget};
    Part part = Part::History;
    std::optional<double> score;
    int quoted = -1; ///< tokens of it in a text of the strategy's own; -1: sent as a message
};

/// The rules that all strategies share, in one place, so that a strategy only decides which
/// units stay: system messages first and counted, the newest question always and shortened
/// only as a last resort, the rest of its turn and what the user pinned before all else,
/// nothing that cannot be sent, the order of the thread, sums that are exact.
/// `input` must outlive it.
class PlanBuilder
{
public:
    enum class Oversize {
        Shorten, ///< a question that does not fit is shortened
        Refuse, ///< everything is kept; the plan says by how much it is over budget
    };

    explicit PlanBuilder(const PlanInput &input, Oversize oversize = Oversize::Shorten);

    const ThreadView &thread() const { return m_thread; }
    /// What is known of the thread, from earlier plans where there were any.
    KnownThread &known() const { return *m_known; }
    const ThreadUnits &units() const { return m_units; }
    int turnCount() const { return int(m_units.turns.size()); }
    int questionIndex() const; ///< of the thread; -1: there is none
    /// Where it is not, the question has a part in what the strategy shares out.
    bool questionIsApart() const { return m_input.questionIsApart; }
    /// Of the message of the thread with that index, as it is stored.
    int tokens(int index) const { return m_tokens[size_t(index)]; }

    /// Tokens left for units and text of the strategy's own.
    int room() const { return m_limit - m_used; }

    /// Whether the unit is the strategy's to decide on.
    bool isFree(int unit) const { return m_free[size_t(unit)] && !isKept(unit); }
    bool isKept(int unit) const { return isSent(m_choices[size_t(unit)].verdict); }
    bool isRetrieved(int unit) const
    {
        return m_choices[size_t(unit)].verdict == Verdict::Retrieved;
    }
    /// Of the units of the turn that are free.
    int freeTokens(int turn) const;
    /// How many messages of the turn are sent once its free units are kept.
    int messagesIfKept(int turn) const;

    void decide(int unit, const Choice &choice)
    {
        Choice &now = m_choices[size_t(unit)];
        m_used += tokensWith(unit, choice) - tokensWith(unit, now);
        now = choice;
    }
    /// Decides on all free units of the turn.
    void decideTurn(int turn, const Choice &choice);
    /// Adds a message of the strategy's own: a summary goes behind the system messages, what
    /// was retrieved goes before the question. It has the user's role: what is made from users'
    /// words must not speak with the system's authority. False where it does not fit. `tokens`
    /// are those of the text without a factor, where they are known.
    bool addText(Part part, const QString &text, qsizetype tokens = -1);
    void note(Notice::Code code, int n = 0) { m_notices.append({code, n}); }

    ContextPlan finish();

private:
    ThreadUnits unitsOf(const PlanInput &input) const;
    void takeSystem();
    void takeQuestion(Oversize oversize);
    void takeCurrentTurn();
    void applyMarks();
    void pin(int unit);
    void beginWithUser();
    bool hasMember(const Unit &unit, const QSet<QString> &ids) const;
    RequestMessage requestMessage(int index, Part part) const;

    QList<PlanItem> items() const;
    void decideItems(PlanItem *items) const;
    QList<RequestMessage> messages() const;
    void appendUnit(QList<RequestMessage> &messages, int unit) const;
    void appendTexts(QList<RequestMessage> &messages, Part part) const;

    int tokensWith(int unit, const Choice &choice) const
    {
        return isWhole(choice) ? m_units.units[size_t(unit)].tokens : 0;
    }
    /// Whether it is sent as a message.
    static bool isWhole(const Choice &choice)
    {
        return isSent(choice.verdict) && choice.quoted < 0;
    }

    const PlanInput &m_input;
    std::unique_ptr<KnownThread> m_own; ///< where the input has none
    KnownThread *m_known;
    ThreadView m_thread;
    ThreadUnits m_units;
    std::span<const int> m_tokens; ///< of the messages of m_thread
    std::vector<Choice> m_choices; ///< of the units
    std::vector<char> m_free;
    QList<RequestMessage> m_texts;
    QList<Notice> m_notices;
    std::optional<Message> m_shortened; ///< the question, where it was shortened
    int m_shortenedTokens = 0;
    int m_limit = 0;
    int m_used = 0;
};

} // namespace Core
