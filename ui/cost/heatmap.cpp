#include "ui/cost/heatmap.h"

#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/tooltips.h"
#include "ui/cost/costwords.h"

#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace {

constexpr int days = 7;
constexpr int hours = 24;
constexpr int hoursOfALabel = 3;
constexpr int scaleSteps = 5;

QColor shade(double share, const QPalette &palette)
{
    const QColor none = Colors::free(palette);
    const QColor most = Colors::part(Core::Part::History, palette);
    // The root lets the small ones be told from nothing.
    const double weight = std::sqrt(std::clamp(share, 0.0, 1.0));
    const auto mix = [weight](int a, int b) { return qRound(a + (b - a) * weight); };
    return {mix(none.red(), most.red()), mix(none.green(), most.green()),
            mix(none.blue(), most.blue())};
}

} // namespace

HeatMap::HeatMap(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void HeatMap::setHeat(const Core::CostHeat &heat)
{
    m_heat = heat;
    m_current = -1;
    int dearest = 0;
    for (int i = 1; i < days * hours; ++i) {
        if (m_heat.hours[size_t(i / hours)][size_t(i % hours)].cost
            > m_heat.hours[size_t(dearest / hours)][size_t(dearest % hours)].cost)
            dearest = i;
    }
    setAccessibleDescription(tr("The dearest hour: %1").arg(words(dearest)));
    update();
}

/// The names of the days stand at the left, those of the hours below, the scale under them.
QRect HeatMap::cell(const QSize &size, const QSize &names, int day, int hour)
{
    const int width = size.width() - names.width();
    const int height = size.height() - 2 * names.height();
    const int left = names.width() + hour * width / hours;
    const int right = names.width() + (hour + 1) * width / hours;
    const int top = day * height / days;
    const int bottom = (day + 1) * height / days;
    return {left, top, right - left - 2, bottom - top - 2};
}

QSize HeatMap::names() const
{
    const QFontMetrics metrics(Fonts::small());
    int widest = 0;
    for (int day = 0; day < days; ++day)
        widest = std::max(widest, metrics.horizontalAdvance(CostWords::weekday(day)));
    return {widest + 8, metrics.height() + 8};
}

int HeatMap::cellAt(const QPoint &position) const
{
    for (int i = 0; i < days * hours; ++i) {
        if (cell(i / hours, i % hours).adjusted(0, 0, 2, 2).contains(position))
            return i;
    }
    return -1;
}

QString HeatMap::words(int cell) const
{
    const Core::CostRow &row = m_heat.hours[size_t(cell / hours)][size_t(cell % hours)];
    const QTime from(cell % hours, 0);
    return tr("%1 from %2 to %3: %4 for %5 requests", "weekday, time, time, money, number")
        .arg(QLocale().standaloneDayName(cell / hours + 1), from.toString(QStringLiteral("HH:mm")),
             from.addSecs(3599).toString(QStringLiteral("HH:mm")),
             Formats::moneyOrUnpriced(row.knownCost()), Formats::number(row.requests));
}

void HeatMap::setCurrent(int cell)
{
    if (cell == m_current)
        return;
    m_current = cell;
    if (cell >= 0)
        setAccessibleDescription(words(cell));
    update();
}

void HeatMap::showTip(const QPoint &globalPosition)
{
    if (m_current < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(globalPosition, plainToolTip(words(m_current)), this);
}

void HeatMap::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double most = std::max(1.0, double(m_heat.most().pico));
    for (int i = 0; i < days * hours; ++i) {
        const Core::CostRow &row = m_heat.hours[size_t(i / hours)][size_t(i % hours)];
        painter.setPen(i == m_current ? QPen(palette().color(QPalette::Text), 1.5)
                                      : QPen(Qt::NoPen));
        painter.setBrush(shade(double(row.cost.pico) / most, palette()));
        painter.drawRoundedRect(cell(i / hours, i % hours), 2, 2);
    }
    painter.setFont(Fonts::small());
    painter.setPen(Colors::quietText(palette()));
    paintNames(painter);
    paintScale(painter);
}

void HeatMap::paintNames(QPainter &painter) const
{
    const QSize room = names();
    for (int day = 0; day < days; ++day) {
        const QRect first = cell(day, 0);
        painter.drawText(QRect(0, first.y(), room.width(), first.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, CostWords::weekday(day));
    }
    for (int hour = 0; hour < hours; hour += hoursOfALabel) {
        const QRect last = cell(days - 1, hour);
        painter.drawText(QRect(last.x(), last.bottom() + 2, 40, room.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QTime(hour, 0).toString(QStringLiteral("HH")));
    }
}

void HeatMap::paintScale(QPainter &painter) const
{
    const int height = names().height();
    const int top = this->height() - height;
    const QString least = Formats::money({});
    const QString most = Formats::money(m_heat.most());
    const QFontMetrics metrics(painter.font());
    int x = names().width();
    const auto write = [&](const QString &text) {
        const int width = metrics.horizontalAdvance(text);
        painter.drawText(QRect(x, top, width + 2, height), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += width + 8;
    };
    write(least);
    const QPen pen = painter.pen();
    painter.setPen(Qt::NoPen);
    for (int step = 0; step < scaleSteps; ++step) {
        const double share = double(step) / (scaleSteps - 1);
        painter.setBrush(shade(share * share, palette()));
        painter.drawRoundedRect(QRect(x, top + height / 2 - 5, 18, 10), 2, 2);
        x += 20;
    }
    painter.setPen(pen);
    x += 6;
    write(most);
}

void HeatMap::mouseMoveEvent(QMouseEvent *event)
{
    const int before = m_current;
    setCurrent(cellAt(event->position().toPoint()));
    if (before != m_current)
        showTip(event->globalPosition().toPoint());
}

void HeatMap::leaveEvent(QEvent *event)
{
    setCurrent(-1);
    QWidget::leaveEvent(event);
}

void HeatMap::focusOutEvent(QFocusEvent *event)
{
    setCurrent(-1);
    QWidget::focusOutEvent(event);
}

void HeatMap::keyPressEvent(QKeyEvent *event)
{
    const int at = std::max(0, m_current);
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(at % hours > 0 ? at - 1 : at);
        break;
    case Qt::Key_Right:
        setCurrent(at % hours < hours - 1 ? at + 1 : at);
        break;
    case Qt::Key_Up:
        setCurrent(at >= hours ? at - hours : at);
        break;
    case Qt::Key_Down:
        setCurrent(at < (days - 1) * hours ? at + hours : at);
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    showTip(mapToGlobal(cell(m_current / hours, m_current % hours).center()));
}
