#include "ui/base/chartaxis.h"

#include <QTest>

class TestChartAxis : public QObject
{
    Q_OBJECT

private slots:
    void stepsAreRound_data()
    {
        QTest::addColumn<double>("most");
        QTest::addColumn<double>("step");
        QTest::addColumn<int>("count");

        QTest::addRow("of one") << 4.2 << 1.0 << 5;
        QTest::addRow("of two") << 9.0 << 2.0 << 5;
        QTest::addRow("of five") << 24.0 << 5.0 << 5;
        QTest::addRow("of a thousandth") << 0.0041 << 0.001 << 5;
        QTest::addRow("just reaching the top") << 5.0 << 1.0 << 5;
        QTest::addRow("of millions") << 7.1e6 << 2e6 << 4;
        QTest::addRow("for nothing") << 0.0 << 0.2 << 5;
    }

    void stepsAreRound()
    {
        QFETCH(double, most);
        QFETCH(double, step);
        QFETCH(int, count);
        const AxisTicks ticks = axisTicks(most, 5);
        QCOMPARE(ticks.step, step);
        QCOMPARE(ticks.count, count);
        QVERIFY(ticks.top() >= most * (1 - 1e-9));
        QCOMPARE(ticks.values().size(), count + 1);
    }

    void labelsDoNotTouch()
    {
        QCOMPARE(labelStride(20, 30.0), 1);
        QCOMPARE(labelStride(30, 30.0), 2);
        QCOMPARE(labelStride(100, 10.0), 11);
        QCOMPARE(labelStride(100, 0), 1);
    }
};

QTEST_GUILESS_MAIN(TestChartAxis)
#include "tst_chartaxis.moc"
