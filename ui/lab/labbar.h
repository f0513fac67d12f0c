#pragma once

#include "core/chat/conversation.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

/// What the lab looks at: conversation, question and traffic; and what one does about it.
class LabBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabBar)

public:
    explicit LabBar(QWidget *parent = nullptr);

    void setConversations(const QList<Core::Conversation> &conversations, const QString &current);
    void setLastQuestion(const QString &question); ///< of the conversation; may be empty
    void setCanAsk(bool can);

    QString question() const; ///< empty: the conversation's last one
    void setQuestion(const QString &question);
    int callsPerDay() const;
    void setCallsPerDay(int calls);

signals:
    void conversationChosen(const QString &id);
    void questionChanged(); ///< some time after the last key
    void callsPerDayChanged(int calls);
    void cardRequested();
    void replayRequested(); ///< what it would have cost over the whole past
    void askRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildQuestion();
    void wire();
    void retranslate();
    void showPlaceholder();

    QString m_lastQuestion;
    QLabel *m_title = nullptr;
    QComboBox *m_conversation = nullptr;
    QPushButton *m_replay = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_ask = nullptr;
    QLabel *m_questionName = nullptr;
    QLineEdit *m_question = nullptr;
    QLabel *m_trafficName = nullptr;
    QSpinBox *m_traffic = nullptr;
};
