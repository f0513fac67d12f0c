#pragma once

#include "ui/base/stripgeometry.h"

#include <QSet>
#include <QWidget>

/// A plan of an earlier moment as blocks, on the scale of the whole conversation: what came
/// later is empty. Marked messages have a notch above them.
class PlanStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanStrip)

public:
    explicit PlanStrip(QWidget *parent = nullptr);

    /// All messages of the conversation, which give the scale.
    void setScale(const QList<Core::Message> &messages);
    void setPlan(const Core::ContextPlan &plan);
    void setMarked(const QSet<QString> &messages);
    const Core::ContextPlan &plan() const { return m_plan; }

    QSize sizeHint() const override { return {360, 40}; }
    QSize minimumSizeHint() const override { return {120, 40}; }

signals:
    void messageActivated(const QString &messageId);

protected:
    bool event(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    qsizetype itemAt(double x) const; ///< -1: none
    void paintMarks(QPainter &painter) const;

    StripScale m_scale;
    QStringList m_ids;
    Core::ContextPlan m_plan;
    QSet<QString> m_marked;
};
