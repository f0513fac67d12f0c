#include "core/session/summariser.h"

#include "core/base/async.h"
#include "core/base/log.h"

#include <QtConcurrent>

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// The most that is sent at once. A long thread is caught up with over several turns, since
/// each of them waits for it.
constexpr int mostSent = 24'000;

} // namespace

std::optional<SummaryFault> answerFault(const TrialReply &reply, const QString &model)
{
    if (reply.problem)
        return SummaryFault::Unanswered;
    if (reply.callsTools)
        return SummaryFault::ToolCall;
    if (reply.text.trimmed().isEmpty())
        return reply.reasoning.isEmpty() ? SummaryFault::Empty : SummaryFault::Reasoning;
    if (reply.finishReason == "length"_L1)
        return SummaryFault::CutOff;
    return summaryFault({.text = reply.text, .madeBy = model});
}

Summariser::Summariser(const SessionParts &parts, const ModelBook &models, const PlanJob &job,
                       QObject *owner)
    : QObject(owner)
    , m_parts(parts)
    , m_models(models)
    , m_job(job)
    , m_model(summariserOf(job.turn).value_or(SummaryModel()))
{
}

void Summariser::start(const Conversation &conversation)
{
    m_conversation = conversation;
    const Turn turn{.model = m_model.model};
    const int most = std::min(mostSent, m_models.budget(turn).promptLimit());
    whenDone(QtConcurrent::run(summaryTaskOf, m_job, most), this,
             [this](const std::optional<SummaryTask> &task) {
                 if (!task)
                     return end(std::nullopt);
                 const RefusedSummary refused = m_job.memory->refused.value(m_conversation.id);
                 if (refused.lastCovered == task->lastCovered)
                     return end(refused.fault);
                 ask(*task);
             });
}

void Summariser::stop()
{
    if (m_runner)
        m_runner->stop();
}

void Summariser::ask(const SummaryTask &task)
{
    m_task = task;
    const Turn turn{.conversationId = m_conversation.id,
                    .provider = m_model.provider,
                    .model = m_model.model,
                    .strategy = u"summary"_s,
                    .temperature = 0,
                    .maxTokens = 2 * task.answerTokens, // one that is longer counts as cut off
                    .stream = m_job.turn.stream,
                    .kind = Charge::Kind::Summary};
    m_runner = new TrialRunner(m_parts,
                               {.turn = turn,
                                .conversation = m_conversation,
                                .plan = task.request,
                                .counter = m_models.counter(turn.provider.name, turn.model)},
                               this);
    connect(m_runner, &TrialRunner::ended, this, &Summariser::take);
    m_runner->start();
}

void Summariser::take(const TrialReply &reply)
{
    if (const auto fault = answerFault(reply, m_model.model)) {
        // What did not come may come another time; what came will hardly be better.
        if (fault != SummaryFault::Unanswered)
            m_job.memory->refused.insert(m_conversation.id, {m_task.lastCovered, *fault});
        return end(fault);
    }
    const Summary summary{.text = reply.text.trimmed(),
                          .lastCovered = m_task.lastCovered,
                          .madeBy = m_model.model,
                          .conversationId = m_conversation.id};
    whenDone(m_parts.store.saveSummary(summary), this, [this](const Result<Summary> &saved) {
        if (saved)
            m_job.summaries.append(*saved);
        else
            qCWarning(logSession) << "summary not saved:" << saved.error().detail;
        end(saved ? std::nullopt : std::optional(SummaryFault::Unanswered));
    });
}

void Summariser::end(const std::optional<SummaryFault> &fault)
{
    emit done(m_job.summaries, fault);
    deleteLater();
}

} // namespace Core
