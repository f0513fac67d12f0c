#include "core/cost/costfigures.h"
#include "tests/support/charges.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QTimeZone hanoi("Asia/Ho_Chi_Minh");
const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), hanoi);

/// A dollar a day at nine, for sixty days up to today.
QList<Charge> dailyDollars()
{
    QList<Charge> charges;
    for (int i = 59; i >= 0; --i) {
        Charge charge = chargeAt({}, u"model"_s, u"1"_s);
        charge.at = QDateTime(now.date().addDays(-i), QTime(9, 0), hanoi).toUTC();
        charges.append(charge);
    }
    return charges;
}

} // namespace

class TestCostFigures : public QObject
{
    Q_OBJECT

private slots:
    void allFiguresAgree_data()
    {
        QTest::addColumn<CostPreset>("preset");
        QTest::addColumn<QString>("spent");
        QTest::addColumn<QString>("before");

        QTest::addRow("a week") << CostPreset::Last7Days << u"7"_s << u"7"_s;
        QTest::addRow("this month") << CostPreset::ThisMonth << u"23"_s << u"23"_s;
        QTest::addRow("the month before") << CostPreset::LastMonth << u"31"_s << u"6"_s;
        QTest::addRow("today") << CostPreset::Today << u"1"_s << u"1"_s;
    }

    void allFiguresAgree()
    {
        QFETCH(CostPreset, preset);
        QFETCH(QString, spent);
        QFETCH(QString, before);

        for (const CostBy by : {CostBy::Model, CostBy::Day, CostBy::User}) {
            const CostQuery query{costPeriod(preset, now, hanoi), by, now, {}};
            const CostFigures figures = costFigures(dailyDollars(), query);
            QCOMPARE(figures.sums.spend, dollars(spent));
            QCOMPARE(figures.report.total.cost, dollars(spent));
            QCOMPARE(cumulative(figures.chart).last(), dollars(spent));
            QCOMPARE(figures.before, dollars(before));
            QCOMPARE(figures.monthSpend, dollars(u"23"_s));
            QCOMPARE(figures.monthEnd->expected, dollars(u"30"_s));
        }
    }

    void whatItNeedsIsEnough()
    {
        for (const CostPreset preset : {CostPreset::Today, CostPreset::LastMonth}) {
            const CostQuery query{costPeriod(preset, now, hanoi), CostBy::Model, now, {}};
            const auto [from, to] = neededCharges(query);
            QList<Charge> needed;
            for (const Charge &charge : dailyDollars()) {
                if (charge.at >= from && charge.at < to)
                    needed.append(charge);
            }
            const CostFigures all = costFigures(dailyDollars(), query);
            const CostFigures some = costFigures(needed, query);
            QCOMPARE(some.sums, all.sums);
            QCOMPARE(some.before, all.before);
            QCOMPARE(some.monthEnd, all.monthEnd);
            QCOMPARE(some.monthSpend, all.monthSpend);
        }
    }
};

QTEST_GUILESS_MAIN(TestCostFigures)
#include "tst_costfigures.moc"
