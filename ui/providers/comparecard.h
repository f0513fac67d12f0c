#pragma once

#include "core/chat/provider.h"
#include "core/session/trialrunner.h"
#include "ui/base/card.h"

#include <QList>

#include <array>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

/// The same question to two providers, their answers and figures side by side: whether to move
/// from one to the other. Values in, wishes out.
class CompareCard final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareCard)

public:
    static constexpr int sideCount = 2;

    explicit CompareCard(QWidget *parent = nullptr);

    /// Who can be chosen, by name; the first two are proposed.
    void setProviders(const QStringList &names);

    void begin(); ///< both are asked now
    void grow(int side, const QString &text);
    void setReply(int side, const Core::TrialReply &reply);

signals:
    void compareAsked(const QString &question, const QStringList &providers);
    void stopAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Side
    {
        QComboBox *choice = nullptr;
        QString chosen; ///< by hand; empty: what is proposed
        QPlainTextEdit *answer = nullptr;
        QLabel *figures = nullptr;
        std::optional<Core::TrialReply> reply;
    };

    void build();
    void wire();
    void retranslate();
    void showFigures(const Side &side);
    void ask();
    bool isWaiting() const { return m_waiting > 0; }

    std::array<Side, sideCount> m_sides;
    int m_waiting = 0; ///< sides that have not ended
    bool m_wasAsked = false;
    QLabel *m_title;
    QLabel *m_introduction;
    QPlainTextEdit *m_question;
    QLabel *m_problem;
    QPushButton *m_ask;
    QPushButton *m_stop;
};

/// What came of one side: how long it took, what it used and cost, or why there is no answer.
QString replyFigures(const Core::TrialReply &reply);
