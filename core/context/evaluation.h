#pragma once

#include "core/context/comparison.h"
#include "core/context/probes.h"
#include "core/context/strategies.h"

#include <functional>
#include <map>
#include <tuple>

namespace Core {

/// How well a strategy keeps what the answers need, under one budget.
struct EvaluationRow
{
    QString strategy;
    int budget = 0;
    QString tag; ///< "all": of all tags
    int n = 0; ///< probes
    double recall = 0; ///< mean share of a probe's evidence that is sent
    double all = 0; ///< share of probes whose evidence is sent as a whole
    double low = 0; ///< of recall, in 95 of 100 resamplings of the probes
    double high = 0;
    double tokens = 0; ///< mean, of what was selected
    double ms = 0; ///< mean, of planning
    double over = 0; ///< share of probes whose plan is over the budget, so that nothing is sent

    friend bool operator==(const EvaluationRow &, const EvaluationRow &) = default;
};

/// How a strategy's recall under a budget differs from the best one's, probe by probe, so that
/// hard probes do not blur it. Plans over the budget are not compared: they are not sent.
struct RecallDifference
{
    QString strategy;
    QString best;
    int budget = 0;
    double difference = 0; ///< 0 or below
    double low = 0; ///< in 95 of 100 resamplings of the probes
    double high = 0;

    /// Without it the figures say nothing about which one is better.
    bool isDifferent() const { return high < 0 || low > 0; }
};

/// What is planned for every probe.
struct EvaluationGrid
{
    QList<StrategyChoice> choices; ///< with checked options
    QList<int> budgets;
};

/// Milliseconds since some moment, with fractions.
using Stopwatch = std::function<double()>;

/// Gives the plan a budget for which the system messages and the question are excluded: it covers
/// what the strategy selects, and so does each of its shares.
void setSelectionBudget(PlanInput &input, int tokens);

/// Collects plans made for probes and sums them up. A plain value.
class Evaluation
{
public:
    /// Plans every probe of a conversation under every strategy and budget. `input` has the
    /// conversation; its draft, budget and options are not looked at. Answers the probes of
    /// which no evidence is in the thread: they count nowhere.
    QList<Probe> run(const PlanInput &input, const QList<Probe> &probes, const EvaluationGrid &grid,
                     const Stopwatch &stopwatch);

    /// False, and nothing is counted, where none of the evidence is in the plan's thread.
    bool add(const QString &strategy, int budget, const Probe &probe, const ContextPlan &plan,
             double ms);

    /// Rows in the order in which strategies, budgets and tags came first, "all" last among
    /// the tags. The same seed draws the same intervals.
    QList<EvaluationRow> rows(quint64 seed = 1) const;

    /// Every strategy but the best one against the best one, for every budget, over all probes.
    QList<RecallDifference> differences(quint64 seed = 1) const;

private:
    struct Sample
    {
        double recall;
        double tokens;
        double ms;
        bool fits;
    };
    struct Group
    {
        QString strategy;
        int budget;
        QString tag;
        std::vector<Sample> samples;
    };

    void add(const QString &strategy, int budget, const QString &tag, const Sample &sample);
    void plan(PlanInput &input, const Probe &probe, const EvaluationGrid &grid,
              const Stopwatch &stopwatch);
    static std::vector<double> recallsOf(const Group &group);
    static bool isComparable(const Group &group);
    const Group *bestUnder(int budget) const;
    static EvaluationRow rowOf(const Group &group, quint64 seed);

    std::vector<Group> m_groups;
    std::map<std::tuple<QString, int, QString>, size_t> m_index;
};

} // namespace Core
