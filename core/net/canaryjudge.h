#pragma once

#include "core/net/health.h"

#include <QList>
#include <QString>

namespace Core {

/// Percents by which a canary is usually raised: 1, 5, 25, 50.
QList<double> standardSteps();

/// How a canary is to be raised, and what sends it back.
struct CanaryPlan
{
    QString canary;
    QString control;
    QList<double> steps = standardSteps(); ///< the canary's percent of what both have together
    double whole = 100; ///< weight that both have together
    double errorMargin = 0.02; ///< that much more errors than the control's are tolerated
    double slowShare = 0.15; ///< of answers may be slower than 95 % of the control's
    qint64 fewest = 100; ///< requests of each, a step, before anything is said

    friend bool operator==(const CanaryPlan &, const CanaryPlan &) = default;
};

/// What the figures say about a canary beside its control.
enum class CanaryVerdict { NotEnoughData, NotWorse, Worse };

/// What a look at both has found, with the figures that it rests on.
struct CanaryFinding
{
    enum class Why {
        TooFew, ///< requests
        Unclear, ///< enough of them to look, not enough to tell
        Fine,
        MoreErrors,
        Slower,
        Shares, ///< who came does not fit the shares: the assignment is broken
    };

    CanaryVerdict verdict = CanaryVerdict::NotEnoughData;
    Why why = Why::TooFew;
    qint64 requests = 0; ///< the canary's
    qint64 controlRequests = 0;
    double errorRate = 0;
    double controlErrorRate = 0;
    double slowShare = 0; ///< of the canary's answers that are slower than 95 % of the control's

    friend bool operator==(const CanaryFinding &, const CanaryFinding &) = default;
};

/// Compares errors and latencies of one step, at the `look`-th look (from 1): each look has a
/// bound of its own (O'Brien and Fleming, five looks), so that looking often does not cry wolf.
/// Nothing is said of latencies before there are a hundred answers of each.
CanaryFinding judge(const CanaryPlan &plan, const ProviderHealth &canary,
                    const ProviderHealth &control, int look);

/// Untranslated: "worse: errors 20.0% against 1.0%, …".
QString findingText(const CanaryFinding &finding);

/// Whether the counts fit the shares that should have produced them (chi-square, p < 0.001):
/// where they do not, the assignment is broken and no comparison means anything. A/A is the same
/// with equal shares.
bool sharesMismatch(const QList<qint64> &counts, const QList<double> &shares);

} // namespace Core
