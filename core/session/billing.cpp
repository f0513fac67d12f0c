#include "core/session/billing.h"

#include "core/base/id.h"
#include "core/cost/chargecalculator.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

// Kept with the attempts, so these words stay.
constexpr auto clippedRemark = "inconsistent usage, its parts clipped into the whole: "_L1;
constexpr auto disbelievedRemark = "unbelievable usage, counted here instead: "_L1;

} // namespace

Usage usageOf(const ReplySummary &summary, const ContextPlan &plan, const TokenCounter &counter)
{
    if (summary.usage) {
        Usage usage = *summary.usage;
        usage.tier = summary.tier;
        return usage;
    }
    const int thought = counter.text(summary.reasoning);
    return {.prompt = plan.use.total(),
            .completion = counter.text(summary.text) + thought,
            .reasoning = thought,
            .tier = summary.tier,
            .basis = Usage::Basis::Estimated};
}

std::optional<Error> cutPrompt(const ReplySummary &summary, const ContextPlan &plan,
                               Exactness exactness)
{
    constexpr qint64 fewest = 200; // below this the format's overhead weighs too much
    const qint64 planned = plan.use.total();
    const double share = exactness == Exactness::Exact ? 0.8 : 0.5;
    if (!summary.usage || planned < fewest || summary.usage->prompt <= 0
        || double(summary.usage->prompt) >= share * double(planned))
        return std::nullopt;
    return Error{.kind = Error::Kind::PromptCut, .asked = planned, .limit = summary.usage->prompt};
}

void takeSummary(const ReplySummary &summary, Attempt &attempt)
{
    if (!summary.requestBody.isEmpty())
        attempt.requestBody = summary.requestBody;
    attempt.requestUrl = summary.url.toEncoded();
    attempt.requestHeaders = summary.requestHeaders;
    attempt.status = summary.status;
    attempt.responseHeaders = summary.responseHeaders;
    attempt.responseBody = summary.responseBody;
    attempt.timing = summary.timing;
    attempt.retries = summary.retries;
    if (summary.oddUsage.isEmpty())
        return;
    attempt.remarks.append((summary.usage ? clippedRemark : disbelievedRemark) + summary.oddUsage);
}

ReportedAs usageReportedAs(const Attempt &attempt)
{
    for (const QString &remark : attempt.remarks) {
        if (remark.startsWith(disbelievedRemark))
            return ReportedAs::Disbelieved;
        if (remark.startsWith(clippedRemark))
            return ReportedAs::Clipped;
    }
    return ReportedAs::Believed;
}

Attempt lostAttempt(const LostTry &lost, const Attempt &whole,
                    const ChatRequest::Alternative &asked, const ContextPlan &plan)
{
    return {.id = newId(),
            .conversationId = whole.conversationId,
            .provider = asked.provider.name,
            .assigned = whole.assigned,
            .model = asked.model,
            .strategy = whole.strategy,
            .at = whole.at,
            .state = Attempt::State::Failed,
            .requestBody = lost.requestBody,
            .plan = whole.plan,
            .status = lost.status,
            .error = lost.reason,
            .usage = {.prompt = plan.use.total(), .basis = Usage::Basis::Estimated},
            .timing = lost.timing};
}

Charge chargeOf(const Attempt &attempt, const Provider &provider, const Payer &payer)
{
    Charge charge{.id = newId(),
                  .attemptId = attempt.id,
                  .conversationId = attempt.conversationId,
                  .messageId = attempt.messageId,
                  .userId = payer.userId,
                  .at = attempt.at,
                  .provider = attempt.provider,
                  .model = attempt.model,
                  .strategy = attempt.strategy,
                  .kind = payer.kind,
                  .usage = attempt.usage};
    setPrice(charge, provider, payer.prices);
    return charge;
}

} // namespace Core
