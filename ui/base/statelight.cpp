#include "ui/base/statelight.h"

#include "ui/base/colors.h"

#include <QPainter>

namespace {

constexpr int lightSize = 12;

QColor colourOf(StateLight::State state, const QPalette &palette)
{
    switch (state) {
    case StateLight::State::Unknown:
        return Colors::quietText(palette);
    case StateLight::State::Busy:
        return Colors::accent(palette);
    case StateLight::State::Good:
        return Colors::good(palette);
    case StateLight::State::Warning:
        return Colors::warning(palette);
    case StateLight::State::Bad:
        return Colors::bad(palette);
    }
    Q_UNREACHABLE();
}

} // namespace

StateLight::StateLight(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(lightSize, lightSize);
}

void StateLight::setState(State state)
{
    m_state = state;
    update();
}

void StateLight::paintEvent(QPaintEvent * /*event*/)
{
    const QColor colour = colourOf(m_state, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5));
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    switch (m_state) {
    case State::Unknown: // a ring
        return painter.drawEllipse(area.adjusted(1, 1, -1, -1));
    case State::Busy: // an open ring
        return painter.drawArc(area, 30 * 16, 260 * 16);
    case State::Good: // a disc
        painter.setBrush(colour);
        return painter.drawEllipse(area.adjusted(0.5, 0.5, -0.5, -0.5));
    case State::Warning: // a triangle
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF{QPointF(area.center().x(), area.top()), area.bottomRight(),
                                      area.bottomLeft()});
        return;
    case State::Bad: // a square
        painter.setBrush(colour);
        return painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}
