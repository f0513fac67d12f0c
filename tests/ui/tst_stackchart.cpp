#include "ui/base/stackchart.h"

#include <QLineSeries>
#include <QTest>

class TestStackChart : public QObject
{
    Q_OBJECT

private slots:
    void aLineOverOneBarSpansIt()
    {
        StackChart chart;
        StackData data{.labels = {QStringLiteral("full")}};
        data.bars = {{QStringLiteral("cost"), Qt::blue, {3}}};
        data.lines = {{QStringLiteral("billed"), Qt::red, Qt::DashLine, {5}}};
        chart.setData(data);
        QCOMPARE(points(chart), (QList<QPointF>{{-0.5, 5}, {0.5, 5}}));

        data.labels.append(QStringLiteral("sliding"));
        data.bars[0].values.append(2);
        data.lines[0].values.append(5);
        chart.setData(data);
        QCOMPARE(points(chart), (QList<QPointF>{{0, 5}, {1, 5}}));
    }

private:
    static QList<QPointF> points(const StackChart &chart)
    {
        const QList<QAbstractSeries *> all = chart.chart()->series();
        for (const QAbstractSeries *series : all) {
            if (const auto *line = qobject_cast<const QLineSeries *>(series))
                return line->points();
        }
        return {};
    }
};

QTEST_MAIN(TestStackChart)
#include "tst_stackchart.moc"
