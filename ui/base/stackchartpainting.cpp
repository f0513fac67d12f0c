// What a StackChart paints around its series: lines, marks and labels.

#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/stackchart.h"

#include <QChart>

#include <algorithm>
#include <cmath>

namespace {

constexpr double loneMark = 3.5; // its radius in pixels

} // namespace

void StackChart::drawBackground(QPainter *painter, const QRectF & /*rect*/)
{
    if (m_current >= 0)
        painter->fillRect(column(m_current), Colors::accentTint(palette()));
    const QRectF plot = chart()->plotArea();
    painter->setPen(Colors::line(palette()));
    const QList<double> values = ticks().values();
    for (const double value : values) {
        const double y = std::round(yOf(value)) + 0.5;
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
}

void StackChart::drawForeground(QPainter *painter, const QRectF & /*rect*/)
{
    painter->setFont(Fonts::small());
    paintMarks(*painter);
    paintLonePoints(*painter);
    paintValueLabels(*painter);
    m_data.numbers.isEmpty() ? paintBarLabels(*painter) : paintEveryLabel(*painter);
    paintGroups(*painter);
    if (!hasFocus())
        return;
    painter->setPen(QPen(Colors::accent(palette()), 2));
    painter->setBrush(Qt::NoBrush);
    // Around the bars: around all of it, it would go through the words at its edge.
    painter->drawRoundedRect(chart()->plotArea().adjusted(-1, -1, 1, 1), 4, 4);
}

void StackChart::paintMarks(QPainter &painter) const
{
    const QRectF plot = chart()->plotArea();
    const QFontMetricsF metrics(painter.font());
    for (qsizetype i = 0; i < m_data.labels.size(); ++i) {
        const QRectF place = column(i);
        const double air = place.width() * (1 - barShare) / 2;
        const double top = yOf(stackHeight(i));
        const QRectF bar(place.x() + air, top, place.width() * barShare, plot.bottom() - top);
        if (i == m_data.unfinished) {
            QColor lines = Colors::surface(palette());
            lines.setAlpha(170);
            painter.fillRect(bar, QBrush(lines, Qt::BDiagPattern));
        }
        if (m_data.incomplete.value(i)) {
            painter.setPen(Colors::warning(palette()));
            painter.drawText(QRectF(place.x(), bar.top() - metrics.height() - 1, place.width(),
                                    metrics.height()),
                             Qt::AlignCenter | Qt::TextDontClip, QStringLiteral("?"));
        }
    }
}

/// A single value is no line yet, but known. A series of Qt's would cut its mark in half at the
/// edge of the plot, where 100 % lies.
void StackChart::paintLonePoints(QPainter &painter) const
{
    if (m_data.labels.size() == 1) // is a line over the whole of the one bar
        return;
    painter.setPen(Qt::NoPen);
    for (const StackData::Line &line : m_data.lines) {
        const auto known = [](double value) { return !std::isnan(value); };
        const auto only = std::find_if(line.values.begin(), line.values.end(), known);
        if (only == line.values.end() || std::any_of(only + 1, line.values.end(), known))
            continue;
        painter.setBrush(line.color);
        painter.drawEllipse(QPointF(column(only - line.values.begin()).center().x(), yOf(*only)),
                            loneMark, loneMark);
    }
}

void StackChart::paintValueLabels(QPainter &painter) const
{
    const QRectF plot = chart()->plotArea();
    const QFontMetricsF metrics(painter.font());
    painter.setPen(Colors::quietText(palette()));
    painter.drawText(QPointF(0, metrics.ascent() + 1), m_data.unit);
    if (!m_data.label)
        return;
    const AxisTicks axis = ticks();
    const QList<double> values = axis.values();
    for (const double value : values) {
        const double y = yOf(value);
        painter.drawText(QRectF(0, y - metrics.height() / 2, plot.left() - 8, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, m_data.label(value, axis.step));
    }
}

void StackChart::paintBarLabels(QPainter &painter) const
{
    const QFontMetrics metrics(painter.font());
    int widest = 0;
    for (const QString &label : m_data.labels)
        widest = std::max(widest, metrics.horizontalAdvance(label));
    const int stride = labelStride(widest, column(0).width());
    const double top = chart()->plotArea().bottom() + 6;
    // Counted from the end, since the newest is what one looks for.
    for (qsizetype i = m_data.labels.size() - 1; i >= 0; i -= stride) {
        const double middle = column(i).center().x();
        const double half = metrics.horizontalAdvance(m_data.labels[i]) / 2.0;
        const double x = std::min(middle - half, double(width()) - 2 * half);
        painter.setPen(i == m_current ? palette().color(QPalette::Text)
                                      : Colors::quietText(palette()));
        painter.drawText(QPointF(std::max(0.0, x), top + metrics.ascent()), m_data.labels[i]);
    }
}

void StackChart::paintEveryLabel(QPainter &painter) const
{
    const QFontMetricsF metrics(painter.font());
    const double top = chart()->plotArea().bottom() + 6;
    const bool haveRoom =
        std::all_of(m_data.labels.begin(), m_data.labels.end(), [&](const QString &label) {
            return metrics.horizontalAdvance(label) <= column(0).width() - 4;
        });
    const QStringList &labels = haveRoom ? m_data.labels : m_data.numbers;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const QRectF room(column(i).x() + 2, top, column(i).width() - 4, metrics.height());
        painter.setPen(i == m_current ? palette().color(QPalette::Text)
                                      : Colors::quietText(palette()));
        painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop | Qt::TextDontClip, labels[i]);
    }
}

/// Each under a line as wide as its bars.
void StackChart::paintGroups(QPainter &painter) const
{
    const QFontMetricsF metrics(painter.font());
    const double top = chart()->plotArea().bottom() + 9 + metrics.height();
    const auto roomOf = [&](const StackData::Group &group) {
        return column(0).width() * double(group.bars) - 8;
    };
    const bool haveRoom =
        std::all_of(m_data.groups.begin(), m_data.groups.end(), [&](const StackData::Group &group) {
            return metrics.horizontalAdvance(group.name) <= roomOf(group);
        });
    qsizetype first = 0;
    for (const StackData::Group &group : m_data.groups) {
        const QRectF begin = column(first);
        first += group.bars;
        const QRectF room(begin.x() + 4, top, roomOf(group), metrics.height());
        painter.setPen(Colors::line(palette()));
        painter.drawLine(room.topLeft(), room.topRight());
        painter.setPen(palette().color(QPalette::Text));
        if (haveRoom)
            painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop, group.name);
    }
}
