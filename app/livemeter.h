#pragma once

#include "core/tokens/runningcount.h"
#include "core/tokens/tokencounter.h"
#include "ui/budget/budgetmeter.h"
#include "ui/composer/composer.h"

#include <QObject>
#include <QTimer>

/// Keeps the meter in step between plans: with what was typed since the last one, and with an
/// answer that grows. After a change only what it can change is counted again.
class LiveMeter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveMeter)

public:
    /// Both must outlive it.
    LiveMeter(BudgetMeter &meter, const Composer &composer, QObject *parent = nullptr);

    /// Whose tokens are counted from now on.
    void setCounter(const Core::TokenCounter &counter);

    /// The draft as a message, counted, to be planned.
    Core::Message messageOf(const QString &draft);
    /// The plan of the last messageOf() is shown: what is typed from now on comes on top of it.
    void planShown();

    void answerBegan();
    void answerGrew(const QString &text);
    void answerEnded();

private:
    void showSoon();
    void show();

    BudgetMeter &m_meter;
    const Composer &m_composer;
    Core::TokenCounter m_counter;
    Core::RunningCount m_draft;
    Core::RunningCount m_answer;
    qsizetype m_asked = 0; ///< tokens of the draft that is being planned
    qsizetype m_planned = 0;
    QTimer m_timer; ///< the meter is painted no oftener than one can look
    bool m_isTyped = false; ///< the draft has changed since it was counted
};
