#include "ui/base/separator.h"

#include "ui/base/colors.h"

#include <QPainter>

Separator::Separator(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(1);
}

void Separator::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect().adjusted(1, 0, -1, 0), Colors::line(palette()));
}
