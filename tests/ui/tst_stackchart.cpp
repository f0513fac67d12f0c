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

    void aLonePointAtTheTopIsDrawnWhole()
    {
        StackChart chart;
        StackData data{.labels = {QStringLiteral("1k"), QStringLiteral("2k")}};
        data.lines = {{QStringLiteral("full"), Qt::red, Qt::SolidLine, {qQNaN(), 1}}};
        chart.setData(data);
        chart.resize(320, 200);
        const QImage picture = chart.grab().toImage();
        const QRect mark = inkOf(picture, Qt::red);
        QVERIFY(mark.height() >= 6);
        QVERIFY(qAbs(mark.width() - mark.height()) <= 1);
    }

private:
    static QRect inkOf(const QImage &picture, const QColor &color)
    {
        QRect ink;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixelColor(x, y) == color)
                    ink |= QRect(x, y, 1, 1);
            }
        }
        return ink;
    }

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
