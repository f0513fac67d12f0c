#pragma once

#include "app/livemeter.h"
#include "app/preview.h"
#include "core/settings/settings.h"
#include "core/store/conversationstore.h"
#include "ui/base/noticebar.h"
#include "ui/mainwindow/chatspage.h"

#include <QObject>
#include <QTimer>

/// Carries out what the page of chats asks for: opens conversations, sends, plans the next
/// request while one types, keeps drafts and marks. The page knows no store and no session;
/// this is where they meet.
class ChatDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatDesk)

public:
    struct Parts
    {
        ChatsPage &page;
        Core::ConversationStore &store;
        Core::ChatSession &session;
        const Core::Settings &settings;
        const Core::PriceList &prices;
        const Core::Clock &clock;
    };

    explicit ChatDesk(const Parts &parts, QObject *parent = nullptr);

    void setPracticeUrl(const QUrl &url) { m_practiceUrl = url; }
    /// Who one is by the store's server; empty: whoever the settings say.
    void setUser(const QString &user);
    /// The settings have changed: plans and choices follow.
    void settingsChanged();
    void openConversation(const QString &id, const QString &messageId = {});
    /// Opens it if it is there and nothing else is open by then.
    void reopenConversation(const QString &id);
    void startConversation();
    /// Pins a message, leaves it out, or gives it back to the strategy.
    void mark(const QString &messageId, Core::HandMark mark);
    /// Stores a further version of a summary; the next request is planned with it at once.
    void keepSummary(const Core::Summary &summary);
    QString currentId() const { return m_conversation.id; }
    /// Others have written in the conversation that is shown, or may have.
    void refresh();
    void takeRow(const Core::Conversation &row);
    /// Somebody else was first to change the same.
    void takeConflict(const QString &id, const Core::ConversationChange &mine);

signals:
    void failed(const Core::Error &error);
    void countChanged(); ///< a conversation has begun, was removed, brought back or tagged
    void spendChanged();
    void inFlightChanged(int requests);
    void planned(const Core::ContextPlan &plan, const Core::Attempt &request);
    void threadShown(const Core::Thread &thread);
    void summariesRead(const QList<Core::Summary> &summaries); ///< of the open conversation

private:
    QString user() const { return m_user.isEmpty() ? m_parts.settings.userName : m_user; }
    void wireList();
    void wireThread();
    void wireComposer();
    void wireHeader();
    void wireSession();

    void readThread(const QString &id, const QString &messageId);
    void showThread(const Core::Thread &thread);
    void readFeet();
    void showHeader();
    QString providerName() const; ///< whom this conversation asks
    Core::Conversation asAsked() const;
    void send(const QString &text);
    void ask(const Core::Turn &turn);
    void askBegun(Core::Turn turn);
    void submit(const Core::Turn &turn);
    void regenerate(const QString &messageId, const QString &model, const QString &strategy);
    void edit(const QString &messageId);
    void editLast();
    void endEditing(const QString &draft);
    void takeSummaries(const QList<Core::Summary> &summaries);
    void change(const QString &id, const Core::ConversationChange &change);
    void switchSibling(const QString &messageId, int step);
    void takeQuestion(const Core::Thread &thread);
    void takeRecord(const Core::TurnRecord &record, const std::optional<Core::Error> &problem);
    void takeFailure(const QString &conversation, const Core::Error &error);
    void takeRetry(const QString &conversation, const Core::Retrying &next);
    void endRetry();
    void complain(const Core::Error &error);
    QList<Core::Message> answeredBranch() const;
    QString answeredLeaf() const;
    void takeOthers(const Core::Thread &thread);
    void showBranch(const QString &leaf);
    std::optional<Core::Conversation> seen(const QString &id) const;
    NoticeBar::Action continuation(); ///< asks for the rest of an answer that was cut
    void preview();
    std::optional<Preview::Question> question(const QString &draft);
    std::optional<Core::Turn> turnOf(const QString &text) const;

    Parts m_parts;
    Preview m_preview;
    LiveMeter m_live;
    QUrl m_practiceUrl;
    QString m_user; ///< by the store's server
    Core::Conversation m_conversation;
    Core::MessageTree m_tree;
    Core::HandMarks m_marks;
    QList<Core::Summary> m_summaries;
    QTimer m_previewTimer;
    QString m_edited; ///< the message that is being changed, if any
    QString m_draftBefore; ///< what was typed before that
    QHash<QString, int> m_changing; ///< own changes on their way, by conversation
    bool m_isStale = false; ///< others have written meanwhile
    bool m_isRetrying = false; ///< the notice tells of a try that is to come
};
