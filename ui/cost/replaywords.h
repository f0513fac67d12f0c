#pragma once

#include "core/cost/replayfigures.h"

#include <QString>

/// How a look back is said. Plain text.
namespace ReplayWords {

QString model(const Core::ReplayModel &model); ///< "gpt-4.1 (openai)", "as asked"
/// "Sliding window · gpt-4.1 (openai)": a row of the report.
QString row(const Core::ReplayQuery &query, qsizetype row);
QString money(const std::optional<Core::Money> &amount); ///< "–" where it is not known
QString saving(const std::optional<Core::Money> &saved, const std::optional<Core::Money> &before);

/// What a row would have cost: the one figure of it that tiles, charts and tables show. "≥" in
/// front where requests without a price are not in it.
QString cost(const Core::ReplayPart &part, const Core::ReplayTotals &totals);
bool lacksPrices(const Core::ReplayPart &part, const Core::ReplayTotals &totals);
QString share(const std::optional<Core::Money> &saved, const std::optional<Core::Money> &before);

/// "Sliding window · gpt-4.1 would have cost $630.00 instead of $4,200.00 (−85%)."
QString headline(const Core::ReplayReport &report);
/// What the figures rest on and what they lack, a sentence a line.
QString notes(const Core::ReplayReport &report);
/// What the report was asked with: period, zone, user, budget and prices.
QString parameters(const Core::ReplayQuery &query);
/// "23 Nov 2026 16:40 · 4 strategies × 3 models"
QString title(const Core::ReplayReport &report);

} // namespace ReplayWords

/// Figures of a row of a report.
namespace ReplayRows {

qsizetype count(const Core::ReplayReport &report);
Core::ReplayTotals totals(const Core::ReplayReport &report, const Core::ReplayPart &part,
                          qsizetype row);
qsizetype cheapest(const Core::ReplayReport &report); ///< -1: no row has a cost

} // namespace ReplayRows
