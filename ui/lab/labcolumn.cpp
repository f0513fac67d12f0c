#include "ui/lab/labcolumn.h"

#include "ui/base/formats.h"
#include "ui/base/optiontext.h"
#include "ui/base/reasontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace {

class LabColumnTexts
{
    Q_DECLARE_TR_FUNCTIONS(LabColumn)
};

} // namespace

int sentMessages(const Core::ContextPlan &plan)
{
    return int(
        std::count_if(plan.items.cbegin(), plan.items.cend(),
                      [](const Core::PlanItem &item) { return Core::isSent(item.verdict); }));
}

QString cardTitle(const Core::TrialCard &card)
{
    const QString budget = card.budgetTokens > 0 ? Formats::exactTokens(card.budgetTokens)
                                                 : LabColumnTexts::tr("whole window");
    const QString title = LabColumnTexts::tr("%1 · %2 · %3", "strategy, budget, model")
                              .arg(strategyName(card.strategy), budget, card.model);
    return card.options.isEmpty()
        ? title
        : LabColumnTexts::tr("%1 (%2)", "card, options").arg(title, optionsText(card.options));
}

QString recallText(const Core::EvaluationRow &row)
{
    return LabColumnTexts::tr("%1 (%2–%3)", "share, ends of its interval")
        .arg(Formats::percent(row.recall), QLocale().toString(std::lround(100 * row.low)),
             Formats::percent(row.high));
}

QString standingText(const Core::CardRecall &recall)
{
    if (recall.row.over > 0)
        return LabColumnTexts::tr("Over its budget for %1 of the questions, which are not sent")
            .arg(Formats::percent(recall.row.over));
    if (!recall.behind)
        return LabColumnTexts::tr("Best recall");
    if (!recall.isDifferent())
        return LabColumnTexts::tr("Recall: no difference from the best");
    return LabColumnTexts::tr("Recall: %Ln point(s) below the best", nullptr,
                              int(std::lround(-100 * recall.behind->difference)));
}
