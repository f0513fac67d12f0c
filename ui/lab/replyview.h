#pragma once

#include "core/session/trial.h"
#include "core/session/trialrunner.h"
#include "ui/base/card.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class ToneLabel;

/// The reply of one card, growing while it comes, with its tokens, cost and time. Blind, it
/// keeps to itself whose it is, and what it cost, which would tell.
class ReplyView final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplyView)

public:
    explicit ReplyView(const Core::TrialCard &card, QWidget *parent = nullptr);

    const Core::TrialCard &card() const { return m_card; }
    QString name() const; ///< of the card, or what it hides behind
    QString text() const;
    bool isRunning() const { return m_running; }

    void grow(const QString &text);
    void end(const Core::TrialReply &reply);
    bool isUsable() const { return m_usable; } ///< it ended, and there is something to read

    void hideBehind(const QString &name); ///< "Reply A"
    void reveal();
    /// Whether it can be marked as the better one.
    void setMarkable(bool markable);
    void setPreferred(bool preferred);
    void setJudgement(const QString &text);

signals:
    void marked();

private:
    void build();
    void showTitle();
    void showState();

    Core::TrialCard m_card;
    QString m_hiddenBehind;
    std::optional<Core::TrialReply> m_reply;
    bool m_running = true;
    bool m_usable = false;
    bool m_preferred = false;
    QLabel *m_title;
    QPlainTextEdit *m_text;
    ToneLabel *m_state;
    QLabel *m_judgement;
    QPushButton *m_mark;
};
