#include "core/context/evaluation.h"

#include "core/context/knownthread.h"
#include "core/context/threadunits.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int resamplings = 1000;
constexpr double tail = 0.025;

/// The interval in which the mean lies when the probes are drawn again, with replacement.
std::pair<double, double> interval(const std::vector<double> &values, quint64 seed)
{
    std::mt19937_64 random(seed);
    std::vector<double> means;
    means.reserve(resamplings);
    for (int i = 0; i < resamplings; ++i) {
        double sum = 0;
        for (size_t drawn = 0; drawn < values.size(); ++drawn)
            sum += values[random() % values.size()];
        means.push_back(sum / double(values.size()));
    }
    std::sort(means.begin(), means.end());
    const auto at = [&](double share) {
        return means[size_t(std::lround(share * (resamplings - 1)))];
    };
    return {at(tail), at(1 - tail)};
}

double meanOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

bool hasEvidence(const QSet<QString> &ids, const Probe &probe)
{
    return std::any_of(probe.evidence.begin(), probe.evidence.end(),
                       [&](const QString &id) { return ids.contains(id); });
}

} // namespace

void setSelectionBudget(PlanInput &input, int tokens)
{
    const ThreadView thread(input.thread, input.draft);
    const ThreadUnits units = threadUnits(thread, input.counter);
    int beside = TokenCounter::requestOverhead;
    for (const int index : units.system)
        beside += input.counter.known(thread[index]);
    if (units.question >= 0)
        beside += units.units[size_t(units.question)].tokens;
    input.budget = {.window = beside + tokens, .replyReserve = 0};
    input.questionIsApart = true;
}

QList<Probe> Evaluation::run(const PlanInput &input, const QList<Probe> &probes,
                             const EvaluationGrid &grid, const Stopwatch &stopwatch)
{
    QSet<QString> ids;
    for (const Message &message : input.thread)
        ids.insert(message.id);
    QList<Probe> leftOut;
    KnownThread known;
    known.update(input.thread);
    for (const Probe &probe : probes) {
        if (!hasEvidence(ids, probe)) {
            leftOut.append(probe);
            continue;
        }
        Message question{.id = u"question"_s, .content = probe.question};
        input.counter.count(question);
        PlanInput each = input;
        each.draft = &question;
        each.known = &known;
        plan(each, probe, grid, stopwatch);
    }
    return leftOut;
}

void Evaluation::plan(PlanInput &input, const Probe &probe, const EvaluationGrid &grid,
                      const Stopwatch &stopwatch)
{
    for (const StrategyChoice &choice : grid.choices) {
        const auto strategy = strategyById(choice.strategy);
        if (!strategy)
            continue;
        input.options = choice.options;
        for (const int budget : grid.budgets) {
            setSelectionBudget(input, budget);
            const double begin = stopwatch();
            const ContextPlan made = (*strategy)->plan(input);
            add(choice.strategy, budget, probe, made, stopwatch() - begin);
        }
    }
}

bool Evaluation::add(const QString &strategy, int budget, const Probe &probe,
                     const ContextPlan &plan, double ms)
{
    QHash<QString, bool> sent;
    for (const PlanItem &item : plan.items)
        sent.insert(item.id, isSent(item.verdict) && item.verdict != Verdict::Shortened);
    int there = 0;
    int found = 0;
    for (const QString &id : probe.evidence) {
        there += sent.contains(id) ? 1 : 0;
        found += sent.value(id) ? 1 : 0;
    }
    if (there == 0)
        return false;
    const BudgetUse &use = plan.use;
    const Sample sample{double(found) / there,
                        double(use.pinned + use.summary + use.history + use.retrieved), ms,
                        plan.fits()};
    if (!probe.tag.isEmpty() && probe.tag != "all"_L1)
        add(strategy, budget, probe.tag, sample);
    add(strategy, budget, u"all"_s, sample);
    return true;
}

void Evaluation::add(const QString &strategy, int budget, const QString &tag, const Sample &sample)
{
    const auto [found, isNew] = m_index.try_emplace({strategy, budget, tag}, m_groups.size());
    if (isNew)
        m_groups.push_back({strategy, budget, tag, {}});
    m_groups[found->second].samples.push_back(sample);
}

EvaluationRow Evaluation::rowOf(const Group &group, quint64 seed)
{
    EvaluationRow row{.strategy = group.strategy,
                      .budget = group.budget,
                      .tag = group.tag,
                      .n = int(group.samples.size())};
    for (const Sample &sample : group.samples) {
        row.recall += sample.recall;
        row.all += sample.recall >= 1 ? 1 : 0;
        row.tokens += sample.tokens;
        row.ms += sample.ms;
        row.over += sample.fits ? 0 : 1;
    }
    for (double *mean : {&row.recall, &row.all, &row.tokens, &row.ms, &row.over})
        *mean /= row.n; // at the end, so that all of them are 1 and not almost
    std::tie(row.low, row.high) = interval(recallsOf(group), seed);
    return row;
}

std::vector<double> Evaluation::recallsOf(const Group &group)
{
    std::vector<double> recalls;
    for (const Sample &sample : group.samples)
        recalls.push_back(sample.recall);
    return recalls;
}

QList<EvaluationRow> Evaluation::rows(quint64 seed) const
{
    QList<EvaluationRow> rows;
    for (size_t first = 0; first < m_groups.size(); ++first) {
        const Group &group = m_groups[first];
        const bool isListed = std::any_of(rows.begin(), rows.end(), [&](const auto &row) {
            return row.strategy == group.strategy && row.budget == group.budget;
        });
        if (isListed)
            continue;
        std::optional<EvaluationRow> all;
        for (const Group &other : m_groups) {
            if (other.strategy != group.strategy || other.budget != group.budget)
                continue;
            if (other.tag == "all"_L1)
                all = rowOf(other, seed);
            else
                rows.append(rowOf(other, seed));
        }
        if (all)
            rows.append(*all);
    }
    return rows;
}

bool Evaluation::isComparable(const Group &group)
{
    return group.tag == "all"_L1
        && std::all_of(group.samples.begin(), group.samples.end(),
                       [](const Sample &sample) { return sample.fits; });
}

const Evaluation::Group *Evaluation::bestUnder(int budget) const
{
    const Group *best = nullptr;
    double most = -1;
    for (const Group &group : m_groups) {
        if (group.budget != budget || !isComparable(group))
            continue;
        if (const double recall = meanOf(recallsOf(group)); recall > most) {
            most = recall;
            best = &group;
        }
    }
    return best;
}

QList<RecallDifference> Evaluation::differences(quint64 seed) const
{
    QList<RecallDifference> differences;
    for (const Group &group : m_groups) {
        const Group *best = isComparable(group) ? bestUnder(group.budget) : nullptr;
        if (!best || best == &group || best->samples.size() != group.samples.size())
            continue;
        std::vector<double> each;
        for (size_t i = 0; i < group.samples.size(); ++i)
            each.push_back(group.samples[i].recall - best->samples[i].recall);
        const auto [low, high] = interval(each, seed);
        differences.append({group.strategy, best->strategy, group.budget, meanOf(each), low, high});
    }
    return differences;
}

} // namespace Core
