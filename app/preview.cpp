#include "app/preview.h"

#include "core/base/async.h"
#include "core/cost/chargecalculator.h"
#include "core/session/requestbody.h"
#include "ui/thread/threadview.h"

#include <QtConcurrent>

#include <algorithm>

namespace {

constexpr qsizetype mostWaysOut = 3; // more is a choice, not a way out

/// What would have to go of the oldest messages for the request to fit.
int messagesToGo(const Core::PlanJob &job, const Core::ContextPlan &plan)
{
    int over = plan.use.total() - plan.use.limit;
    int messages = 0;
    for (const Core::PlanItem &item : plan.items) {
        if (over <= 0)
            break;
        const bool stays = item.part == Core::Part::System || item.part == Core::Part::Question
            || job.marks.pinned.contains(item.id);
        if (stays || !Core::isSent(item.verdict))
            continue;
        over -= item.sentTokens;
        ++messages;
    }
    return over > 0 ? 0 : messages;
}

/// Strategies under which the same question fits, the one that sends most first.
QList<MeterWayOut> waysOut(const Core::PlanJob &job)
{
    QList<MeterWayOut> ways;
    for (const Core::Strategy &strategy : Core::strategies()) {
        if (strategy.id == job.turn.strategy)
            continue;
        Core::PlanJob other = job;
        other.turn.strategy = strategy.id;
        other.turn.options.clear();
        const auto plan = Core::planTurn(std::move(other));
        if (plan && plan->fits())
            ways.append({strategy.id, plan->use.total()});
    }
    std::stable_sort(ways.begin(), ways.end(), [](const MeterWayOut &a, const MeterWayOut &b) {
        return a.tokens > b.tokens;
    });
    return ways.first(std::min(mostWaysOut, ways.size()));
}

/// Tokens of the question that the request has no room for.
int questionLost(const Core::ContextPlan &plan)
{
    const auto found =
        std::find_if(plan.notices.cbegin(), plan.notices.cend(), [](const Core::Notice &notice) {
            return notice.code == Core::Notice::Code::QuestionShortened;
        });
    return found == plan.notices.cend() ? 0 : found->n;
}

Preview::Planned makePlan(const Core::PlanJob &job)
{
    Preview::Planned made{.plan = Core::planTurn(job)};
    if (made.plan && !made.plan->fits()) {
        made.messagesToGo = messagesToGo(job, *made.plan);
        made.waysOut = waysOut(job);
    }
    return made;
}

} // namespace

Preview::Preview(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

Core::PlanJob Preview::job(const Question &question) const
{
    const Core::ModelBook &models = m_parts.session.models();
    return {.thread = question.branch,
            .draft = question.draft,
            .turn = question.turn,
            .budget = models.budget(question.turn),
            .counter = models.counter(question.turn.provider.name, question.turn.model),
            .marks = question.marks,
            .summaries = question.summaries,
            .isPreview = true,
            .memory = m_parts.session.planMemory(),
            .nowMs = m_parts.clock.monotonicMs()};
}

QFuture<Core::Result<Core::ContextPlan>> Preview::plan(const Question &question) const
{
    return QtConcurrent::run(Core::planTurn, job(question));
}

void Preview::show(const Question &question)
{
    Core::whenDone(QtConcurrent::run(makePlan, job(question)), this,
                   [this, turn = question.turn, asked = ++m_generation](const Planned &made) {
                       if (asked != m_generation)
                           return;
                       if (made.plan)
                           take(made, turn);
                       else
                           emit failed(made.plan.error());
                   });
}

void Preview::take(const Planned &made, const Core::Turn &turn)
{
    const Core::ContextPlan &plan = *made.plan;
    const Core::ModelBook &models = m_parts.session.models();
    const Core::Usage usage{.prompt = plan.use.total(), .completion = 0};
    m_parts.meter.setState({.use = plan.use,
                            .budget = models.budget(turn),
                            .cost = Core::forecast(m_parts.prices, turn.provider, turn.model,
                                                   m_parts.clock.now(), usage),
                            .exactness = models.counter(turn.provider.name, turn.model).exactness(),
                            .questionLost = questionLost(plan),
                            .messagesToGo = made.messagesToGo,
                            .waysOut = made.waysOut});
    m_parts.thread.setPlan(plan);
    emit planned(plan,
                 {.provider = turn.provider.name,
                  .model = turn.model,
                  .strategy = turn.strategy,
                  .requestUrl = turn.provider.baseUrl.toEncoded() + "/chat/completions",
                  .requestHeaders = {{"Content-Type", "application/json"}},
                  .requestBody = Core::requestBody(turn, plan)});
}
