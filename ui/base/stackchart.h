#pragma once

#include "ui/base/chartaxis.h"

#include <QChartView>
#include <QColor>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

/// What a StackChart shows. Values that are not known are NaN and are not drawn. A plain
/// value.
struct StackData
{
    struct Series
    {
        QString name;
        QColor color;
        QList<double> values; ///< one for each bar
    };
    struct Line
    {
        QString name;
        QColor color;
        Qt::PenStyle style = Qt::SolidLine;
        QList<double> values;
    };
    struct Band
    {
        QString name;
        QColor color;
        QList<double> low;
        QList<double> high;
    };

    /// Neighbouring bars that have a name together.
    struct Group
    {
        QString name;
        qsizetype bars = 1;
    };

    QStringList labels; ///< below the bars, short
    /// Shown in place of all labels where one of these is wider than its bar has room. Empty: as
    /// many labels are shown as have room.
    QStringList numbers;
    /// Named below the labels, from the left, where all names have room; empty: none are.
    QList<Group> groups;
    QStringList tips; ///< all that is to say about a bar, one line an item
    QList<Series> bars; ///< from the bottom up
    QList<Line> lines;
    std::optional<Band> band;
    qsizetype unfinished = -1; ///< this bar is hatched: it may still grow
    QList<bool> incomplete; ///< these bars lack something that is not known: marked with "?"
    QString unit; ///< above the value axis
    /// Words for a value of the axis, and how far apart its values are: all are told alike.
    std::function<QString(double value, double step)> label;
};

/// Stacked bars with lines over them, one value axis from 0. The mouse and the arrow keys tell
/// what a bar consists of.
class StackChart final : public QChartView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StackChart)

public:
    explicit StackChart(QWidget *parent = nullptr);

    const StackData &data() const { return m_data; }
    void setData(const StackData &data);

    qsizetype current() const { return m_current; }
    void setCurrent(qsizetype bar); ///< -1: none

    QSize minimumSizeHint() const override { return {200, 160}; }
    QSize sizeHint() const override { return {480, 240}; }

signals:
    void barActivated(qsizetype bar); ///< clicked, or Enter was pressed

protected:
    void changeEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr double barShare = 0.72; ///< of a column; the rest is air

    void rebuild();
    void addBars(double top);
    void addBand(double top);
    void addLines(double top);
    void attach(QAbstractSeries *series, double top);
    void placePlot();
    double most() const;
    AxisTicks ticks() const;
    double stackHeight(qsizetype bar) const; ///< of the stack, as a value
    double yOf(double value) const;
    QRectF column(qsizetype bar) const;
    qsizetype barAt(double x) const;
    void showTip(const QPoint &globalPosition);
    void paintValueLabels(QPainter &painter) const;
    void paintBarLabels(QPainter &painter) const;
    void paintEveryLabel(QPainter &painter) const;
    void paintGroups(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintLonePoints(QPainter &painter) const;

    StackData m_data;
    qsizetype m_current = -1;
    double m_top = 1;
};
