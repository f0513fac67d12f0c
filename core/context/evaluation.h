#pragma once

#include "core/context/probes.h"
#include "core/context/strategies.h"

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
};

/// A budget for which the system messages and the question are excluded: it covers what the
/// strategy selects.
Budget budgetForSelection(const PlanInput &input, int tokens);

/// Collects plans made for probes and sums them up. A plain value.
class Evaluation
{
public:
    /// False, and nothing is counted, where none of the evidence is in the plan's thread.
    bool add(const QString &strategy, int budget, const Probe &probe, const ContextPlan &plan,
             double ms);

    /// Rows in the order in which strategies, budgets and tags came first, "all" last among
    /// the tags. The same seed draws the same intervals.
    QList<EvaluationRow> rows(quint64 seed = 1) const;

private:
    struct Sample
    {
        double recall;
        double tokens;
        double ms;
    };
    struct Group
    {
        QString strategy;
        int budget;
        QString tag;
        std::vector<Sample> samples;
    };

    void add(const QString &strategy, int budget, const QString &tag, const Sample &sample);
    static EvaluationRow rowOf(const Group &group, quint64 seed);

    std::vector<Group> m_groups;
    std::map<std::tuple<QString, int, QString>, size_t> m_index;
};

} // namespace Core
