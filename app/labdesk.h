#pragma once

#include "app/labasking.h"
#include "app/labexperiments.h"
#include "app/labjobs.h"
#include "app/labprobes.h"
#include "app/labtravel.h"
#include "ui/lab/labpage.h"

#include <QHash>
#include <QObject>

/// Carries out what the lab asks for: reads the conversation and plans it under every card
/// beside the window's thread. Asking, probes, time travel and experiments have desks of their
/// own. The page knows no store and no session.
class LabDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabDesk)

public:
    /// Everything must outlive the desk.
    struct Parts
    {
        LabPage &page;
        Core::SessionParts session;
        const Core::ChatSession &chats; ///< what is known of models and plans
        const Core::Settings &settings;
    };

    explicit LabDesk(const Parts &parts, QObject *parent = nullptr);

    LabPage &page() { return m_page; }
    void setPracticeUrl(const QUrl &url) { m_jobs.setPracticeUrl(url); }

    /// Shows this conversation, or, where it is empty, the newest one.
    void show(const QString &conversationId);

signals:
    void failed(const Core::Error &error);
    void spendChanged();
    void messageActivated(const QString &conversationId, const QString &messageId);

private:
    void wire();
    void wireDesks();
    void takeConversations(const QList<Core::Conversation> &conversations, const QString &wanted);
    void open(const QString &id);
    void takeSubject(const LabJobs::Subject &subject);
    void openExperiment(const Core::Experiment &experiment);
    void arrange();
    void addCard();
    void duplicateCard(const QString &id);
    void changeCard(const Core::TrialCard &card, int place = -1);
    void removeCard(const QString &id);
    void cardsChanged();
    void planCard(const Core::TrialCard &card, int place = -1);
    void takePlan(const Core::TrialCard &card, const Core::PlanJob &job,
                  const Core::Result<Core::ContextPlan> &plan);
    void replay(const Core::TrialCard &card, const Core::PlanJob &job);
    void price(LabColumn &column, const Core::PlanJob &job) const;
    bool isNewest(const Core::TrialCard &card, int asked) const;

    LabPage &m_page;
    Core::ConversationStore &m_store;
    LabJobs m_jobs;
    LabAsking m_asking;
    LabProbes m_probes;
    LabTravel m_travel;
    LabExperiments m_experiments;
    QString m_wanted; ///< the conversation that is being read, or is shown
    QList<Core::TrialCard> m_kept; ///< the cards as they were kept
    std::optional<Core::Experiment> m_opening; ///< whose conversation is being read
    QHash<QString, int> m_asked; ///< by card: only its newest plan counts
    int m_plans = 0;
};
