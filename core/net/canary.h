#pragma once

#include "core/net/canaryjudge.h"

#include <QDateTime>
#include <QSet>

namespace Core {

/// One entry of a canary's history.
struct CanaryEvent
{
    enum class Cause {
        Begun,
        NotWorse, ///< a step up, or the end of the steps
        Worse, ///< rolled back by its guard
        RolledBack, ///< by hand
        Promoted, ///< by hand
        WeightsChanged, ///< by hand, so that nothing guards it any more
    };

    QDateTime at; ///< UTC
    double weight = 0; ///< the canary's percent from then on
    Cause cause = Cause::Begun;
    CanaryFinding finding; ///< NotWorse, Worse

    friend bool operator==(const CanaryEvent &, const CanaryEvent &) = default;
};

/// A guarded canary on its way: it takes samples, and after enough of them goes a step up, waits
/// or rolls back to nothing. A plain value of bounded size; its owner sets the weights that it
/// wants.
class Canary
{
public:
    enum class State {
        Idle, ///< there is none
        Running,
        Passed, ///< through all steps; it stays at the last one
        RolledBack,
        Promoted,
        Ended, ///< its weights were changed by hand
    };

    Canary() = default;
    Canary(const CanaryPlan &plan, const QDateTime &now);

    /// True where the wanted weights have changed. Takes turns only, not fallbacks; one that was
    /// assigned to the canary and went elsewhere because it rests is an error of the canary's.
    bool add(const HealthSample &sample, const QDateTime &now);

    /// Somebody (a user, or a conversation of nobody's) was assigned for the first time.
    void assign(const QString &provider, const QString &unit);

    // By hand, while it runs or has passed
    void rollBack(const QDateTime &now);
    void promote(const QDateTime &now);
    void endFor(double weight, const QDateTime &now);

    const CanaryPlan &plan() const { return m_plan; }
    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running; }

    /// The canary's percent of what both have together.
    double weight() const { return m_history.isEmpty() ? 0 : m_history.last().weight; }
    double canaryWeight() const { return m_plan.whole * weight() / 100; }
    double controlWeight() const { return m_plan.whole - canaryWeight(); }

    const QList<CanaryEvent> &history() const { return m_history; }
    const CanaryFinding &finding() const { return m_finding; } ///< as things stand
    bool sharesAreOff() const;

    QByteArray toJson() const;
    static Canary fromJson(const QByteArray &json); ///< Idle for what makes no sense

private:
    struct Arm
    {
        ProviderHealth health; ///< of this step
        qint64 units = 0; ///< that were assigned in this step
    };

    void update();
    bool look(const QDateTime &now);
    void move(const CanaryEvent &event);
    void readArms(const QJsonObject &object);

    CanaryPlan m_plan;
    State m_state = State::Idle;
    int m_step = 0;
    int m_looks = 0;
    Arm m_canary;
    Arm m_control;
    QSet<quint64> m_units; ///< hashes of those that were counted; so many and no more
    CanaryFinding m_finding;
    QList<CanaryEvent> m_history;
};

} // namespace Core
