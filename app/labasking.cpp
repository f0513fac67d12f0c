#include "app/labasking.h"

#include "ui/lab/labpage.h"
#include "ui/lab/repliespane.h"

using namespace Qt::Literals::StringLiterals;

LabAsking::LabAsking(LabPage &page, const LabJobs &jobs)
    : m_page(page)
    , m_jobs(jobs)
{
    connect(&m_page, &LabPage::askRequested, this, qOverload<>(&LabAsking::ask));
    connect(&m_page.replies(), &RepliesPane::stopRequested, this, &LabAsking::stop);
    connect(&m_page.replies(), &RepliesPane::preferred, this, &LabAsking::preferred);
    connect(&m_page.replies(), &RepliesPane::judgeRequested, this,
            qOverload<const LabModel &>(&LabAsking::judge));
}

void LabAsking::ask()
{
    const QList<LabColumn> columns = m_page.matrix().columns();
    QList<Core::TrialCard> cards;
    for (const LabColumn &column : columns)
        cards.append(column.card);
    stop();
    ++m_round;
    m_runners.clear();
    m_replies.clear();
    m_page.beginReplies(cards);
    for (const LabColumn &column : columns)
        ask(column);
}

/// One card; whatever becomes of it, the others go on.
void LabAsking::ask(const LabColumn &column)
{
    RepliesPane &replies = m_page.replies();
    const QString id = column.card.id;
    const auto refuse = [&](const Core::Error &why) { replies.end(id, {.problem = why}); };
    if (!column.plan)
        return refuse(column.problem.value_or(Core::Error{Core::Error::Kind::Cancelled, {}}));
    if (!column.plan->fits())
        return refuse({.kind = Core::Error::Kind::OverBudget,
                       .detail = column.card.strategy,
                       .asked = column.plan->use.total(),
                       .limit = column.plan->use.limit});
    const auto job = m_jobs.job(column.card, m_page.question());
    if (!job)
        return refuse(job.error());
    Core::TrialRunner *runner =
        run({job->turn, m_jobs.subject().conversation, *column.plan, job->counter});
    connect(runner, &Core::TrialRunner::grew, &replies,
            [&replies, id](const QString &text) { replies.grow(id, text); });
    connect(runner, &Core::TrialRunner::ended, this,
            [this, id, round = m_round](const Core::TrialReply &reply) {
                emit spendChanged();
                if (round != m_round)
                    return;
                if (!reply.problem)
                    m_replies[id] = reply.text;
                m_page.replies().end(id, reply);
            });
    runner->start();
}

Core::TrialRunner *LabAsking::run(const Core::TrialRunner::Trial &trial)
{
    auto *runner = new Core::TrialRunner(m_jobs.session(), trial, this);
    m_runners.append(runner);
    return runner;
}

void LabAsking::stop()
{
    for (const QPointer<Core::TrialRunner> &runner : std::as_const(m_runners)) {
        if (runner)
            runner->stop();
    }
}

/// The marked messages; where there are none, the reply that saw most of the conversation.
Core::JudgeReference LabAsking::reference() const
{
    Core::JudgeReference reference{.question = m_jobs.asked(m_page.question()), .truth = {}};
    for (const Core::Message &message : m_jobs.subject().branch) {
        if (m_evidence.contains(message.id))
            reference.truth += message.content + u'\n';
    }
    if (!reference.truth.isEmpty())
        return reference;
    int most = -1;
    for (const LabColumn &column : m_page.matrix().columns()) {
        const int sent = column.plan ? column.plan->use.total() : 0;
        if (sent <= most || !m_replies.contains(column.card.id))
            continue;
        most = sent;
        reference.truth = m_replies[column.card.id];
    }
    return reference;
}

/// An answer of the conversation to something else: the first one that is no evidence.
QString LabAsking::unrelated() const
{
    for (const Core::Message &message : m_jobs.subject().branch) {
        if (message.role == Core::Role::Assistant && !message.content.isEmpty()
            && !m_evidence.contains(message.id))
            return message.content;
    }
    return {};
}

void LabAsking::judge(const LabModel &model)
{
    const Core::JudgeReference truth = reference();
    m_tally = {};
    m_judging = 0;
    for (auto reply = m_replies.cbegin(); reply != m_replies.cend(); ++reply) {
        if (reply.value() != truth.truth) // which would agree with itself
            judge(model, {reply.key(), reply.value()}, truth);
    }
    for (const QString &wrong : Core::wrongReplies(m_replies.values(), unrelated()))
        judge(model, {{}, wrong}, truth);
    m_page.replies().setTally(m_tally, m_judging > 0);
}

void LabAsking::judge(const LabModel &model, const Case &reply,
                      const Core::JudgeReference &reference)
{
    const Core::TrialCard card{
        .strategy = u"full"_s, .provider = model.provider, .model = model.model};
    const auto job = m_jobs.job(card, m_page.question());
    if (!job)
        return;
    const Core::ContextPlan plan =
        Core::judgeRequest(reference, reply.reply, job->counter, job->budget.promptLimit());
    if (!plan.fits())
        return;
    ++m_judging;
    Core::TrialRunner *runner = run({job->turn, m_jobs.subject().conversation, plan, job->counter});
    connect(runner, &Core::TrialRunner::ended, this,
            [this, reply, round = m_round](const Core::TrialReply &answer) {
                emit spendChanged();
                if (round == m_round)
                    takeVerdict(reply, answer);
            });
    runner->start();
}

void LabAsking::takeVerdict(const Case &judged, const Core::TrialReply &reply)
{
    --m_judging;
    const std::optional<bool> verdict =
        reply.problem ? std::nullopt : Core::judgeVerdict(reply.text);
    m_tally.unclear += verdict ? 0 : 1;
    if (!judged.card.isEmpty())
        m_page.replies().setJudgement(judged.card, verdict);
    else if (verdict) {
        ++m_tally.wrong;
        m_tally.wrongAccepted += *verdict ? 1 : 0;
    }
    m_page.replies().setTally(m_tally, m_judging > 0);
}
