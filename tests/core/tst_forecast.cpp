#include "core/cost/forecast.h"
#include "tests/support/charges.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QTimeZone hanoi("Asia/Ho_Chi_Minh");
const CostPeriod november{QDate(2026, 11, 1), QDate(2026, 11, 30), hanoi};

Charge on(QDate day, int cents, QTime time = QTime(9, 0))
{
    Charge charge = chargeAt({}, u"a"_s, u"0"_s);
    charge.at = QDateTime(day, time, hanoi).toUTC();
    charge.amount = Money{cents * picoPerDollar / 100};
    return charge;
}

} // namespace

class TestForecast : public QObject
{
    Q_OBJECT

private slots:
    void steadyDaysGoOnAsTheyWere()
    {
        QList<Charge> charges;
        for (QDate day(2026, 10, 20); day < QDate(2026, 11, 11); day = day.addDays(1))
            charges.append(on(day, 100));
        const QDateTime morning(QDate(2026, 11, 11), QTime(0, 0), hanoi);

        const std::optional<Forecast> end = forecast(charges, november, morning);
        QVERIFY(end);
        QCOMPARE(end->expected, dollars(u"30"_s)); // ten are spent, twenty days are to come
        QCOMPARE(end->low, end->expected);
        QCOMPARE(end->high, end->expected);
        QCOMPARE(end->basedOnDays, 22);
    }

    void aWeekdayCostsWhatItCostBefore()
    {
        QList<Charge> charges;
        for (QDate day(2026, 11, 2); day < QDate(2026, 11, 23); day = day.addDays(1))
            charges.append(on(day, day.dayOfWeek() > 5 ? 1000 : 100));
        const QDateTime monday(QDate(2026, 11, 23), QTime(0, 0), hanoi);

        const std::optional<Forecast> end =
            forecast(charges, {QDate(2026, 11, 23), QDate(2026, 11, 29), hanoi}, monday);
        QVERIFY(end);
        QCOMPARE(end->expected, dollars(u"25"_s)); // five days of 1 and two of 10
    }

    void todayIsFilledUpToWhatADayCosts_data()
    {
        QTest::addColumn<int>("spentToday");
        QTest::addColumn<QString>("expected");

        QTest::addRow("when less is spent") << 40 << u"11"_s;
        QTest::addRow("and left as it is when more is spent") << 500 << u"15"_s;
    }

    void todayIsFilledUpToWhatADayCosts()
    {
        QFETCH(int, spentToday);
        QFETCH(QString, expected);

        QList<Charge> charges;
        for (int day = 1; day <= 10; ++day)
            charges.append(on(QDate(2026, 11, day), 100));
        charges.append(on(QDate(2026, 11, 11), spentToday));

        const std::optional<Forecast> end =
            forecast(charges, {QDate(2026, 11, 1), QDate(2026, 11, 11), hanoi},
                     QDateTime(QDate(2026, 11, 11), QTime(15, 0), hanoi));
        QVERIFY(end);
        QCOMPARE(end->expected, dollars(expected));
    }

    void unevenDaysWidenTheBandAndNothingSpentIsTakenBack()
    {
        QList<Charge> charges;
        for (int day = 1; day <= 8; ++day)
            charges.append(on(QDate(2026, 11, day), day % 2 ? 900 : 0));
        const std::optional<Forecast> end =
            forecast(charges, november, QDateTime(QDate(2026, 11, 9), QTime(0, 0), hanoi));
        QVERIFY(end);
        QVERIFY(end->low < end->expected);
        QVERIFY(end->high > end->expected);
        QVERIFY(end->low >= dollars(u"36"_s));
    }

    void thereIsNone_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QDateTime>("now");

        QTest::addRow("after two days") << 2 << QDateTime(QDate(2026, 11, 3), QTime(9, 0), hanoi);
        QTest::addRow("of a period that is over")
            << 20 << QDateTime(QDate(2026, 12, 1), QTime(0, 0), hanoi);
        QTest::addRow("of a period to come")
            << 20 << QDateTime(QDate(2026, 10, 31), QTime(23, 0), hanoi);
    }

    void thereIsNone()
    {
        QFETCH(int, days);
        QFETCH(QDateTime, now);

        QList<Charge> charges;
        for (int day = 1; day <= days; ++day)
            charges.append(on(QDate(2026, 11, day), 100));
        QVERIFY(!forecast(charges, november, now));
    }
};

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_forecast.moc"
