#include "core/cost/anomalies.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QTimeZone hanoi("Asia/Ho_Chi_Minh");
const QDate today(2026, 11, 23);
const QDateTime noon(today, QTime(12, 0), hanoi);

CostSlice spend(int daysAgo, const QString &model, const QString &user, int cents)
{
    return {.atMs = today.addDays(-daysAgo).startOfDay(hanoi).toMSecsSinceEpoch() + 3'600'000,
            .userId = user,
            .model = model,
            .requests = 1,
            .cost = Money{cents * (picoPerDollar / 100)}};
}

/// Two users of two models, a dollar a day each, from `days` days ago to yesterday.
QList<CostSlice> steady(int days)
{
    QList<CostSlice> slices;
    for (int day = days; day > 0; --day) {
        for (const QString &model : {u"gpt-4.1"_s, u"mini"_s}) {
            for (const QString &user : {u"lan"_s, u"minh"_s})
                slices.append(spend(day, model, user, 100));
        }
    }
    return slices;
}

CostPeriod lastDays(int days)
{
    return {today.addDays(1 - days), today, hanoi};
}

} // namespace

class TestAnomalies : public QObject
{
    Q_OBJECT

private slots:
    void theCauseIsNamed_data()
    {
        QTest::addColumn<QList<CostSlice>>("extra");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("user");
        QTest::addColumn<double>("change");

        QTest::addRow("one user of one model")
            << QList{spend(0, u"gpt-4.1"_s, u"minh"_s, 440), spend(0, u"mini"_s, u"lan"_s, 300)}
            << u"gpt-4.1"_s << u"minh"_s << 3.4;
        QTest::addRow("all users of one model")
            << QList{spend(0, u"gpt-4.1"_s, u"minh"_s, 500), spend(0, u"gpt-4.1"_s, u"lan"_s, 500)}
            << u"gpt-4.1"_s << u"-"_s << 4.0;
        QTest::addRow("one user of all models")
            << QList{spend(0, u"gpt-4.1"_s, u"minh"_s, 500), spend(0, u"mini"_s, u"minh"_s, 500)}
            << u"-"_s << u"minh"_s << 4.0;
        QTest::addRow("nobody in particular")
            << QList{spend(0, u"a"_s, u"b"_s, 400), spend(0, u"c"_s, u"d"_s, 400),
                     spend(0, u"e"_s, u"f"_s, 400)}
            << u"-"_s << u"-"_s << -1.0;
        QTest::addRow("a model that is new")
            << QList{spend(0, u"new"_s, QString(), 2000)} << u"new"_s << QString() << -1.0;
    }

    void theCauseIsNamed()
    {
        QFETCH(QList<CostSlice>, extra);
        QFETCH(QString, model);
        QFETCH(QString, user);
        QFETCH(double, change);

        const QList<Anomaly> found = anomalies(steady(14) + extra, lastDays(3), noon);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].day, today);
        QCOMPARE(found[0].usual, Money{4 * picoPerDollar});
        QCOMPARE(found[0].model.value_or(u"-"_s), model);
        QCOMPARE(found[0].userId.value_or(u"-"_s), user);
        QCOMPARE(found[0].causeChange().value_or(-1), change);
    }

    void aDayIsUsual_data()
    {
        QTest::addColumn<QList<CostSlice>>("slices");

        QTest::addRow("when it costs a little more")
            << steady(14) + QList{spend(0, u"gpt-4.1"_s, u"minh"_s, 590)};
        QTest::addRow("when the days before differ as much") << steady(14)
                + QList{spend(2, u"mini"_s, u"lan"_s, 900), spend(5, u"mini"_s, u"lan"_s, 900),
                        spend(0, u"mini"_s, u"lan"_s, 1300)};
        QTest::addRow("when there are too few days to compare it with")
            << steady(6) + QList{spend(0, u"gpt-4.1"_s, u"minh"_s, 9000)};
        QTest::addRow("when it costs less") << steady(14);
        QTest::addRow("when nothing was ever spent") << QList<CostSlice>{};
    }

    void aDayIsUsual()
    {
        QFETCH(QList<CostSlice>, slices);
        QCOMPARE(anomalies(slices, lastDays(1), noon).size(), 0);
    }

    void daysOfThePeriodAreLookedAtNewestFirst()
    {
        const QList<CostSlice> slices = steady(30)
            + QList{spend(20, u"mini"_s, u"lan"_s, 2000), spend(3, u"mini"_s, u"lan"_s, 2000),
                    spend(12, u"mini"_s, u"lan"_s, 2000)};
        const QList<Anomaly> found = anomalies(slices, lastDays(15), noon);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].day, today.addDays(-3));
        QCOMPARE(found[1].day, today.addDays(-12));
        QVERIFY(anomalies(slices, {today.addDays(1), today.addDays(5), hanoi}, noon).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAnomalies)
#include "tst_anomalies.moc"
