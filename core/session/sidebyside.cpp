#include "core/session/sidebyside.h"

#include "core/session/planning.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

SideBySide::SideBySide(const SessionParts &parts, const ModelBook &models, QObject *owner)
    : QObject(owner)
    , m_parts(parts)
    , m_models(models)
{
}

void SideBySide::start(const QString &question, const QList<Side> &sides)
{
    m_open = int(sides.size());
    for (int i = 0; i < sides.size(); ++i)
        ask(i, question, sides[i]);
}

void SideBySide::stop()
{
    const QList<QPointer<TrialRunner>> runners = m_runners;
    for (const QPointer<TrialRunner> &runner : runners) {
        if (runner)
            runner->stop();
    }
}

void SideBySide::ask(int number, const QString &question, const Side &side)
{
    if (side.model.isEmpty())
        return end(
            number,
            {.problem = Error{.kind = Error::Kind::ModelMissing, .where = side.provider.name}});
    TrialRunner::Trial trial{.turn = {.provider = side.provider,
                                      .model = side.model,
                                      .strategy = u"full"_s,
                                      .kind = Charge::Kind::Test},
                             .conversation = {},
                             .plan = {},
                             .counter = m_models.counter(side.provider.name, side.model)};
    const auto plan = planTurn({.thread = {{.role = Role::User, .content = question}},
                                .turn = trial.turn,
                                .budget = m_models.budget(trial.turn),
                                .counter = trial.counter});
    if (!plan)
        return end(number, {.problem = plan.error()});
    if (!plan->fits())
        return end(number,
                   {.problem = Error{.kind = Error::Kind::OverBudget,
                                     .asked = plan->use.total(),
                                     .limit = plan->use.limit}});
    trial.plan = *plan;
    auto *runner = new TrialRunner(m_parts, trial, this);
    m_runners.append(runner);
    connect(runner, &TrialRunner::grew, this,
            [this, number](const QString &text) { emit grew(number, text); });
    connect(runner, &TrialRunner::ended, this,
            [this, number](const TrialReply &reply) { end(number, reply); });
    runner->start();
}

void SideBySide::end(int number, const TrialReply &reply)
{
    emit ended(number, reply);
    if (--m_open > 0)
        return;
    emit finished();
    deleteLater();
}

} // namespace Core
