#include "core/cost/chargecalculator.h"

#include <QTest>

#include <limits>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime today(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);

Charge chargeOf(const QString &model, const Usage &usage)
{
    return {.at = today, .model = model, .usage = usage};
}

Usage reported(qint64 prompt, qint64 cached, qint64 completion)
{
    return {.prompt = prompt,
            .cachedRead = cached,
            .completion = completion,
            .basis = Usage::Basis::Provider};
}

} // namespace

class TestChargeCalculator : public QObject
{
    Q_OBJECT

private slots:
    void costs_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("model");
        QTest::addColumn<Usage>("usage");
        QTest::addColumn<QString>("dollars");

        // The golden vectors of LiteLLM #6215 and #14849, and both sides of a price step.
        QTest::addRow("the starting point's example")
            << u"holysheep"_s << u"gpt-4.1"_s << reported(1500, 0, 500) << u"0.016000000000"_s;
        QTest::addRow("cached tokens at their own rate")
            << u"openai"_s << u"gpt-4.1"_s << reported(2006, 1920, 300) << u"0.003532000000"_s;
        QTest::addRow("a long prompt at the higher tier")
            << u"gemini"_s << u"gemini-2.5-pro"_s << reported(262'960, 257'955, 1744)
            << u"0.103161250000"_s;
        QTest::addRow("exactly at the step") << u"gemini"_s << u"gemini-2.5-pro"_s
                                             << reported(200'000, 0, 1000) << u"0.260000000000"_s;
        QTest::addRow("one token over the step")
            << u"gemini"_s << u"gemini-2.5-pro"_s << reported(200'001, 0, 1000)
            << u"0.515002500000"_s;
        QTest::addRow("rates below a cent per million")
            << u"deepseek"_s << u"deepseek-chat"_s << reported(16'111, 15'872, 2)
            << u"0.000512176000"_s;
        QTest::addRow("a dated snapshot like its model")
            << u"openai"_s << u"gpt-4.1-2025-04-14"_s << reported(1'000'000, 0, 0)
            << u"2.000000000000"_s;
        QTest::addRow("an answer from nowhere costs nothing")
            << u"openai"_s << u"gpt-4.1"_s << reported(0, 0, 0) << u"0.000000000000"_s;
    }

    void costs()
    {
        QFETCH(QString, provider);
        QFETCH(QString, model);
        QFETCH(Usage, usage);
        QFETCH(QString, dollars);

        Charge charge = chargeOf(model, usage);
        setPrice(charge, {.name = provider}, PriceList::shipped());
        QVERIFY(charge.amount);
        QCOMPARE(toDecimalString(*charge.amount), dollars);
        QCOMPARE(charge.basis, Charge::Basis::UsageTimesPrice);
        QVERIFY(!charge.priceRow.isEmpty());
    }

    void anUnknownModelIsUnpricedAndNotFree()
    {
        Charge charge = chargeOf(u"gpt-9"_s, reported(1500, 0, 500));
        setPrice(charge, {.name = u"openai"_s}, PriceList::shipped());
        QVERIFY(!charge.amount);
        QCOMPARE(charge.basis, Charge::Basis::Unpriced);
    }

    void aKnownModelAtAnUnknownProviderIsUnpriced()
    {
        Charge charge = chargeOf(u"gpt-4.1"_s, reported(1500, 0, 500));
        setPrice(charge, {.name = u"somebody"_s}, PriceList::shipped());
        QVERIFY(!charge.amount);
    }

    void aRenamedProviderIsPricedByItsPreset()
    {
        Charge charge = chargeOf(u"gpt-4.1"_s, reported(1500, 0, 500));
        setPrice(charge, {.name = u"our account"_s, .preset = u"holysheep"_s},
                 PriceList::shipped());
        QCOMPARE(toDecimalString(charge.amount.value_or(Money())), u"0.016000000000"_s);
    }

    void detailsThatOverlapAreClipped_data()
    {
        QTest::addColumn<Usage>("usage");
        QTest::addColumn<qint64>("input");
        QTest::addColumn<qint64>("cached");
        QTest::addRow("more cached than prompt")
            << reported(100, 250, 0) << qint64(0) << qint64(100);
        QTest::addRow("negative cached") << reported(100, -5, 0) << qint64(100) << qint64(0);
        QTest::addRow("negative prompt") << reported(-7, 0, 0) << qint64(0) << qint64(0);
    }

    void detailsThatOverlapAreClipped()
    {
        QFETCH(Usage, usage);
        QFETCH(qint64, input);
        QFETCH(qint64, cached);
        const TokenBuckets buckets = tokenBuckets(usage);
        QCOMPARE(buckets.input, input);
        QCOMPARE(buckets.cachedRead, cached);
        QVERIFY(buckets.clipped);
    }

    void whatIsClippedIsClippedInTheTokensToo()
    {
        Usage usage = reported(100, 500, 50);
        usage.reasoning = 900;
        Charge charge = chargeOf(u"gpt-4.1"_s, usage);
        setPrice(charge, {.name = u"openai"_s}, PriceList::shipped());
        QCOMPARE(charge.usage.cachedRead, 100);
        QCOMPARE(charge.usage.reasoning, 50);
        QCOMPARE(toDecimalString(*charge.amount), u"0.000450000000"_s);
    }

    void theProvidersOwnFigureIsTakenWhereItIsBelievable()
    {
        Usage usage = reported(1500, 0, 500);
        usage.reportedCost = Money{15'000'000'000};
        Charge charge = chargeOf(u"gpt-4.1"_s, usage);
        setPrice(charge, {.name = u"holysheep"_s}, PriceList::shipped());
        QCOMPARE(charge.amount, usage.reportedCost);
        QCOMPARE(charge.basis, Charge::Basis::Provider);

        charge.usage.reportedCost = Money{919'291 * picoPerDollar};
        setPrice(charge, {.name = u"holysheep"_s}, PriceList::shipped());
        QCOMPARE(charge.basis, Charge::Basis::UsageTimesPrice);
    }

    void aTierOfServiceHasItsOwnPrice_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("tier");
        QTest::addColumn<QString>("dollars");
        QTest::addColumn<QString>("row");
        QTest::addRow("as usual") << u"gpt-4.1"_s << QString() << u"10.000000000000"_s
                                  << u"openai/gpt-4.1"_s;
        QTest::addRow("in a batch")
            << u"gpt-4.1"_s << u"batch"_s << u"5.000000000000"_s << u"openai/gpt-4.1/batch"_s;
        QTest::addRow("with priority") << u"gpt-4.1"_s << u"priority"_s << u"17.500000000000"_s
                                       << u"openai/gpt-4.1/priority"_s;
        QTest::addRow("a dated snapshot, when there is room")
            << u"gpt-5-2025-08-07"_s << u"flex"_s << u"5.625000000000"_s
            << u"openai/gpt-5-20*/flex"_s;
        QTest::addRow("a tier without a row of its own")
            << u"gpt-4o"_s << u"flex"_s << u"12.500000000000"_s << u"openai/gpt-4o"_s;
    }

    void aTierOfServiceHasItsOwnPrice()
    {
        QFETCH(QString, model);
        QFETCH(QString, tier);
        QFETCH(QString, dollars);
        QFETCH(QString, row);
        Charge charge = chargeOf(model, reported(1'000'000, 0, 1'000'000));
        charge.usage.tier = tier;
        setPrice(charge, {.name = u"openai"_s}, PriceList::shipped());
        QCOMPARE(toDecimalString(charge.amount.value_or(Money())), dollars);
        QCOMPARE(charge.priceRow, row);
    }

    void absurdUsageNeitherWrapsNorTurnsNegative()
    {
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        Charge charge = chargeOf(u"gpt-4.1"_s, reported(most, most, most));
        setPrice(charge, {.name = u"openai"_s}, PriceList::shipped());
        QCOMPARE(charge.usage.prompt, mostTokens);
        QCOMPARE(charge.amount, Money{mostTokens * 500'000 + mostTokens * 8'000'000});
        charge = chargeOf(u"gpt-4.1"_s, reported(-most, -most, -most));
        setPrice(charge, {.name = u"openai"_s}, PriceList::shipped());
        QCOMPARE(charge.amount, Money{});
    }

    void aPriceOfZeroIsKnownAndFree()
    {
        PriceRow free{.id = u"free"_s, .provider = u"here"_s, .model = u"*"_s};
        Charge charge = chargeOf(u"qwen2.5:14b"_s, reported(1500, 0, 500));
        setPrice(charge, {.name = u"here"_s}, PriceList().with({free}));
        QCOMPARE(charge.amount, Money{});
        QCOMPARE(charge.basis, Charge::Basis::UsageTimesPrice);
        QCOMPARE(charge.priceRow, u"free"_s);
    }

    void aNewPriceLeavesAnOldChargeAlone()
    {
        Charge charge = chargeOf(u"gpt-4.1"_s, reported(1'000'000, 0, 0));
        setPrice(charge, {.name = u"openai"_s}, PriceList::shipped());
        const Charge before = charge;
        PriceRow dearer = *PriceList::shipped().find(u"openai"_s, u"gpt-4.1"_s, today);
        dearer.rates.input *= 10;
        const PriceList changed = PriceList::shipped().with({dearer});
        QCOMPARE(charge, before);
        QCOMPARE(toDecimalString(costOf(charge.usage, charge.rates)),
                 toDecimalString(*before.amount));
        setPrice(charge, {.name = u"openai"_s}, changed);
        QCOMPARE(charge.amount, Money{before.amount->pico * 10});
    }

    void ourOwnCountIsMarkedAsEstimated()
    {
        Charge charge = chargeOf(u"gpt-4.1"_s, {.prompt = 1500, .completion = 500});
        setPrice(charge, {.name = u"holysheep"_s}, PriceList::shipped());
        QCOMPARE(charge.basis, Charge::Basis::Estimated);
    }
};

Q_DECLARE_METATYPE(Core::Charge::Basis)

QTEST_GUILESS_MAIN(TestChargeCalculator)
#include "tst_chargecalculator.moc"
