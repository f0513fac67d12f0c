#pragma once

#include "ui/lab/labcard.h"
#include "ui/lab/labmatrixmodel.h"

class Chip;
class EmptyState;
class LabMatrix;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedLayout;
class RepliesPane;

/// Strategies side by side over one conversation: what each would send of it, what that costs,
/// and what the model answers. Knows no store; it is given what it asks for.
class LabPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabPage)

public:
    explicit LabPage(QWidget *parent = nullptr);

    /// Where the columns live; whoever plans puts them there.
    LabMatrixModel &matrix() { return m_model; }
    RepliesPane &replies() { return *m_replies; }

    void setConversations(const QList<Core::Conversation> &conversations, const QString &current);
    void setModels(const QList<LabModel> &models);
    /// The thread; the question to be asked is its last message.
    void setMessages(const QList<Core::Message> &messages);
    void showError(const Core::Error &error);
    /// Shows the replies of the cards, empty, to be grown.
    void beginReplies(const QList<Core::TrialCard> &cards);

    QString question() const; ///< empty: the conversation's last one

signals:
    void conversationChosen(const QString &id);
    void questionChanged();
    void cardAdded();
    void cardChanged(const Core::TrialCard &card);
    void cardRemoved(const QString &cardId);
    void messageActivated(const QString &messageId);
    void askRequested();
    void chatsRequested();
    void replayRequested(); ///< what it would have cost over the whole past

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildContent();
    QWidget *buildHead();
    QWidget *buildBar();
    QWidget *buildCorner();
    void wire();
    void retranslate();
    void showPlaceholder();
    void showDifferences();
    void showAsk();

    LabMatrixModel m_model;
    QStackedLayout *m_pages;
    EmptyState *m_empty;
    QPushButton *m_toChats;
    QLabel *m_title;
    QComboBox *m_conversation;
    QLabel *m_questionName;
    QLineEdit *m_question;
    QLabel *m_trafficName;
    QSpinBox *m_traffic;
    QPushButton *m_add;
    QPushButton *m_ask;
    QPushButton *m_replay;
    Chip *m_onlyDifferent;
    QLabel *m_counts;
    LabMatrix *m_table;
    RepliesPane *m_replies;
};
