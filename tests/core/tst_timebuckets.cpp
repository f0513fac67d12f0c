#include "core/cost/timebuckets.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

qint64 moment(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

class TestTimeBuckets : public QObject
{
    Q_OBJECT

private slots:
    void aMomentIsIn_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<TimeStep>("step");
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QString>("key");
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");

        QTest::addRow("the day of Hanoi and not of London")
            << "Asia/Ho_Chi_Minh"_ba << TimeStep::Day << moment("2026-11-22T17:30:00Z")
            << u"2026-11-23"_s << moment("2026-11-22T17:00:00Z") << moment("2026-11-23T17:00:00Z");
        QTest::addRow("a day of a half-hour offset")
            << "Asia/Kolkata"_ba << TimeStep::Day << moment("2026-11-22T18:30:00Z")
            << u"2026-11-23"_s << moment("2026-11-22T18:30:00Z") << moment("2026-11-23T18:30:00Z");
        QTest::addRow("an hour that begins at half past in UTC")
            << "Asia/Kolkata"_ba << TimeStep::Hour << moment("2026-11-22T18:29:59Z")
            << u"2026-11-22T23"_s << moment("2026-11-22T17:30:00Z")
            << moment("2026-11-22T18:30:00Z");
        QTest::addRow("a day of 23 hours")
            << "Europe/Berlin"_ba << TimeStep::Day << moment("2026-03-29T12:00:00Z")
            << u"2026-03-29"_s << moment("2026-03-28T23:00:00Z") << moment("2026-03-29T22:00:00Z");
        QTest::addRow("a day of 25 hours")
            << "Europe/Berlin"_ba << TimeStep::Day << moment("2026-10-25T22:59:59Z")
            << u"2026-10-25"_s << moment("2026-10-24T22:00:00Z") << moment("2026-10-25T23:00:00Z");
        QTest::addRow("a day that begins at one, since midnight is skipped")
            << "America/Sao_Paulo"_ba << TimeStep::Day << moment("2018-11-04T03:00:00Z")
            << u"2018-11-04"_s << moment("2018-11-04T03:00:00Z") << moment("2018-11-05T02:00:00Z");
        QTest::addRow("the hour that comes twice, for the first time")
            << "America/New_York"_ba << TimeStep::Hour << moment("2026-11-01T05:30:00Z")
            << u"2026-11-01T01-04:00"_s << moment("2026-11-01T05:00:00Z")
            << moment("2026-11-01T06:00:00Z");
        QTest::addRow("the hour that comes twice, once more")
            << "America/New_York"_ba << TimeStep::Hour << moment("2026-11-01T06:30:00Z")
            << u"2026-11-01T01-05:00"_s << moment("2026-11-01T06:00:00Z")
            << moment("2026-11-01T07:00:00Z");
        QTest::addRow("the hour before it")
            << "America/New_York"_ba << TimeStep::Hour << moment("2026-11-01T04:30:00Z")
            << u"2026-11-01T00"_s << moment("2026-11-01T04:00:00Z")
            << moment("2026-11-01T05:00:00Z");
        QTest::addRow("the hour behind it")
            << "America/New_York"_ba << TimeStep::Hour << moment("2026-11-01T07:30:00Z")
            << u"2026-11-01T02"_s << moment("2026-11-01T07:00:00Z")
            << moment("2026-11-01T08:00:00Z");
        QTest::addRow("the hour behind the one that is skipped")
            << "America/New_York"_ba << TimeStep::Hour << moment("2026-03-08T07:30:00Z")
            << u"2026-03-08T03"_s << moment("2026-03-08T07:00:00Z")
            << moment("2026-03-08T08:00:00Z");
        QTest::addRow("a month") << "Asia/Ho_Chi_Minh"_ba << TimeStep::Month
                                 << moment("2026-11-30T17:00:00Z") << u"2026-12"_s
                                 << moment("2026-11-30T17:00:00Z")
                                 << moment("2026-12-31T17:00:00Z");
    }

    void aMomentIsIn()
    {
        QFETCH(QByteArray, zone);
        QFETCH(TimeStep, step);
        QFETCH(qint64, at);
        QFETCH(QString, key);
        QFETCH(qint64, from);
        QFETCH(qint64, to);

        const TimeBucket bucket = bucketAt(at, step, QTimeZone(zone));
        QCOMPARE(bucket.key, key);
        QCOMPARE(bucket.fromMs, from);
        QCOMPARE(bucket.toMs, to);
    }

    void bucketsJoinWithoutGapOrOverlap_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("hours");

        QTest::addRow("where the clock goes back an hour") << "Europe/Berlin"_ba << 25;
        QTest::addRow("where it goes forward by half an hour") << "Australia/Lord_Howe"_ba << 24;
        QTest::addRow("where it never moves") << "Asia/Kathmandu"_ba << 24;
    }

    void bucketsJoinWithoutGapOrOverlap()
    {
        QFETCH(QByteArray, zone);
        QFETCH(int, hours);

        const QTimeZone place(zone);
        const QDate day = zone == "Australia/Lord_Howe" ? QDate(2026, 10, 4) : QDate(2026, 10, 25);
        const QList<TimeBucket> buckets = timeBuckets(
            day.startOfDay(place), day.addDays(1).startOfDay(place), TimeStep::Hour, place);
        QCOMPARE(buckets.size(), hours);
        for (qsizetype i = 1; i < buckets.size(); ++i) {
            QCOMPARE(buckets[i].fromMs, buckets[i - 1].toMs);
            QVERIFY(buckets[i].toMs > buckets[i].fromMs);
        }
        QCOMPARE(buckets.last().toMs, day.addDays(1).startOfDay(place).toMSecsSinceEpoch());
    }

    void namesAreInTheOrderOfTime_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("day");
        QTest::addRow("west") << "America/New_York"_ba << QDate(2026, 11, 1);
        QTest::addRow("east") << "Europe/Berlin"_ba << QDate(2026, 10, 25);
        QTest::addRow("half an hour") << "Australia/Lord_Howe"_ba << QDate(2026, 4, 5);
        QTest::addRow("two hours") << "Antarctica/Troll"_ba << QDate(2026, 10, 25);
    }

    void namesAreInTheOrderOfTime()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, day);
        const QTimeZone place(zone);
        const QList<TimeBucket> hours = timeBuckets(
            day.startOfDay(place), day.addDays(1).startOfDay(place), TimeStep::Hour, place);
        QVERIFY(hours.size() > 24);
        for (qsizetype i = 1; i < hours.size(); ++i) {
            QVERIFY2(comesBefore(hours[i - 1].key, hours[i].key), qPrintable(hours[i].key));
            QVERIFY(!comesBefore(hours[i].key, hours[i - 1].key));
        }
    }

    void theIndexIsThatOfTheBucketThatHoldsTheMoment()
    {
        const QTimeZone zone("Asia/Ho_Chi_Minh");
        const QList<TimeBucket> days =
            timeBuckets(QDate(2026, 11, 1).startOfDay(zone), QDate(2026, 12, 1).startOfDay(zone),
                        TimeStep::Day, zone);
        QCOMPARE(days.size(), 30);
        QCOMPARE(bucketIndex(days, moment("2026-10-31T16:59:59Z")), -1);
        QCOMPARE(bucketIndex(days, moment("2026-10-31T17:00:00Z")), 0);
        QCOMPARE(bucketIndex(days, moment("2026-11-22T17:00:00Z")), 22);
        QCOMPARE(bucketIndex(days, moment("2026-11-30T17:00:00Z")), -1);
        QCOMPARE(bucketIndex({}, 0), -1);
    }
};

QTEST_GUILESS_MAIN(TestTimeBuckets)
#include "tst_timebuckets.moc"
