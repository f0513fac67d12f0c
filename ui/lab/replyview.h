#pragma once

#include "core/session/trial.h"
#include "core/session/trialrunner.h"
#include "ui/base/card.h"

class QLabel;
class QPlainTextEdit;
class ToneLabel;

/// The reply of one card, growing while it comes, with its tokens, cost and time.
class ReplyView final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplyView)

public:
    explicit ReplyView(const Core::TrialCard &card, QWidget *parent = nullptr);

    const Core::TrialCard &card() const { return m_card; }
    QString text() const;
    bool isRunning() const { return m_running; }

    void grow(const QString &text);
    void end(const Core::TrialReply &reply);

private:
    void build();

    Core::TrialCard m_card;
    bool m_running = true;
    QLabel *m_title;
    QPlainTextEdit *m_text;
    ToneLabel *m_state;
};
