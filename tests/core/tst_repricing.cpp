#include "core/cost/chargecalculator.h"
#include "core/cost/ledgerreport.h"
#include "core/session/repricelook.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

// A new price leaves old charges alone; making them worth it is an act of its own.
class TestRepricing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString why = TestPlace::whySkipped(); !why.isEmpty())
            QSKIP(qPrintable(why));
    }

    void init()
    {
        m_place = std::make_unique<TestPlace>();
        m_store = std::make_unique<ConversationStore>(m_clock);
        valueOf(m_store->open(m_place->location()));
        fill();
    }

    void cleanup()
    {
        m_store.reset();
        m_place.reset();
    }

    void lookingChangesNothing()
    {
        const QList<Charge> before = valueOf(m_store->charges({}, {}));
        const RepricePreview preview = look({});
        QCOMPARE(preview.looked, 5);
        QCOMPARE(preview.reported, 1);
        QCOMPARE(preview.unknown, 1);
        QCOMPARE(preview.total.charges, 3);
        QCOMPARE(preview.total.unpriced, 1);
        QCOMPARE(preview.total.before, Money{2 * 24'000});
        QCOMPARE(preview.total.after, Money{3 * 48'000});
        QCOMPARE(preview.rows.size(), 2); // a row for each model
        QCOMPARE(preview.rows[1].model, u"small"_s);
        QCOMPARE(preview.rows[1].difference(), Money{2 * 24'000});
        QCOMPARE(valueOf(m_store->charges({}, {})), before);
        QVERIFY(valueOf(m_store->repricings()).isEmpty());
    }

    void whatIsAskedIsLookedAt_data()
    {
        QTest::addColumn<RepriceQuery>("query");
        QTest::addColumn<qint64>("looked");
        QTest::addColumn<qint64>("changed");
        QTest::addRow("all") << RepriceQuery{} << qint64(5) << qint64(3);
        QTest::addRow("without a price")
            << RepriceQuery{.onlyUnpriced = true} << qint64(2) << qint64(1);
        QTest::addRow("one model") << RepriceQuery{.model = u"new"_s} << qint64(1) << qint64(1);
        QTest::addRow("a provider that was never asked")
            << RepriceQuery{.provider = u"nobody"_s} << qint64(0) << qint64(0);
        QTest::addRow("from the second on")
            << RepriceQuery{.from = hour(1)} << qint64(4) << qint64(2);
        QTest::addRow("up to the second") << RepriceQuery{.to = hour(1)} << qint64(1) << qint64(1);
        QTest::addRow("an empty time")
            << RepriceQuery{.from = hour(900), .to = hour(901)} << qint64(0) << qint64(0);
    }

    void whatIsAskedIsLookedAt()
    {
        QFETCH(RepriceQuery, query);
        QFETCH(qint64, looked);
        QFETCH(qint64, changed);
        const RepricePreview preview = look(query);
        QCOMPARE(preview.looked, looked);
        QCOMPARE(preview.total.charges, changed);
    }

    void everythingTakesTheNewWorth()
    {
        const Repricing entry = reprice({});
        const QList<Charge> charges = valueOf(m_store->charges({}, {}));
        QCOMPARE(charges.size(), 5); // none was added
        QCOMPARE(charges[0].amount, Money{48'000});
        QCOMPARE(charges[0].rates.input, 400);
        QCOMPARE(charges[0].priceRow, u"dear"_s);
        QCOMPARE(charges[0].repricing, entry.id);
        QCOMPARE(charges[2].amount, Money{48'000});
        QCOMPARE(charges[2].basis, Charge::Basis::UsageTimesPrice);
        QCOMPARE(charges[3].amount, Money{7'000}); // as the provider said
        QVERIFY(charges[3].repricing.isEmpty());
        QVERIFY(!charges[4].amount);

        const Money total{3 * 48'000 + 7'000};
        const Conversation row = valueOf(m_store->conversation(conversation()));
        QCOMPARE(row.cost, total);
        QCOMPARE(row.unpricedRequests, 1);
        for (const char *zone : {"UTC", "Asia/Kathmandu", "America/St_Johns"}) {
            for (const CostBy by :
                 {CostBy::Day, CostBy::Hour, CostBy::Model, CostBy::User, CostBy::Conversation}) {
                const LedgerQuery query =
                    ledgerQuery(by, QTimeZone(zone), hour(-30).addSecs(777), hour(40));
                const CostReport report =
                    costReport(valueOf(m_store->chargeSums(query.bounds, query.sumBy)), query);
                QCOMPARE(report.total.cost, total);
                QCOMPARE(report.total.requests, 5);
                QCOMPARE(report.total.unpriced, 1);
                QVERIFY(report.rows == costReport(charges, by, QTimeZone(zone)).rows);
            }
        }
        isSound();
    }

    void itIsLoggedWithItsReason()
    {
        m_clock.advance(60'000);
        const Repricing first = reprice({.model = u"new"_s}, u"the price came late"_s);
        m_clock.advance(60'000);
        const Repricing second = reprice({.from = hour(-5), .to = hour(90)}, u"a discount"_s);
        QCOMPARE(valueOf(m_store->repricings()), (QList<Repricing>{second, first}));
        QCOMPARE(first.charges, 1);
        QCOMPARE(first.unpriced, 1);
        QCOMPARE(second.author, u"an"_s);
        QVERIFY(second.from.isValid() && !first.from.isValid());
        QCOMPARE(second.after.pico - second.before.pico, 2 * 24'000);
        isSound();
    }

    void theNewestOneHolds()
    {
        const Repricing first = reprice({});
        m_prices = PriceList().with({priceOf(u"small"_s, 100), priceOf(u"new"_s, 0)});
        const Repricing second = reprice({.model = u"new"_s});
        const QList<Charge> charges = valueOf(m_store->charges({}, {}));
        QCOMPARE(charges[0].repricing, first.id);
        QCOMPARE(charges[2].repricing, second.id);
        QCOMPARE(charges[2].amount, Money{}); // a price of zero is one
        isSound();
        QCOMPARE(look({.model = u"new"_s}).total.charges, 0); // it is worth that already
    }

    void whatHasChangedMeanwhileIsLeftAlone()
    {
        const RepricePreview preview = look({});
        reprice({.model = u"new"_s});
        const QList<Charge> before = valueOf(m_store->charges({}, {}));
        const Error error =
            errorOf(m_store->reprice(preview.entry({}, u"late"_s, m_clock.now()), preview.charges));
        QCOMPARE(error.kind, Error::Kind::Outdated);
        QCOMPARE(valueOf(m_store->charges({}, {})), before);
        QCOMPARE(valueOf(m_store->repricings()).size(), 1);
        isSound();
    }

    void eachChargeTakesThePriceOfItsOwnTime()
    {
        PriceRow early = priceOf(u"small"_s, 100);
        PriceRow late = priceOf(u"small"_s, 300);
        early.id = u"early"_s;
        early.to = late.from = hour(1);
        m_prices = PriceList().with({early, late});
        reprice({.model = u"small"_s});
        const QList<Charge> charges = valueOf(m_store->charges({}, {}));
        QCOMPARE(charges[0].amount, Money{12'000});
        QCOMPARE(charges[1].amount, Money{36'000});
    }

    void aTierIsKeptAndPricedAsSuch()
    {
        PriceRow flex = priceOf(u"small"_s, 50);
        flex.id = u"flex"_s;
        flex.tier = u"flex"_s;
        m_prices = PriceList().with({priceOf(u"small"_s, 200), flex});
        Charge charge = chargeOf(u"small"_s, 9);
        charge.usage.tier = u"flex"_s;
        add(charge);
        const Charge kept = valueOf(m_store->charges(hour(9), {})).constFirst();
        QCOMPARE(kept.usage.tier, u"flex"_s);
        reprice({});
        QCOMPARE(valueOf(m_store->charges(hour(9), {})).constFirst().amount, Money{6'000});
        isSound();
    }

    void aConversationIsReadWithTheNewWorthOrAsItWasBilled()
    {
        const QList<Charge> billed = valueOf(m_store->bundle(conversation())).charges;
        const Repricing entry = reprice({});
        const Bundle bundle = valueOf(m_store->bundle(conversation()));
        QCOMPARE(bundle.charges[0].amount, Money{48'000});
        QCOMPARE(bundle.charges[0].rates.input, 400);
        QCOMPARE(valueOf(m_store->bundle(conversation(), Worth::AsBilled)).charges, billed);
        const QList<RepricedCharge> lines = valueOf(m_store->repricedCharges(entry.id));
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0].chargeId, billed[0].id);
        QCOMPARE(lines[0].before, billed[0].amount);
        QCOMPARE(lines[0].amount, Money{48'000});
    }

private:
    static QString uuid(const QString &name) { return derivedId(u"repricing"_s, name); }
    static QString conversation() { return uuid(u"c"_s); }
    static QDateTime hour(int hour)
    {
        return QDateTime(QDate(2026, 3, 28), QTime(12, 0), Qt::UTC).addSecs(3600LL * hour);
    }

    static PriceRow priceOf(const QString &model, qint64 rate)
    {
        return {.id = u"dear"_s + (model == "small"_L1 ? QString() : model),
                .provider = u"p"_s,
                .model = model,
                .rates = {.input = rate, .output = rate}};
    }

    /// 120 tokens, without a price.
    static Charge chargeOf(const QString &model, int at)
    {
        Charge charge = sampleCharge(0);
        charge.id = uuid(model + QString::number(at));
        charge.at = hour(at);
        charge.provider = u"p"_s;
        charge.model = model;
        charge.amount = std::nullopt;
        charge.basis = Charge::Basis::Unpriced;
        return charge;
    }

    void add(const Charge &charge)
    {
        valueOf(m_store->importBundles(
            {{.conversation = {.id = conversation()}, .charges = {charge}}}));
    }

    /// Two at 200 a token, one without a price, one that the provider priced, one unknown.
    void fill()
    {
        for (const int at : {0, 5}) {
            Charge charge = chargeOf(u"small"_s, at);
            setPrice(charge, {.name = u"p"_s}, PriceList().with({priceOf(u"small"_s, 200)}));
            add(charge);
        }
        add(chargeOf(u"new"_s, 6));
        Charge reported = chargeOf(u"small"_s, 7);
        reported.amount = reported.usage.reportedCost = Money{7'000};
        reported.basis = Charge::Basis::Provider;
        add(reported);
        add(chargeOf(u"unknown"_s, 8));
        m_prices = PriceList().with({priceOf(u"small"_s, 400), priceOf(u"new"_s, 400)});
    }

    RepricePreview look(const RepriceQuery &query)
    {
        RepriceLook look(*m_store, m_prices, {});
        const QFuture<Result<RepricePreview>> future = look.look(query);
        [&] { QTRY_VERIFY(future.isFinished()); }();
        return valueOf(future);
    }

    Repricing reprice(const RepriceQuery &query, const QString &reason = u"a test"_s)
    {
        const RepricePreview preview = look(query);
        const Repricing entry = preview.entry(u"an"_s, reason, m_clock.now());
        succeed(m_store->reprice(entry, preview.charges));
        return entry;
    }

    void isSound()
    {
        for (const StoreFinding &finding : valueOf(m_store->examine(false)))
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
    }

    FakeClock m_clock;
    PriceList m_prices;
    std::unique_ptr<TestPlace> m_place;
    std::unique_ptr<ConversationStore> m_store;
};

QTEST_GUILESS_MAIN(TestRepricing)
#include "tst_repricing.moc"
