#pragma once

#include "core/context/strategies.h"

#include <random>

/// One generated case for the rules that every strategy keeps: a thread with all that goes
/// wrong in real ones, and what the user decided about it.
struct RandomCase
{
    QList<Core::Message> thread;
    std::optional<Core::Message> draft;
    Core::PlanInput input; ///< without references to the thread; see planInput()

    Core::PlanInput planInput() const
    {
        Core::PlanInput ready = input;
        ready.thread = std::span(thread.constData(), size_t(thread.size()));
        ready.draft = draft ? &*draft : nullptr;
        return ready;
    }
};

/// Makes cases: parallel tool calls, missing and stray results, system messages anywhere,
/// empty and giant messages, failed answers, marks, summaries good and bad, any budget.
/// The same seed makes the same cases.
class RandomCases
{
public:
    explicit RandomCases(quint64 seed)
        : m_random(seed)
    {
    }

    RandomCase next();

private:
    int below(int end) { return int(m_random() % quint64(end)); }
    bool oneIn(int n) { return below(n) == 0; }
    QString words(int count);
    QString content();
    void add(Core::Role role, const QString &content);
    void addTurn();
    void addToolCall();
    void addMarks();
    void addSummaries();

    std::mt19937_64 m_random;
    RandomCase m_case;
    int m_number = 0;
    bool m_named = false;
};
