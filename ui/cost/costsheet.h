#pragma once

#include "core/cost/costfigures.h"
#include "core/store/page.h"

#include <QHash>

#include <optional>

class QPdfWriter;

/// The costs of a period on paper, for the files of a finance department: title, period, zone
/// and filters, the sums, the chart, and tables whose rows sum to the total on top.
namespace CostSheet {

struct Content
{
    Core::CostFigures figures;
    std::optional<Core::CostDetails> details;
    QHash<QString, QString> titles; ///< of conversations
    std::optional<Core::Money> monthlyBudget;
    std::optional<Core::Latencies> latencies;
};

QString title();
void print(QPdfWriter &writer, const Content &content);

} // namespace CostSheet
