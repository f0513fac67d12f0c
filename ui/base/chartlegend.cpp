#include "ui/base/chartlegend.h"

#include "ui/base/flowlayout.h"
#include "ui/base/labels.h"
#include "ui/base/stackchart.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace {

enum class Shape { Square, Line };

/// How a series looks in the chart.
class Swatch final : public QWidget
{
public:
    Swatch(const QColor &color, Shape shape, Qt::PenStyle style, QWidget *parent)
        : QWidget(parent)
        , m_color(color)
        , m_shape(shape)
        , m_style(style)
    {
        setFixedSize(shape == Shape::Line ? 18 : 10, 10);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        if (m_shape == Shape::Line) {
            painter.setPen(QPen(m_color, 2, m_style));
            painter.drawLine(0, height() / 2, width(), height() / 2);
            return;
        }
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_color);
        painter.drawRoundedRect(rect(), 2, 2);
    }

private:
    QColor m_color;
    Shape m_shape;
    Qt::PenStyle m_style;
};

} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new FlowLayout(12, this);
    layout->setContentsMargins({});
}

void ChartLegend::setEntries(const StackData &chart)
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](const QString &name, const QColor &color, Shape shape,
                            Qt::PenStyle style) {
        auto *entry = new QWidget(this);
        auto *row = new QHBoxLayout(entry);
        row->setContentsMargins({});
        row->setSpacing(6);
        row->addWidget(new Swatch(color, shape, style, entry));
        QLabel *text = Labels::quiet(name, entry);
        text->setWordWrap(false);
        row->addWidget(text);
        layout()->addWidget(entry);
        entry->show();
    };
    for (const StackData::Series &series : chart.bars)
        add(series.name, series.color, Shape::Square, Qt::SolidLine);
    for (const StackData::Line &line : chart.lines)
        add(line.name, line.color, Shape::Line, line.style);
    if (chart.band)
        add(chart.band->name, chart.band->color, Shape::Square, Qt::SolidLine);
}
