#pragma once

#include "core/session/billing.h"
#include "core/session/chatsession.h"

#include <QPointer>

namespace Core {

struct PlanJob;
class Summariser;

/// One turn on its way. Private to the session. Emits exactly one of finished() or failed()
/// and is then released by the session.
class TurnRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TurnRunner)

public:
    TurnRunner(const SessionParts &parts, const ModelBook &models,
               const std::shared_ptr<PlanMemory> &memory, const Turn &turn, QObject *session);

    void start();
    void stop();

signals:
    void questionStored(const Core::Thread &thread);
    void started(const Core::Message &answer, const Core::ContextPlan &plan);
    void grew(const QString &text);
    void reasoningGrew(const QString &text);
    void finished(const Core::TurnRecord &record, const std::optional<Core::Error> &problem);
    void failed(const Core::Error &error, const Core::ContextPlan &plan);
    void assigned(const QString &provider, const QString &unit);
    void retrying(const Core::Retrying &next);

private:
    void takeThread(const Result<Thread> &thread);
    void readMarks();
    void readSummaries();
    PlanJob planJob(const QList<Summary> &summaries) const;
    void summarise(const QList<Summary> &summaries);
    void makePlan(const PlanJob &job);
    void takePlan(const Result<ContextPlan> &plan);
    void readKeys();
    void takeKey(qsizetype number, const Result<QByteArray> &key);
    void setMoneyAside(int candidate, const ChatRequest::Admitted &then);
    void admit(const ChatRequest::NextTry &next, const ChatRequest::Admitted &then);
    void begin();
    void send();
    void append(const QString &text);
    void end(MessageStatus status, const ReplySummary &summary,
             const std::optional<Error> &problem);
    void noteWhoServed(const ReplySummary &summary);
    void keepLost(const QList<LostTry> &lost);
    void keep(const std::optional<Charge> &charge, const std::optional<Error> &problem,
              const std::optional<Error> &warning);
    Payer payer() const { return {m_userId, m_turn.kind, m_parts.prices}; }
    void fail(const Error &error);

    SessionParts m_parts;
    const ModelBook &m_models;
    std::shared_ptr<PlanMemory> m_memory;
    Turn m_turn;
    QList<ChatRequest::Alternative> m_candidates; ///< whom to ask, with keys and bodies
    TokenCounter m_counter;
    QString m_userId;
    QStringList m_tags; ///< of the conversation
    QList<Message> m_thread; ///< up to the question
    HandMarks m_marks;
    ContextPlan m_plan;
    std::shared_ptr<PlanJob> m_planned; ///< what the plan was made of; nullptr before it is there
    Message m_answer;
    Attempt m_attempt;
    QString m_text;
    QPointer<Summariser> m_summariser;
    QPointer<ChatReply> m_reply;
    qsizetype m_lostKept = 0; ///< of the lost tries, how many are in the books
    bool m_stopped = false;
};

} // namespace Core
