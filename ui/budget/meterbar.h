#pragma once

#include "ui/budget/metersegments.h"

#include <QWidget>

/// The painted bar of the meter.
class MeterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MeterBar)

public:
    explicit MeterBar(QWidget *parent = nullptr);

    void setState(const MeterState &state);

    QSize sizeHint() const override { return {240, 12}; }
    QSize minimumSizeHint() const override { return {96, 12}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    MeterState m_state;
};

/// "History": what a part of the bar is called.
QString meterPartName(MeterPart part);

QColor meterPartColor(MeterPart part, const QPalette &palette);
