#pragma once

#include "core/session/trial.h"
#include "core/session/trialrunner.h"

#include <QWidget>

class Chip;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTextEdit;
class QToolButton;
class ReplyView;

/// The replies of all cards side by side, and how any two of them differ, word by word.
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

signals:
    void stopRequested();
    void closeRequested();
    void runningChanged(bool running);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildDifferences();
    ReplyView *view(const QString &cardId) const;
    void compare();
    void retranslate();

    QList<ReplyView *> m_views;
    QLabel *m_title;
    QPushButton *m_stop;
    QToolButton *m_close;
    Chip *m_compare;
    QComboBox *m_first;
    QComboBox *m_second;
    QLabel *m_legend;
    QStackedWidget *m_pages;
    QHBoxLayout *m_columns;
    QTextEdit *m_differences;
};
