#include "app/preview.h"

#include "core/base/async.h"
#include "core/cost/chargecalculator.h"
#include "core/session/requestbody.h"
#include "ui/budget/budgetmeter.h"
#include "ui/thread/threadview.h"

#include <QtConcurrent>

Preview::Preview(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

QFuture<Core::Result<Core::ContextPlan>> Preview::plan(const Question &question) const
{
    const Core::ModelBook &models = m_parts.session.models();
    Core::PlanJob job{.thread = question.branch,
                      .turn = question.turn,
                      .budget = models.budget(question.turn),
                      .counter = models.counter(question.turn.provider.name, question.turn.model),
                      .marks = question.marks,
                      .summaries = question.summaries,
                      .memory = m_parts.session.planMemory(),
                      .nowMs = m_parts.clock.monotonicMs()};
    if (!question.draft.isEmpty())
        job.draft = Core::Message{.role = Core::Role::User, .content = question.draft};
    return QtConcurrent::run(Core::planTurn, std::move(job));
}

void Preview::show(const Question &question)
{
    Core::whenDone(plan(question), this,
                   [this, turn = question.turn,
                    asked = ++m_generation](const Core::Result<Core::ContextPlan> &made) {
                       if (asked != m_generation)
                           return;
                       if (made)
                           take(*made, turn);
                       else
                           emit failed(made.error());
                   });
}

void Preview::take(const Core::ContextPlan &plan, const Core::Turn &turn)
{
    const Core::ModelBook &models = m_parts.session.models();
    const Core::Usage usage{.prompt = plan.use.total(), .completion = 0};
    m_parts.meter.setState(
        {.use = plan.use,
         .budget = models.budget(turn),
         .cost =
             Core::forecast(m_parts.prices, turn.provider, turn.model, m_parts.clock.now(), usage),
         .exactness = models.counter(turn.provider.name, turn.model).exactness()});
    m_parts.thread.setPlan(plan);
    emit planned(plan,
                 {.provider = turn.provider.name,
                  .model = turn.model,
                  .strategy = turn.strategy,
                  .requestUrl = turn.provider.baseUrl.toEncoded() + "/chat/completions",
                  .requestHeaders = {{"Content-Type", "application/json"}},
                  .requestBody = Core::requestBody(turn, plan)});
}
