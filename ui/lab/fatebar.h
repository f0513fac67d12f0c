#pragma once

#include "core/session/timetravel.h"

#include <QWidget>

/// One message through all turns of a conversation: when it was sent, in the summary, missing.
/// A click goes to the turn.
class FateBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FateBar)

public:
    explicit FateBar(QWidget *parent = nullptr);

    void setFate(const Core::FactFate &fate);
    void setTurn(int turn); ///< from 1; marked in the bar

    QSize sizeHint() const override { return {360, 16}; }
    QSize minimumSizeHint() const override { return {80, 16}; }

signals:
    void turnActivated(int turn);

protected:
    bool event(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int turnAt(double x) const;

    Core::FactFate m_fate;
    int m_turn = 0;
};

/// "Sent", "Missing", …
QString presenceText(Core::Presence presence);

/// "Lost at turn 34, back at turn 40", "In every request since it was said".
QString fateText(const Core::FactFate &fate);
