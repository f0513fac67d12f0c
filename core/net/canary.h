#pragma once

#include "core/net/health.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Core {

/// How a canary is to be raised, and what sends it back.
struct CanaryPlan
{
    QString canary;
    QString control;
    QList<double> steps{1, 5, 25, 50}; ///< weights of the canary, the control's being 100 - it
    double errorMargin = 0.02; ///< that much more errors than the control's are tolerated
    double slowShare = 0.15; ///< of answers may be slower than 95 % of the control's
    qint64 fewest = 100; ///< requests of each, a step, before anything is said

    friend bool operator==(const CanaryPlan &, const CanaryPlan &) = default;
};

/// What a look at both has found.
struct CanaryFinding
{
    CanaryVerdict verdict = CanaryVerdict::NotEnoughData;
    QString reason; ///< untranslated, with the figures
};

/// Compares errors and latencies of one step, at the `look`-th look (from 1): each look has a
/// bound of its own (O'Brien and Fleming, five looks), so that looking often does not cry wolf.
CanaryFinding judge(const CanaryPlan &plan, const ProviderHealth &canary,
                    const ProviderHealth &control, int look);

/// One entry of a canary's history.
struct CanaryEvent
{
    QDateTime at; ///< UTC
    double weight = 0; ///< of the canary, from then on
    QString reason;

    friend bool operator==(const CanaryEvent &, const CanaryEvent &) = default;
};

/// A guarded canary on its way: it takes samples, and after enough of them goes a step up, waits
/// or rolls back to nothing. A plain value; its owner sets the weights that it wants.
class Canary
{
public:
    enum class State { Running, Passed, RolledBack };

    Canary() = default;
    Canary(const CanaryPlan &plan, const QDateTime &now);

    /// True where the wanted weight has changed.
    bool add(const HealthSample &sample, const QDateTime &now);
    /// By hand.
    void rollBack(const QString &reason, const QDateTime &now);

    const CanaryPlan &plan() const { return m_plan; }
    State state() const { return m_state; }
    double weight() const { return m_history.isEmpty() ? 0 : m_history.last().weight; }
    const QList<CanaryEvent> &history() const { return m_history; }
    const CanaryFinding &finding() const { return m_finding; } ///< of the last look

    QByteArray toJson() const; ///< a restart begins the current step's samples anew
    static Canary fromJson(const QByteArray &json);

private:
    bool look(const QDateTime &now);
    void move(double weight, const QString &reason, const QDateTime &now);

    CanaryPlan m_plan;
    State m_state = State::Passed;
    int m_step = 0;
    int m_looks = 0;
    ProviderHealth m_canary; ///< of this step
    ProviderHealth m_control;
    CanaryFinding m_finding;
    QList<CanaryEvent> m_history;
};

/// Whether the counts fit the shares that should have produced them (chi-square, p < 0.001):
/// where they do not, the assignment is broken and no comparison means anything. A/A is the same
/// with equal shares.
bool sharesMismatch(const QList<qint64> &counts, const QList<double> &shares);

} // namespace Core
