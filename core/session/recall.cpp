#include "core/session/recall.h"

#include "core/context/knownthread.h"

#include <memory>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int leastBudget = 250;
constexpr int mostBudgets = 8;

/// The card's strategy over its thread, ready to be asked.
class Asked
{
public:
    explicit Asked(const CardJob &card)
        : m_card(card)
    {
        m_known->update(m_card.job.thread);
        const auto strategy = strategyById(m_card.job.turn.strategy);
        if (!strategy)
            return;
        const auto options = checkOptions(**strategy, m_card.job.turn.options);
        if (!options)
            return;
        m_strategy = *strategy;
        m_options = *options;
    }

    const QString &id() const { return m_card.card; }
    bool isValid() const { return m_strategy != nullptr; }

    /// Under the card's own budget, or, where it is set, `selection` for what is selected.
    ContextPlan plan(const Probe &probe, std::optional<int> selection)
    {
        const PlanJob &job = m_card.job;
        Message question{.id = u"question"_s, .content = probe.question};
        job.counter.count(question);
        PlanInput input{.thread = job.thread,
                        .draft = &question,
                        .budget = job.budget,
                        .options = m_options,
                        .marks = job.marks,
                        .summaries = job.summaries,
                        .counter = job.counter,
                        .known = m_known.get()};
        if (selection)
            setSelectionBudget(input, *selection);
        return m_strategy->plan(input);
    }

private:
    CardJob m_card;
    const Strategy *m_strategy = nullptr;
    StrategyOptions m_options;
    std::unique_ptr<KnownThread> m_known = std::make_unique<KnownThread>();
};

std::vector<Asked> askedOf(const QList<CardJob> &jobs)
{
    std::vector<Asked> asked;
    for (const CardJob &job : jobs) {
        if (Asked each(job); each.isValid())
            asked.push_back(std::move(each));
    }
    return asked;
}

} // namespace

QString probesName(const QString &conversationId)
{
    return u"labProbes/"_s + conversationId;
}

void recallOfCards(QPromise<QHash<QString, CardRecall>> &promise, const QList<CardJob> &jobs,
                   const QList<Probe> &probes)
{
    constexpr int ownBudget = 0; // all cards are compared, whatever budget each has
    std::vector<Asked> cards = askedOf(jobs);
    Evaluation evaluation;
    for (const Probe &probe : probes) {
        for (Asked &card : cards) {
            if (promise.isCanceled())
                return;
            evaluation.add(card.id(), ownBudget, {.evidence = probe.evidence},
                           card.plan(probe, std::nullopt), 0);
        }
    }
    QHash<QString, CardRecall> recalls;
    for (const EvaluationRow &row : evaluation.rows())
        recalls[row.strategy].row = row;
    for (const RecallDifference &each : evaluation.differences())
        recalls[each.strategy].behind = each;
    promise.addResult(recalls);
}

void recallCurves(QPromise<QList<EvaluationRow>> &promise, const QList<CardJob> &jobs,
                  const QList<Probe> &probes, const QList<int> &budgets)
{
    std::vector<Asked> cards = askedOf(jobs);
    Evaluation evaluation;
    for (const Probe &probe : probes) {
        for (Asked &card : cards) {
            for (const int budget : budgets) {
                if (promise.isCanceled())
                    return;
                evaluation.add(card.id(), budget, {.evidence = probe.evidence},
                               card.plan(probe, budget), 0);
            }
        }
    }
    promise.addResult(evaluation.rows());
}

QList<int> curveBudgets(int threadTokens)
{
    QList<int> budgets{leastBudget};
    while (budgets.last() < threadTokens && budgets.size() < mostBudgets)
        budgets.append(2 * budgets.last());
    return budgets;
}

} // namespace Core
