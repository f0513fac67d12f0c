#include "core/cost/costseries.h"
#include "tests/support/charges.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QTimeZone kolkata("Asia/Kolkata");
const CostPeriod november{QDate(2026, 11, 1), QDate(2026, 11, 30), kolkata};

QDateTime noonOf(int day)
{
    return {QDate(2026, 11, day), QTime(12, 0), kolkata};
}

/// One charge a day and model; model-0 is the dearest.
QList<Charge> chargesOf(int models, int days)
{
    QList<Charge> charges;
    for (int day = 1; day <= days; ++day) {
        for (int model = 0; model < models; ++model) {
            Charge charge = chargeAt({}, u"model-%1"_s.arg(model), u"1"_s);
            charge.at = noonOf(day).toUTC();
            charge.amount = Money{qint64(models - model) * 1'000'000'007};
            charges.append(charge);
        }
    }
    return charges;
}

} // namespace

class TestCostSeries : public QObject
{
    Q_OBJECT

private slots:
    void stepsSuitThePeriod()
    {
        const QDate day(2026, 11, 1);
        QCOMPARE(stepFor({day, day.addDays(1), kolkata}), TimeStep::Hour);
        QCOMPARE(stepFor({day, day.addDays(2), kolkata}), TimeStep::Day);
        QCOMPARE(stepFor({day, day.addDays(91), kolkata}), TimeStep::Day);
        QCOMPARE(stepFor({day, day.addDays(92), kolkata}), TimeStep::Month);
    }

    void seriesSumToTheTotalsOfEachDay()
    {
        const QList<Charge> charges = chargesOf(12, 20);
        const CostChart chart = costChart(slicesOf(charges), CostBy::Model, november, noonOf(20));
        QCOMPARE(chart.buckets.size(), 30);
        Money all;
        for (qsizetype bucket = 0; bucket < chart.buckets.size(); ++bucket) {
            Money sum;
            for (const CostSeries &series : chart.series)
                sum += series.rows[bucket].cost;
            QCOMPARE(sum, chart.totals[bucket].cost);
            all += sum;
        }
        QCOMPARE(all, costReport(charges, CostBy::Model, kolkata).total.cost);
        QCOMPARE(cumulative(chart).last(), all);
    }

    void theTopAreNamedAndTheRestIsOther_data()
    {
        QTest::addColumn<int>("models");
        QTest::addColumn<int>("series");
        QTest::addColumn<bool>("hasOther");

        QTest::addRow("few") << 3 << 3 << false;
        QTest::addRow("as many as there are colours") << 8 << 8 << false;
        QTest::addRow("more") << 9 << 8 << true;
    }

    void theTopAreNamedAndTheRestIsOther()
    {
        QFETCH(int, models);
        QFETCH(int, series);
        QFETCH(bool, hasOther);

        const CostChart chart =
            costChart(slicesOf(chargesOf(models, 2)), CostBy::Model, november, noonOf(2));
        QCOMPARE(chart.series.size(), series);
        QCOMPARE(chart.series.first().key, u"model-0"_s);
        QCOMPARE(chart.series.last().isOther, hasOther);
    }

    void theDayThatIsNotOverIsMarkedAndTheSumEndsThere()
    {
        const CostChart chart =
            costChart(slicesOf(chargesOf(2, 5)), CostBy::Model, november, noonOf(5));
        QCOMPARE(chart.unfinished, 4);
        QCOMPARE(cumulative(chart).size(), 5);

        const CostChart past =
            costChart(slicesOf(chargesOf(2, 5)), CostBy::Model, november, noonOf(30).addDays(3));
        QCOMPARE(past.unfinished, -1);
        QCOMPARE(cumulative(past).size(), 30);
    }

    void chargesOutsideThePeriodAreLeftOut()
    {
        QList<Charge> charges = chargesOf(1, 1);
        charges.append(chargeAt(u"2026-10-31T18:29:59Z"_s, u"model-0"_s, u"5"_s));
        charges.append(chargeAt(u"2026-11-30T18:30:00Z"_s, u"model-0"_s, u"5"_s));
        charges.append(chargeAt({}, u"model-0"_s, u"5"_s));
        const CostChart chart = costChart(slicesOf(charges), CostBy::Model, november, noonOf(2));
        QCOMPARE(chart.series.first().total.requests, 1);
    }
};

QTEST_GUILESS_MAIN(TestCostSeries)
#include "tst_costseries.moc"
