#include "ui/base/stackchart.h"

#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/tooltips.h"

#include <QAreaSeries>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace {

constexpr int steps = 5;

} // namespace

StackChart::StackChart(QWidget *parent)
    : QChartView(new QChart, parent)
{
    chart()->legend()->hide(); // names stand in a legend of ours, which wraps
    chart()->setMargins({});
    chart()->setBackgroundVisible(false);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
}

void StackChart::setData(const StackData &data)
{
    m_data = data;
    if (m_current >= m_data.labels.size())
        m_current = -1;
    rebuild();
}

void StackChart::setCurrent(qsizetype bar)
{
    if (bar == m_current)
        return;
    m_current = bar;
    if (bar >= 0 && bar < m_data.tips.size())
        setAccessibleDescription(m_data.tips[bar]);
    resetCachedContent();
    viewport()->update();
}

void StackChart::rebuild()
{
    chart()->removeAllSeries();
    const QList<QAbstractAxis *> old = chart()->axes();
    for (QAbstractAxis *axis : old) {
        chart()->removeAxis(axis);
        delete axis;
    }
    m_top = ticks().top();
    addBand(m_top);
    addBars(m_top);
    addLines(m_top);
    // Grid and labels are painted here: Qt's labels are cut off with dots, and its grid does
    // not follow a plot area that is set.
    const QList<QAbstractAxis *> axes = chart()->axes();
    for (QAbstractAxis *axis : axes)
        axis->setVisible(false);
    placePlot();
    viewport()->update();
}

/// The first series brings the axes; all share them.
void StackChart::attach(QAbstractSeries *series, double top)
{
    chart()->addSeries(series);
    if (chart()->axes().isEmpty()) {
        // Bars stand at whole numbers. An axis of categories would make a label of each, which
        // takes ten times as long as all the rest.
        auto *across = new QValueAxis;
        across->setRange(-0.5, double(m_data.labels.size()) - 0.5);
        auto *upward = new QValueAxis;
        upward->setRange(0, top);
        for (QValueAxis *axis : {across, upward}) {
            axis->setLabelsVisible(false);
            axis->setGridLineVisible(false);
            axis->setLineVisible(false);
        }
        chart()->addAxis(across, Qt::AlignBottom);
        chart()->addAxis(upward, Qt::AlignLeft);
    }
    const QList<QAbstractAxis *> axes = chart()->axes();
    for (QAbstractAxis *axis : axes)
        series->attachAxis(axis);
}

void StackChart::addBars(double top)
{
    auto *stack = new QStackedBarSeries;
    stack->setBarWidth(barShare);
    for (const StackData::Series &series : m_data.bars) {
        auto *set = new QBarSet(series.name);
        set->setColor(series.color);
        set->setPen(Qt::NoPen);
        for (const double value : series.values)
            set->append(std::isnan(value) ? 0 : value);
        stack->append(set);
    }
    attach(stack, top);
}

void StackChart::addBand(double top)
{
    if (!m_data.band)
        return;
    auto *low = new QLineSeries;
    auto *high = new QLineSeries;
    for (qsizetype i = 0; i < m_data.band->low.size(); ++i) {
        if (std::isnan(m_data.band->low[i]))
            continue;
        low->append(double(i), m_data.band->low[i]);
        high->append(double(i), m_data.band->high[i]);
    }
    auto *area = new QAreaSeries(high, low);
    low->setParent(area); // the area does not own its edges
    high->setParent(area);
    area->setColor(m_data.band->color);
    area->setPen(Qt::NoPen);
    attach(area, top);
}

void StackChart::addLines(double top)
{
    for (const StackData::Line &line : m_data.lines) {
        auto *series = new QLineSeries;
        series->setPen(QPen(line.color, 2, line.style));
        for (qsizetype i = 0; i < line.values.size(); ++i) {
            if (!std::isnan(line.values[i]))
                series->append(double(i), line.values[i]);
        }
        if (m_data.labels.size() == 1 && series->count() == 1) { // over the whole of the one bar
            const double value = series->at(0).y();
            series->clear();
            series->append(-0.5, value);
            series->append(0.5, value);
        }
        attach(series, top);
    }
}

double StackChart::stackHeight(qsizetype bar) const
{
    double sum = 0;
    for (const StackData::Series &series : m_data.bars)
        sum += std::isnan(series.values.value(bar)) ? 0 : series.values.value(bar);
    return sum;
}

double StackChart::most() const
{
    double most = 0;
    for (qsizetype i = 0; i < m_data.labels.size(); ++i)
        most = std::max(most, stackHeight(i));
    for (const StackData::Line &line : m_data.lines) {
        for (const double value : line.values)
            most = std::isnan(value) ? most : std::max(most, value);
    }
    if (m_data.band) {
        for (const double value : m_data.band->high)
            most = std::isnan(value) ? most : std::max(most, value);
    }
    return most;
}

/// Leaves room for the labels, which are measured and not guessed.
AxisTicks StackChart::ticks() const
{
    return axisTicks(most(), steps);
}

void StackChart::placePlot()
{
    const QFontMetrics metrics(Fonts::small());
    int widest = 0;
    if (m_data.label) {
        const AxisTicks axis = ticks();
        const QList<double> values = axis.values();
        for (const double value : values)
            widest = std::max(widest, metrics.horizontalAdvance(m_data.label(value, axis.step)));
    }
    const int top = metrics.height() + 14; // the unit stands above the highest label
    const int bottom = m_data.groups.isEmpty() ? metrics.height() + 8 : 2 * metrics.height() + 12;
    chart()->setPlotArea(QRectF(widest + 8, top, std::max(10, width() - widest - 16),
                                std::max(10, height() - top - bottom)));
}

double StackChart::yOf(double value) const
{
    const QRectF plot = chart()->plotArea();
    return plot.bottom() - value / m_top * plot.height();
}

QRectF StackChart::column(qsizetype bar) const
{
    const QRectF plot = chart()->plotArea();
    const double width = plot.width() / double(std::max<qsizetype>(1, m_data.labels.size()));
    return {plot.x() + double(bar) * width, plot.y(), width, plot.height()};
}

qsizetype StackChart::barAt(double x) const
{
    const QRectF plot = chart()->plotArea();
    if (m_data.labels.isEmpty() || x < plot.left() || x >= plot.right())
        return -1;
    return qsizetype((x - plot.left()) / plot.width() * double(m_data.labels.size()));
}

void StackChart::showTip(const QPoint &globalPosition)
{
    if (m_current >= 0 && m_current < m_data.tips.size())
        QToolTip::showText(globalPosition, plainToolTip(m_data.tips[m_current]), this);
    else
        QToolTip::hideText();
}

void StackChart::mouseMoveEvent(QMouseEvent *event)
{
    const qsizetype bar = barAt(event->position().x());
    if (bar == m_current)
        return;
    setCurrent(bar);
    showTip(event->globalPosition().toPoint());
}

void StackChart::mouseReleaseEvent(QMouseEvent *event)
{
    const qsizetype bar = barAt(event->position().x());
    if (event->button() == Qt::LeftButton && bar >= 0)
        emit barActivated(bar);
}

void StackChart::leaveEvent(QEvent *event)
{
    setCurrent(-1);
    QChartView::leaveEvent(event);
}

void StackChart::focusOutEvent(QFocusEvent *event)
{
    setCurrent(-1);
    QChartView::focusOutEvent(event);
}

void StackChart::keyPressEvent(QKeyEvent *event)
{
    const qsizetype last = m_data.labels.size() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(m_current < 0 ? last : std::max<qsizetype>(0, m_current - 1));
        break;
    case Qt::Key_Right:
        setCurrent(std::min(last, m_current + 1));
        break;
    case Qt::Key_Home:
        setCurrent(std::min<qsizetype>(0, last));
        break;
    case Qt::Key_End:
        setCurrent(last);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            emit barActivated(m_current);
        return;
    default:
        return QChartView::keyPressEvent(event);
    }
    showTip(mapToGlobal(column(m_current).center().toPoint()));
}

void StackChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placePlot();
}

void StackChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        rebuild();
}
