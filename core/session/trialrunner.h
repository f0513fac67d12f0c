#pragma once

#include "core/session/billing.h"
#include "core/session/chatsession.h"

#include <QPointer>

namespace Core {

/// What came back for one request, and what it cost. A plain value.
struct TrialReply
{
    QString text; ///< all that came
    QString reasoning;
    QString finishReason; ///< as the provider said
    bool callsTools = false;
    Usage usage;
    std::optional<Money> cost; ///< nothing: no price is known, or nothing was billed
    Timing timing;
    std::optional<Error> problem; ///< Cancelled: it was stopped
};

/// Asks one plan for an answer that is looked at and not kept: the conversation stays as it
/// is, and only what it cost is stored, as the turn's kind of charge. Emits any number of grew(),
/// then ended() once, and then deletes itself. Deleting it earlier stops the transfer.
class TrialRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrialRunner)

public:
    /// What is asked, and in which conversation. The plan fits.
    struct Trial
    {
        Turn turn;
        Conversation conversation;
        ContextPlan plan;
        TokenCounter counter;
    };

    TrialRunner(const SessionParts &parts, const Trial &trial, QObject *owner);

    void start();
    void stop();

signals:
    void grew(const QString &text);
    void ended(const Core::TrialReply &reply);

private:
    void begin(const QByteArray &key);
    void setMoneyAside(const ChatRequest::Admitted &then);
    void admit(const ChatRequest::NextTry &next, const ChatRequest::Admitted &then);
    void keepLost(const QList<LostTry> &lost);
    void send(const QByteArray &key);
    void take(const ReplySummary &summary, const std::optional<Error> &problem);
    void keep(const ReplySummary &summary, TrialReply reply);
    void end(const TrialReply &reply);

    Payer payer() const { return {m_trial.conversation.userId, m_trial.turn.kind, m_parts.prices}; }

    SessionParts m_parts;
    Trial m_trial;
    Attempt m_attempt;
    QPointer<ChatReply> m_reply;
    qsizetype m_lostKept = 0; ///< of the lost tries, how many are in the books
    bool m_stopped = false;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::TrialReply)
