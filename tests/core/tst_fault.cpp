#include "core/practice/fault.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestFault : public QObject
{
    Q_OBJECT

private slots:
    void everyNameLeadsBackToItsFault()
    {
        QCOMPARE(faultNames().size(), 14);
        for (const QString &name : faultNames()) {
            QVERIFY(faultFromName(name));
            QCOMPARE(faultName(*faultFromName(name)), name);
        }
    }

    void aRateIsReadOrRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("rate"); // -1: refused
        const auto row = [](const char *text, double rate) {
            QTest::addRow("%s", text) << QString::fromUtf8(text) << rate;
        };
        row("cut=0.2", 0.2);
        row("429=1", 1);
        row("429-no-header=0", 0);
        row("cut", -1);
        row("cut=", -1);
        row("cut=1.1", -1);
        row("cut=-0.1", -1);
        row("cut=nan", -1);
        row("cut=0,5", -1);
        row("scissors=0.2", -1);
        row("=0.2", -1);
        row("", -1);
    }

    void aRateIsReadOrRefused()
    {
        QFETCH(QString, text);
        QFETCH(double, rate);

        const Result<FaultRate> read = faultRateFrom(text);

        QCOMPARE(read ? read->rate : -1, rate);
        if (!read)
            QVERIFY(!read.error().detail.contains(u'\n'));
    }

    void faultsStrikeAtTheirRate()
    {
        FaultPlan plan({{Fault::Cut, 0.2}, {Fault::Stall, 0.1}}, 7);
        QHash<Fault, int> struck;
        int none = 0;
        for (int i = 0; i < 10'000; ++i) {
            if (const auto fault = plan.next())
                ++struck[*fault];
            else
                ++none;
        }
        QVERIFY(std::abs(struck[Fault::Cut] - 2'000) < 200);
        QVERIFY(std::abs(struck[Fault::Stall] - 1'000) < 150);
        QCOMPARE(struck.size(), 2);
        QCOMPARE(none + struck[Fault::Cut] + struck[Fault::Stall], 10'000);
    }

    void theSameSeedStrikesTheSameRequests()
    {
        const QList<FaultRate> rates{{Fault::Cut, 0.5}};
        FaultPlan first(rates, 3);
        FaultPlan second(rates, 3);
        FaultPlan other(rates, 4);
        int differences = 0;
        for (int i = 0; i < 100; ++i) {
            const auto drawn = first.next();
            QCOMPARE(second.next(), drawn);
            differences += other.next() == drawn ? 0 : 1;
        }
        QVERIFY(differences > 0);
    }

    void aRateOfOneAlwaysStrikes()
    {
        FaultPlan plan({{Fault::Html, 1}}, 1);
        for (int i = 0; i < 1'000; ++i)
            QCOMPARE(plan.next(), std::optional(Fault::Html));
    }
};

QTEST_GUILESS_MAIN(TestFault)
#include "tst_fault.moc"
