#include "core/cost/costperiod.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QTimeZone hanoi("Asia/Ho_Chi_Minh");

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

} // namespace

class TestCostPeriod : public QObject
{
    Q_OBJECT

private slots:
    void aPresetMeans_data()
    {
        QTest::addColumn<CostPreset>("preset");
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");

        // It is still the 22nd in London when it is the 23rd in Hanoi.
        QTest::addRow("today") << CostPreset::Today << QDate(2026, 11, 23) << QDate(2026, 11, 23);
        QTest::addRow("yesterday")
            << CostPreset::Yesterday << QDate(2026, 11, 22) << QDate(2026, 11, 22);
        QTest::addRow("seven days")
            << CostPreset::Last7Days << QDate(2026, 11, 17) << QDate(2026, 11, 23);
        QTest::addRow("thirty days")
            << CostPreset::Last30Days << QDate(2026, 10, 25) << QDate(2026, 11, 23);
        QTest::addRow("this month")
            << CostPreset::ThisMonth << QDate(2026, 11, 1) << QDate(2026, 11, 30);
        QTest::addRow("the month before")
            << CostPreset::LastMonth << QDate(2026, 10, 1) << QDate(2026, 10, 31);
        QTest::addRow("this year")
            << CostPreset::ThisYear << QDate(2026, 1, 1) << QDate(2026, 12, 31);
    }

    void aPresetMeans()
    {
        QFETCH(CostPreset, preset);
        QFETCH(QDate, first);
        QFETCH(QDate, last);

        const CostPeriod period = costPeriod(preset, utc(u"2026-11-22T20:00:00Z"_s), hanoi);
        QCOMPARE(period.first, first);
        QCOMPARE(period.last, last);
    }

    void aPeriodIsComparedWith_data()
    {
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<QDateTime>("to");

        QTest::addRow("the week before, when it is over")
            << QDate(2026, 11, 9) << QDate(2026, 11, 15) << utc(u"2026-11-23T05:00:00Z"_s)
            << QDate(2026, 11, 2).startOfDay(hanoi) << QDate(2026, 11, 9).startOfDay(hanoi);
        QTest::addRow("as much of the week before as has passed")
            << QDate(2026, 11, 17) << QDate(2026, 11, 23) << utc(u"2026-11-23T05:00:00Z"_s)
            << QDate(2026, 11, 10).startOfDay(hanoi) << utc(u"2026-11-16T05:00:00Z"_s);
        QTest::addRow("the whole month before")
            << QDate(2026, 11, 1) << QDate(2026, 11, 30) << utc(u"2026-12-23T05:00:00Z"_s)
            << QDate(2026, 10, 1).startOfDay(hanoi) << QDate(2026, 11, 1).startOfDay(hanoi);
        QTest::addRow("the month before up to the same day and hour")
            << QDate(2026, 11, 1) << QDate(2026, 11, 30) << utc(u"2026-11-23T05:00:00Z"_s)
            << QDate(2026, 10, 1).startOfDay(hanoi) << utc(u"2026-10-23T05:00:00Z"_s);
        QTest::addRow("no more than the month before had")
            << QDate(2026, 3, 1) << QDate(2026, 3, 31) << utc(u"2026-03-31T05:00:00Z"_s)
            << QDate(2026, 2, 1).startOfDay(hanoi) << utc(u"2026-02-28T05:00:00Z"_s);
    }

    void aPeriodIsComparedWith()
    {
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        QFETCH(QDateTime, now);
        QFETCH(QDateTime, from);
        QFETCH(QDateTime, to);

        const auto previous = previousPeriod({first, last, hanoi}, now);
        QCOMPARE(previous.first, from);
        QCOMPARE(previous.second, to);
    }
};

QTEST_GUILESS_MAIN(TestCostPeriod)
#include "tst_costperiod.moc"
