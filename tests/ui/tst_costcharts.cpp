#include "tests/support/costsamples.h"
#include "ui/base/colors.h"
#include "ui/cost/costcharts.h"

#include <QSet>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

class TestCostCharts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_slices = Core::slicesOf(CostSamples::charges());
    }

    void barsSumToTheTotalAndCarryTheirMarks()
    {
        const Core::CostFigures figures = of(Core::CostPreset::ThisMonth);
        const StackData data = CostCharts::perBucket(figures, Colors::lightPalette());
        QCOMPARE(data.labels.size(), 30);
        QCOMPARE(data.unfinished, 22);
        double sum = 0;
        for (const StackData::Series &series : data.bars) {
            for (const double value : series.values)
                sum += value;
        }
        QVERIFY(std::abs(sum - double(figures.report.total.cost.pico) / Core::picoPerDollar)
                < 1e-9);
        QVERIFY(data.incomplete[0]);
        QVERIFY(!data.incomplete[29]);
        QVERIFY(data.tips[18].contains(u"gpt-4.1: $"_s));
    }

    void noTwoModelsShareAColor()
    {
        for (const QPalette &palette : {Colors::lightPalette(), Colors::darkPalette()}) {
            const StackData data = CostCharts::perBucket(of(Core::CostPreset::ThisMonth), palette);
            QSet<QRgb> colors;
            for (const StackData::Series &series : data.bars)
                colors.insert(series.color.rgb());
            QCOMPARE(colors.size(), data.bars.size());
        }
    }

    void onlyTheMonthAtHandHasAForecastAndOnlyMonthsABudget_data()
    {
        QTest::addColumn<Core::CostPreset>("preset");
        QTest::addColumn<int>("lines");
        QTest::addColumn<bool>("hasBand");

        QTest::addRow("this month") << Core::CostPreset::ThisMonth << 3 << true;
        QTest::addRow("last month") << Core::CostPreset::LastMonth << 2 << false;
        QTest::addRow("thirty days") << Core::CostPreset::Last30Days << 1 << false;
    }

    void onlyTheMonthAtHandHasAForecastAndOnlyMonthsABudget()
    {
        QFETCH(Core::CostPreset, preset);
        QFETCH(int, lines);
        QFETCH(bool, hasBand);

        const Core::Money budget{50 * Core::picoPerDollar};
        const StackData data = CostCharts::cumulative(of(preset), budget, Colors::lightPalette());
        QCOMPARE(data.lines.size(), lines);
        QCOMPARE(data.band.has_value(), hasBand);
        QCOMPARE(data.label(10, 10), u"$10"_s);
        if (!hasBand)
            return;
        QVERIFY(std::isnan(data.band->low[21]));
        QCOMPARE(data.band->low[22], data.band->high[22]); // today is known
        QVERIFY(data.band->low[29] < data.lines[1].values[29]);
        QVERIFY(data.band->high[29] > data.lines[1].values[29]);
    }

private:
    Core::CostFigures of(Core::CostPreset preset) const
    {
        return Core::costFigures(m_slices, CostSamples::query(preset));
    }

    QList<Core::CostSlice> m_slices;
};

QTEST_MAIN(TestCostCharts)
#include "tst_costcharts.moc"
