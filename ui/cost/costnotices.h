#pragma once

#include "core/cost/costfigures.h"
#include "ui/base/card.h"

class QVBoxLayout;

/// What one should know before trusting or paying: days that cost far more than usual, with
/// the cause, and requests that have no price. Hidden where there is nothing to say.
class CostNotices final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostNotices)

public:
    explicit CostNotices(QWidget *parent = nullptr);

    void show(const Core::CostFigures &figures);

signals:
    void anomalyActivated(const Core::Anomaly &anomaly); ///< to see the requests behind it

private:
    void addLine(const QString &words, const Core::Anomaly *anomaly);

    QVBoxLayout *m_lines;
};
