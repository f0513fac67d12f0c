#pragma once

#include "core/base/clock.h"
#include "core/net/chatclient.h"
#include "core/session/modelbook.h"
#include "core/session/turn.h"
#include "core/settings/keyvault.h"
#include "core/store/conversationstore.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace Core {

struct PlanMemory;
class SharedContexts;
class TurnRunner;

/// What a session works with. All of it must outlive the session.
struct SessionParts
{
    ConversationStore &store;
    ChatClient &client;
    KeyVault &vault;
    const PriceList &prices;
    const Clock &clock;
    SharedContexts *contexts = nullptr; ///< the team's, where it has any
};

/// Carries turns from the question to the stored answer, any number of conversations at once
/// and one turn at a time in each. The only class that knows the order of things. Lives in
/// the thread that created it.
class ChatSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatSession)

public:
    explicit ChatSession(const SessionParts &parts, QObject *parent = nullptr);
    ~ChatSession() override;

    /// Starts a turn. Its conversation must exist and not be busy.
    void submit(const Turn &turn);

    /// Stops the conversation's turn. What has come is kept; it ends in turnFinished.
    void stop(const QString &conversationId);
    void stopAll();

    bool isBusy(const QString &conversationId) const;
    int busyCount() const { return int(m_runners.size()); }

    const ModelBook &models() const { return m_models; }

    /// What planning remembers, for whoever plans beside the session.
    const std::shared_ptr<PlanMemory> &planMemory() const { return m_memory; }

signals:
    /// The question is stored; `thread` has it as the last message of its branch.
    void questionStored(const Core::Thread &thread);

    /// The plan is made and is on its way. `answer` is the stored, still empty answer.
    void turnStarted(const Core::Message &answer, const Core::ContextPlan &plan);

    void answerGrew(const QString &conversationId, const QString &text);
    void reasoningGrew(const QString &conversationId, const QString &text);

    /// The router has assigned somebody, or a conversation of nobody's, for the first time.
    void assigned(const QString &provider, const QString &unit);

    /// A try failed before any of the answer had come.
    void turnRetrying(const QString &conversationId, const Core::Retrying &next);

    /// The answer is stored, whole or in part: its status says which, and `problem` why.
    void turnFinished(const Core::TurnRecord &record, const std::optional<Core::Error> &problem);

    /// Nothing was sent. The question, where there was one, is stored. With OverBudget comes
    /// the plan that did not fit.
    void turnFailed(const QString &conversationId, const Core::Error &error,
                    const Core::ContextPlan &plan);

private:
    void loadCalibration();
    void learn(const TurnRecord &record);
    TurnRunner *runnerFor(const Turn &turn);
    void release(const QString &conversationId);

    SessionParts m_parts;
    ModelBook m_models;
    std::shared_ptr<PlanMemory> m_memory; ///< shared with plans in the making
    QHash<QString, TurnRunner *> m_runners; ///< by conversation; children of this
};

} // namespace Core

Q_DECLARE_METATYPE(Core::Thread)
