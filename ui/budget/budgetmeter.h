#pragma once

#include "ui/budget/metersegments.h"

#include <QWidget>

class MeterBar;
class QLabel;
class ToneLabel;

/// Shows how the next request fills its budget: one bar with a number for people, the exact
/// sums in its tool tip and description, and, when the request is over the budget, by how much
/// and the ways out. Sends and decides nothing.
class BudgetMeter final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BudgetMeter)

public:
    explicit BudgetMeter(QWidget *parent = nullptr);

    const MeterState &state() const { return m_state; }
    void setState(const MeterState &state);

    /// "9.7k of 128k · about $0.019"
    QString summary() const;
    /// All sums, one a line.
    QString details() const;

signals:
    void strategyRequested(const QString &strategy);
    void shorteningRequested(); ///< the question is to be made shorter
    void inspectorRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLine();
    void buildWaysOut();
    void showLevel();
    void showWaysOut();

    MeterState m_state;
    MeterBar *m_bar;
    QLabel *m_icon;
    ToneLabel *m_summary;
    QWidget *m_over;
    ToneLabel *m_overText;
    QWidget *m_buttons;
};
