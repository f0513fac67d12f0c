#pragma once

#include "core/context/rollingsummary.h"

namespace Core {

/// "messages": how many messages go as they are before the older ones are summarised.
const OptionInfo &summarisedFromOption();

/// Whether the whole thread goes as it is, so that no summary is wanted.
bool goesWhole(const PlanBuilder &builder, const PlanInput &input);

/// The newest stored summary that can be used; an empty one where there is none.
RollingSummary storedSummary(const PlanBuilder &builder, const QList<Summary> &summaries);

/// What may stay as it is beside the summary, and how long the summary may become.
RollingLimits rollingLimits(const PlanBuilder &builder, const PlanInput &input,
                            const Summary &base);
/// The same where the turns and the question may hold so many tokens, and `base` has `taken`.
RollingLimits rollingLimits(int room, int messages, int taken);

/// The text of the request that carries a summary, marked as one, so that nobody takes it for
/// the user's own words.
QString markedSummary(const Summary &summary);

/// The summary that a plan's request carries: the newest of `stored` with its text, or else one
/// that was made for the request, without a version. Nothing where it carries none.
std::optional<Summary> summaryIn(const ContextPlan &plan, const QList<Summary> &stored);

/// Whether a message's text is a marked summary: such a text is never summarised again as if
/// the user had said it.
bool isMarkedSummary(const QString &text);

} // namespace Core
