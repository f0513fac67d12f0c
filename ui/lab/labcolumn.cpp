#include "ui/lab/labcolumn.h"

#include "ui/base/formats.h"
#include "ui/base/reasontext.h"

#include <QCoreApplication>

#include <algorithm>

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
    return LabColumnTexts::tr("%1 · %2 · %3", "strategy, budget, model")
        .arg(strategyName(card.strategy), budget, card.model);
}
