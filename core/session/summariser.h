#pragma once

#include "core/session/planning.h"
#include "core/session/trialrunner.h"

namespace Core {

/// Why an answer cannot stand as a summary; nothing where it can.
std::optional<SummaryFault> answerFault(const TrialReply &reply, const QString &model);

/// Sees to it before a turn is planned that its thread has the summary that its strategy wants:
/// asks the turn's summariser, stores what it answers as a further version, and charges it as a
/// summary. Emits done() once, and then deletes itself.
class Summariser final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Summariser)

public:
    /// `models` must outlive it; the job has a memory.
    Summariser(const SessionParts &parts, const ModelBook &models, const PlanJob &job,
               QObject *owner);

    /// In this conversation: its id, user and tags are needed.
    void start(const Conversation &conversation);
    void stop();

signals:
    /// The stored summaries as they are now, and why there is no further one where it failed.
    void done(const QList<Core::Summary> &summaries,
              const std::optional<Core::SummaryFault> &fault);

private:
    void ask(const SummaryTask &task);
    void take(const TrialReply &reply);
    void end(const std::optional<SummaryFault> &fault);

    SessionParts m_parts;
    const ModelBook &m_models;
    PlanJob m_job;
    Conversation m_conversation;
    SummaryModel m_model;
    SummaryTask m_task;
    QPointer<TrialRunner> m_runner;
};

} // namespace Core
