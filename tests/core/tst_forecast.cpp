#include "core/cost/forecast.h"
#include "tests/support/charges.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QTimeZone hanoi("Asia/Ho_Chi_Minh");
const CostPeriod november{QDate(2026, 11, 1), QDate(2026, 11, 30), hanoi};

CostSlice on(QDate day, int cents, QTime time = QTime(9, 0))
{
    Charge charge = chargeAt({}, u"a"_s, u"0"_s);
    charge.at = QDateTime(day, time, hanoi).toUTC();
    charge.amount = Money{cents * picoPerDollar / 100};
    return sliceOf(charge);
}

} // namespace

class TestForecast : public QObject
{
    Q_OBJECT

private slots:
    void steadyDaysGoOnAsTheyWere()
    {
        QList<CostSlice> slices;
        for (QDate day(2026, 10, 20); day < QDate(2026, 11, 11); day = day.addDays(1))
            slices.append(on(day, 100));
        const QDateTime morning(QDate(2026, 11, 11), QTime(0, 0), hanoi);

        const std::optional<Forecast> end = forecast(slices, november, morning);
        QVERIFY(end);
        QCOMPARE(end->expected, dollars(u"30"_s)); // ten are spent, twenty days are to come
        QCOMPARE(end->low, end->expected);
        QCOMPARE(end->high, end->expected);
        QCOMPARE(end->basedOnDays, 22);
    }

    void aWeekdayCostsWhatItCostBefore()
    {
        QList<CostSlice> slices;
        for (QDate day(2026, 11, 2); day < QDate(2026, 11, 23); day = day.addDays(1))
            slices.append(on(day, day.dayOfWeek() > 5 ? 1000 : 100));
        const QDateTime monday(QDate(2026, 11, 23), QTime(0, 0), hanoi);

        const std::optional<Forecast> end =
            forecast(slices, {QDate(2026, 11, 23), QDate(2026, 11, 29), hanoi}, monday);
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

        QList<CostSlice> slices;
        for (int day = 1; day <= 10; ++day)
            slices.append(on(QDate(2026, 11, day), 100));
        slices.append(on(QDate(2026, 11, 11), spentToday));

        const std::optional<Forecast> end =
            forecast(slices, {QDate(2026, 11, 1), QDate(2026, 11, 11), hanoi},
                     QDateTime(QDate(2026, 11, 11), QTime(15, 0), hanoi));
        QVERIFY(end);
        QCOMPARE(end->expected, dollars(expected));
    }

    void unevenDaysWidenTheBandAndNothingSpentIsTakenBack()
    {
        QList<CostSlice> slices;
        for (int day = 1; day <= 8; ++day)
            slices.append(on(QDate(2026, 11, day), day % 2 ? 900 : 0));
        const std::optional<Forecast> end =
            forecast(slices, november, QDateTime(QDate(2026, 11, 9), QTime(0, 0), hanoi));
        QVERIFY(end);
        QVERIFY(end->low < end->expected);
        QVERIFY(end->high > end->expected);
        QVERIFY(end->low >= dollars(u"36"_s));
    }

    /// Days that scatter in a way that is the same in every run, and on which a forecast is
    /// made; then the truth that follows is looked up.
    void theBandHoldsFourInFiveForecasts()
    {
        quint32 state = 7;
        const auto cents = [&](QDate day) {
            state = state * 1'664'525U + 1'013'904'223U;
            const int usual = day.dayOfWeek() > 5 ? 300 : 1000;
            return usual * (60 + int(state >> 16) % 80) / 100;
        };
        QList<CostSlice> slices;
        const QDate first(2026, 1, 1);
        for (QDate day = first; day < first.addDays(300); day = day.addDays(1))
            slices.append(on(day, cents(day)));
        int held = 0;
        int made = 0;
        for (QDate day = first.addDays(90); day < first.addDays(280); day = day.addDays(1)) {
            const CostPeriod tenDays{day, day.addDays(9), hanoi};
            Money truth;
            QList<CostSlice> known;
            for (const CostSlice &slice : slices) {
                const QDateTime at = QDateTime::fromMSecsSinceEpoch(slice.atMs, hanoi);
                if (at.date() < day)
                    known.append(slice);
                if (at >= tenDays.from() && at < tenDays.to())
                    truth += slice.cost;
            }
            const auto end = forecast(known, tenDays, day.startOfDay(hanoi));
            QVERIFY(end->tests >= 40);
            ++made;
            held += truth >= end->low && truth <= end->high ? 1 : 0;
        }
        QVERIFY2(held >= made * 3 / 4 && held <= made * 9 / 10,
                 qPrintable(u"%1 of %2"_s.arg(held).arg(made)));
    }

    void theBandIsAsWideAsEarlierForecastsWereOff()
    {
        // Every second week costs twice the other, which weekdays do not tell.
        QList<CostSlice> slices;
        const QDate monday(2026, 8, 31);
        for (int day = 0; day < 63; ++day)
            slices.append(on(monday.addDays(day), day / 7 % 2 ? 200 : 100));
        const CostPeriod week{monday.addDays(63), monday.addDays(69), hanoi};
        const auto end = forecast(slices, week, week.from());
        QVERIFY(end->tests >= 40);
        QVERIFY(end->testedError > 0.2 && end->testedError < 0.5);
        const double wide = double((end->high - end->expected).pico);
        QCOMPARE(qRound(1000 * wide / double(end->expected.pico)), qRound(1000 * end->testedError));
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

        QList<CostSlice> slices;
        for (int day = 1; day <= days; ++day)
            slices.append(on(QDate(2026, 11, day), 100));
        QVERIFY(!forecast(slices, november, now));
    }
};

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_forecast.moc"
