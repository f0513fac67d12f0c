#pragma once

#include "core/session/judging.h"
#include "core/session/trial.h"
#include "core/session/trialrunner.h"
#include "ui/lab/labcard.h"

#include <QWidget>

class Chip;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTextEdit;
class QToolButton;
class ReplyView;

/// The replies of all cards side by side, and how any two of them differ, word by word. Blind,
/// they stand in any order and have no names until one is marked as the better one. A model may
/// judge them; how many wrong replies it lets pass stands beside what it says.
class RepliesPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RepliesPane)

public:
    explicit RepliesPane(QWidget *parent = nullptr);

    /// Empty replies to be waited for, in the place of those before.
    void begin(const QList<Core::TrialCard> &cards);
    void grow(const QString &cardId, const QString &text);
    void end(const QString &cardId, const Core::TrialReply &reply);
    bool isRunning() const;

    /// Shows the differences of the two replies chosen instead of all replies.
    void showDifferences(bool shown);
    QString differences() const;

    void setBlind(bool blind); ///< from the next replies on
    bool isHidden() const { return m_hidden; } ///< whose reply is whose is not told yet

    void setModels(const QList<LabModel> &models); ///< that can judge
    void setJudgement(const QString &cardId, std::optional<bool> accepted);
    void setTally(const Core::JudgeTally &tally, bool running);

signals:
    /// A person marked the better reply; empty: there is no difference.
    void preferred(const QString &cardId);
    void judgeRequested(const LabModel &model);
    void stopRequested();
    void closeRequested();
    void runningChanged(bool running);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildDifferences();
    QWidget *buildMarks();
    ReplyView *view(const QString &cardId) const;
    void addView(const Core::TrialCard &card);
    void fillChoices();
    void prefer(const QString &cardId);
    void reveal();
    void showMarks();
    void showModels();
    void compare();
    void retranslate();

    QList<ReplyView *> m_views;
    QList<LabModel> m_models;
    bool m_hidden = false;
    bool m_marked = false;
    QLabel *m_title;
    QPushButton *m_stop;
    QToolButton *m_close;
    Chip *m_compare;
    Chip *m_blind;
    QComboBox *m_first;
    QComboBox *m_second;
    QLabel *m_legend;
    QStackedWidget *m_pages;
    QHBoxLayout *m_columns;
    QTextEdit *m_differences;
    QWidget *m_marks = nullptr;
    QLabel *m_markHint;
    QPushButton *m_same;
    QToolButton *m_judge;
    QMenu *m_judges;
    QLabel *m_tally;
};
