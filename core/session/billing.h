#pragma once

#include "core/chat/charge.h"
#include "core/context/contextplan.h"
#include "core/cost/pricelist.h"
#include "core/net/chatclient.h"
#include "core/tokens/tokencounter.h"

#include <optional>

namespace Core {

/// What the provider reported, if it can be, else an estimate: the plan's tokens, and those of what
/// came.
Usage usageOf(const ReplySummary &summary, const ContextPlan &plan, const TokenCounter &counter);

/// PromptCut where the provider reports far fewer tokens than the plan has. Nothing else tells
/// of one that silently drops the beginning of what it is sent.
std::optional<Error> cutPrompt(const ReplySummary &summary, const ContextPlan &plan,
                               Exactness exactness);

/// Notes in the attempt what went out and what came back, with a usage that cannot be as evidence.
void takeSummary(const ReplySummary &summary, Attempt &attempt);

/// Whether an attempt's usage is as the provider reported it, or what became of a report that
/// cannot be, by the remark of takeSummary().
enum class ReportedAs { Believed, Clipped, Disbelieved };
ReportedAs usageReportedAs(const Attempt &attempt);

/// A try whose answer was lost may have been billed: an attempt of its own beside `whole`, the
/// call's, with a usage that is estimated from the plan.
Attempt lostAttempt(const LostTry &lost, const Attempt &whole,
                    const ChatRequest::Alternative &asked, const ContextPlan &plan);

/// For whom a call is charged, and at whose prices.
struct Payer
{
    QString userId;
    Charge::Kind kind = Charge::Kind::Turn;
    const PriceList &prices;
};

/// The charge of an attempt with a usage; `provider` is the one that served it.
Charge chargeOf(const Attempt &attempt, const Provider &provider, const Payer &payer);

} // namespace Core
