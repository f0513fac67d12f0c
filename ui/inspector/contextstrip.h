#pragma once

#include "ui/base/stripgeometry.h"

#include <QWidget>

class PlanModel;

/// The whole conversation as blocks in order, each as wide as its tokens and coloured by its
/// verdict. The wheel, + and - zoom, dragging pans, the arrow keys go from message to message.
/// The model must outlive it.
class ContextStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ContextStrip)

public:
    explicit ContextStrip(const PlanModel &model, QWidget *parent = nullptr);

    qsizetype current() const { return m_current; }
    void setCurrent(qsizetype row); ///< scrolls it into view; -1: none

    const StripWindow &window() const { return m_window; }
    void zoomBy(double factor); ///< around the current message, or the middle
    void showWhole();

    QSize sizeHint() const override { return {360, 56}; }
    QSize minimumSizeHint() const override { return {120, 56}; }

signals:
    void currentChanged(qsizetype row);
    void activated(qsizetype row); ///< clicked, or Enter was pressed
    void menuRequested(qsizetype row, const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void takePlan();
    void setWindow(const StripWindow &window);
    qsizetype rowAt(double x) const;
    QRect blockArea() const;
    QRect blockOf(qsizetype row) const;
    void paintBlocks(QPainter &painter) const;
    void paintTrack(QPainter &painter) const;
    void paintCurrent(QPainter &painter) const;

    const PlanModel &m_model;
    StripScale m_scale;
    StripWindow m_window;
    qsizetype m_current = -1;
    double m_pressedX = 0;
    double m_draggedX = 0;
    bool m_pressed = false;
    bool m_dragging = false;
};
