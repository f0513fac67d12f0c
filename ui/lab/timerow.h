#pragma once

#include "core/session/timetravel.h"
#include "core/session/trial.h"

#include <QSet>
#include <QWidget>

class FateBar;
class PlanStrip;
class QLabel;
class QGridLayout;

/// One card in the time travel: what it would have sent at a turn, and what became of the marked
/// messages.
class TimeRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeRow)

public:
    /// `messages` are counted and give the scale.
    TimeRow(const Core::TrialCard &card, const QList<Core::Message> &messages, QWidget *parent);

    const Core::TrialCard &card() const { return m_card; }

    void setMarked(const QSet<QString> &messages);
    void setPlan(const Core::ContextPlan &plan);
    void setTurn(int turn);
    /// The messages that are lost come first; of many, only some are shown.
    void addFates(const QList<Core::FactFate> &fates);
    void clearFates();

signals:
    void turnActivated(int turn);
    void messageActivated(const QString &messageId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void showFigures();
    void showFates();
    void buildFate(const Core::FactFate &fate, int line);
    QWidget *buildOutcome(const Core::FactFate &fate);
    QString beginningOf(const QString &messageId) const;

    Core::TrialCard m_card;
    QList<Core::Message> m_messages;
    QList<Core::FactFate> m_fates;
    QList<FateBar *> m_bars;
    int m_turn = 0;
    QLabel *m_title;
    QLabel *m_figures;
    PlanStrip *m_strip;
    QGridLayout *m_lines;
};
