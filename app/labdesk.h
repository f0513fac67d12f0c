#pragma once

#include "core/session/trial.h"
#include "core/session/trialrunner.h"
#include "core/settings/settings.h"
#include "ui/lab/labpage.h"

#include <QHash>
#include <QObject>
#include <QPointer>

/// Carries out what the lab asks for: reads the conversation, plans it under every card beside
/// the window's thread, and asks the cards' models. The page knows no store and no session.
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

    LabPage &page() { return m_parts.page; }
    void setPracticeUrl(const QUrl &url) { m_practiceUrl = url; }

    /// Shows this conversation, or, where it is empty, the newest one.
    void show(const QString &conversationId);

signals:
    void failed(const Core::Error &error);
    void spendChanged();
    void messageActivated(const QString &conversationId, const QString &messageId);

private:
    void wire();
    void takeConversations(const QList<Core::Conversation> &conversations, const QString &wanted);
    void open(const QString &id);
    void showModels();
    void arrange();
    QList<Core::TrialCard> standardCards();
    void addCard();
    void changeCard(const Core::TrialCard &card);
    void removeCard(const QString &id);
    void keepCards();
    void planCard(const Core::TrialCard &card);
    std::optional<Core::PlanJob> jobOf(const Core::TrialCard &card);
    void takePlan(const Core::TrialCard &card, const Core::PlanJob &job,
                  const Core::Result<Core::ContextPlan> &plan);
    void replay(const Core::TrialCard &card, const Core::PlanJob &job);
    void price(LabColumn &column, const Core::PlanJob &job) const;
    void fail(const Core::TrialCard &card, const Core::Error &error);
    bool isNewest(const Core::TrialCard &card, int asked) const;
    void ask();
    void ask(const LabColumn &column);
    void stop();

    Parts m_parts;
    QUrl m_practiceUrl;
    Core::Conversation m_conversation;
    QList<Core::Message> m_branch;
    Core::HandMarks m_marks;
    QList<Core::Summary> m_summaries;
    QList<Core::TrialCard> m_kept; ///< the cards as they were kept
    QHash<QString, int> m_asked; ///< by card: only its newest plan counts
    int m_plans = 0;
    QList<QPointer<Core::TrialRunner>> m_runners;
};
