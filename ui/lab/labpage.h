#pragma once

#include "ui/lab/labcard.h"
#include "ui/lab/labmatrixmodel.h"

class Chip;
class EmptyState;
class ExperimentsPane;
class LabBar;
class LabMatrix;
class ProbesPane;
class QLabel;
class QPushButton;
class QStackedLayout;
class QStackedWidget;
class QTabWidget;
class RepliesPane;
class TimePane;

/// Strategies side by side over one conversation: what each would send of it, what that costs,
/// what the model answers, and how that changes from turn to turn. Knows no store; it is given
/// what it asks for.
class LabPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabPage)

public:
    explicit LabPage(QWidget *parent = nullptr);

    /// Where the columns live; whoever plans puts them there.
    LabMatrixModel &matrix() { return m_model; }
    LabMatrix &table() { return *m_table; }
    RepliesPane &replies() { return *m_replies; }
    ProbesPane &probes() { return *m_probes; }
    TimePane &time() { return *m_time; }
    ExperimentsPane &experiments() { return *m_experiments; }

    enum class Tab { Compare, Time, Experiments };
    void showTab(Tab tab);
    Tab tab() const;
    /// A further view beside those of the lab; the page becomes its parent.
    void addTab(QWidget *view, const QString &title);

    void setConversations(const QList<Core::Conversation> &conversations, const QString &current);
    void setModels(const QList<LabModel> &models);
    /// The thread; the question to be asked is its last message.
    void setMessages(const QList<Core::Message> &messages);
    void showError(const Core::Error &error);
    /// Shows the replies of the cards, empty, to be grown.
    void beginReplies(const QList<Core::TrialCard> &cards);

    /// Shows the probes below the matrix, or the replies, or neither.
    void showProbes(bool shown);

    QString question() const; ///< empty: the conversation's last one
    void setQuestion(const QString &question);
    int callsPerDay() const;
    void setCallsPerDay(int calls);

signals:
    void tabChanged();
    void probesShown(bool shown);
    void conversationChosen(const QString &id);
    void questionChanged();
    void cardAdded();
    void cardChanged(const Core::TrialCard &card);
    void cardRemoved(const QString &cardId);
    void cardDuplicated(const QString &cardId);
    void cardMoved(const QString &cardId, int places);
    void evidenceToggled(const QString &messageId);
    void messageActivated(const QString &messageId);
    void askRequested();
    void chatsRequested();
    void replayRequested(); ///< what it would have cost over the whole past

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildContent();
    QWidget *buildCompare();
    QWidget *buildCorner();
    void wire();
    void wireMatrix();
    void retranslate();
    void showDifferences();
    void showAsk();

    LabMatrixModel m_model;
    QStackedLayout *m_pages;
    EmptyState *m_empty;
    QPushButton *m_toChats;
    LabBar *m_bar;
    Chip *m_onlyDifferent;
    Chip *m_probesChip;
    QLabel *m_counts;
    QTabWidget *m_tabs;
    LabMatrix *m_table;
    QStackedWidget *m_lower; ///< below the matrix
    RepliesPane *m_replies;
    ProbesPane *m_probes;
    TimePane *m_time;
    ExperimentsPane *m_experiments;
};
