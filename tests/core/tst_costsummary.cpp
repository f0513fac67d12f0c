#include "core/cost/costsummary.h"
#include "tests/support/charges.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestCostSummary : public QObject
{
    Q_OBJECT

private slots:
    void unpricedRequestsAreCountedAndNamedAndCostNothing()
    {
        QList<Charge> charges{chargeAt(u"2026-11-22T10:00:00Z"_s, u"known"_s, u"0.5"_s)};
        for (int i = 0; i < 3; ++i)
            charges.append(chargeAt(u"2026-11-22T11:00:00Z"_s, u"often"_s, {}));
        charges.append(chargeAt(u"2026-11-22T12:00:00Z"_s, u"once"_s, {}));

        const CostSummary summary = costSummary(charges);
        QCOMPARE(summary.spend, dollars(u"0.5"_s));
        QCOMPARE(summary.requests, 5);
        QCOMPARE(summary.unpriced, 4);
        const QList<UnpricedModel> named{{u"somewhere"_s, u"often"_s, 3},
                                         {u"somewhere"_s, u"once"_s, 1}};
        QCOMPARE(summary.unpricedModels, named);
    }

    void theCacheSaves_data()
    {
        QTest::addColumn<Usage>("usage");
        QTest::addColumn<Rates>("rates");
        QTest::addColumn<qint64>("pico");

        const Usage read{.prompt = 2000, .cachedRead = 1000};
        QTest::addRow("the difference of the rates")
            << read << Rates{.input = 2'000'000, .cachedRead = 500'000} << qint64(1'500'000'000);
        QTest::addRow("nothing where the provider has no cached rate")
            << read << Rates{.input = 2'000'000} << qint64(0);
        QTest::addRow("less what writing costs more")
            << Usage{.prompt = 2000, .cachedRead = 1000, .cacheWrite = 1000}
            << Rates{.input = 2'000'000, .cachedRead = 500'000, .cacheWrite = 2'500'000}
            << qint64(1'000'000'000);
        QTest::addRow("a debt where it is only written")
            << Usage{.prompt = 2000, .cacheWrite = 1000}
            << Rates{.input = 2'000'000, .cacheWrite = 2'500'000} << qint64(-500'000'000);
    }

    void theCacheSaves()
    {
        QFETCH(Usage, usage);
        QFETCH(Rates, rates);
        QFETCH(qint64, pico);

        Charge charge = chargeAt(u"2026-11-22T10:00:00Z"_s, u"a"_s, u"1"_s);
        charge.usage = usage;
        charge.rates = rates;
        QCOMPARE(savedByCache(charge).pico, pico);
        charge.amount.reset();
        QCOMPARE(savedByCache(charge).pico, 0);
    }
};

QTEST_GUILESS_MAIN(TestCostSummary)
#include "tst_costsummary.moc"
