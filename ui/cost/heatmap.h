#pragma once

#include "core/cost/costheat.h"

#include <QWidget>

/// What each hour of the week cost, as a field of 7 by 24. The mouse and the arrow keys tell
/// each hour's figures.
class HeatMap final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeatMap)

public:
    explicit HeatMap(QWidget *parent = nullptr);

    void setHeat(const Core::CostHeat &heat);

    /// Where an hour stands in a widget of this size, with this much room for the names.
    static QRect cell(const QSize &size, const QSize &names, int day, int hour);

    QSize minimumSizeHint() const override { return {240, 200}; }
    QSize sizeHint() const override { return {480, 260}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QSize names() const;
    QRect cell(int day, int hour) const { return cell(size(), names(), day, hour); }
    int cellAt(const QPoint &position) const; ///< day · 24 + hour, or -1
    QString words(int cell) const;
    void setCurrent(int cell);
    void showTip(const QPoint &globalPosition);
    void paintNames(QPainter &painter) const;
    void paintScale(QPainter &painter) const;

    Core::CostHeat m_heat;
    int m_current = -1;
};
