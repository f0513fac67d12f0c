#include "core/cost/costsummary.h"
#include "core/cost/ledgerreport.h"
#include "core/cost/spendlimits.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

#include <limits>
#include <memory>
#include <random>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

// The sums of the ledger as its users see them: through the store.
class TestLedgerSums : public QObject
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
    }

    void cleanup()
    {
        m_store.reset();
        m_place.reset();
    }

    void aReportOfSumsEqualsThatOfCharges_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"UTC", "Asia/Ho_Chi_Minh", "Asia/Kolkata", "Asia/Kathmandu",
                                 "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns"})
            QTest::addRow("in %s", zone) << QByteArray(zone);
    }

    void aReportOfSumsEqualsThatOfCharges()
    {
        QFETCH(QByteArray, zone);
        fill();
        // From one change of the clocks to behind the other, and not on the hour.
        const QDateTime from(QDate(2026, 3, 20), QTime(3, 7, 11), Qt::UTC);
        const QDateTime to(QDate(2026, 4, 12), QTime(19, 41), Qt::UTC);
        const QList<Charge> charges = valueOf(m_store->charges(from, to));
        const QHash<QString, QStringList> tags{{uuid(u"c1"_s), {u"b"_s, u"a"_s}},
                                               {uuid(u"c2"_s), {u"a"_s}}};
        for (const CostBy by :
             {CostBy::Day, CostBy::Month, CostBy::Hour, CostBy::Model, CostBy::Provider,
              CostBy::User, CostBy::Conversation, CostBy::Strategy, CostBy::Tag, CostBy::Kind}) {
            const LedgerQuery query = ledgerQuery(by, QTimeZone(zone), from, to);
            const CostReport ofSums =
                costReport(valueOf(m_store->chargeSums(query.bounds, query.sumBy)), query, tags);
            const CostReport ofCharges = costReport(charges, by, QTimeZone(zone), tags);
            QVERIFY2(ofCharges.rows.size() > 1, qPrintable(costByName(by)));
            QVERIFY2(ofSums.total == ofCharges.total, qPrintable(costByName(by)));
            QVERIFY2(ofSums.rows == ofCharges.rows, qPrintable(costByName(by)));
        }
    }

    void detailsEqualThoseOfTheCharges_data()
    {
        QTest::addColumn<AttemptFilter>("filter");
        QTest::addRow("all") << AttemptFilter();
        QTest::addRow("one user's") << AttemptFilter{.userId = u"minh"_s};
        QTest::addRow("of nobody") << AttemptFilter{.userId = QString()};
        QTest::addRow("one model's") << AttemptFilter{.model = u"large"_s};
        QTest::addRow("of several things at once")
            << AttemptFilter{.provider = u"one"_s, .strategy = u"full"_s};
        QTest::addRow("a tag's") << AttemptFilter{.tag = u"refund"_s};
        QTest::addRow("none at all") << AttemptFilter{.model = u"unknown"_s};
    }

    void detailsEqualThoseOfTheCharges()
    {
        QFETCH(AttemptFilter, filter);
        fill();
        valueOf(m_store->changeConversation(uuid(u"c2"_s), {.tags = QStringList{u"refund"_s}}));
        const QDateTime from(QDate(2026, 3, 20), QTime(3, 7, 11), Qt::UTC);
        const QDateTime to(QDate(2026, 4, 12), QTime(19, 41), Qt::UTC);
        Money saved;
        QHash<QString, ChargeTotals> expected;
        for (const Charge &charge : valueOf(m_store->charges(from, to))) {
            if (!holds(filter, charge))
                continue;
            saved += savedByCache(charge);
            expected[charge.conversationId] += totalsOf(charge);
        }
        QCOMPARE(saved == Money(), expected.isEmpty());

        const ChargeDetails details = valueOf(m_store->chargeDetails(from, to, filter, 2));
        QCOMPARE(details.savedByCache, saved);
        QCOMPARE(details.conversations, expected.size());
        QCOMPARE(details.dearest.size(), std::min(qsizetype(2), expected.size()));
        Money spend = details.others.cost;
        for (const ChargeSum &sum : details.dearest) {
            QVERIFY(sum.totals == expected.take(sum.key));
            spend += sum.totals.cost;
        }
        QCOMPARE(details.conversationSpend, spend);
        QCOMPARE(details.otherConversations, expected.size());
        ChargeTotals others;
        for (const ChargeTotals &totals : std::as_const(expected)) {
            QVERIFY(!(details.dearest.constLast().totals.cost < totals.cost));
            others += totals;
        }
        QVERIFY(details.others == others);
    }

    void theSpanIsFromTheFirstToTheLast()
    {
        QVERIFY(!valueOf(m_store->chargeSpan({}, {})));
        fill();
        const auto span = valueOf(m_store->chargeSpan({}, {}));
        QVERIFY(span);
        const QList<Charge> all = valueOf(m_store->charges({}, {}));
        QCOMPARE(span->first, all.constFirst().at);
        QCOMPARE(span->last, all.constLast().at);
    }

    void aClockSetBackLeavesTheSumsRight()
    {
        const QDateTime noon(QDate(2026, 3, 29), QTime(12, 0), Qt::UTC);
        Bundle bundle{.conversation = {.id = uuid(u"c"_s)}};
        for (const int hours : {0, -30, 5, -30, -31}) {
            Charge charge = sampleCharge(cent);
            charge.id = uuid(u"charge %1"_s.arg(bundle.charges.size()));
            charge.at = noon.addSecs(3600LL * hours);
            bundle.charges.append(charge);
        }
        for (const Charge &charge : std::as_const(bundle.charges))
            valueOf(m_store->importBundles(
                {{.conversation = bundle.conversation, .charges = {charge}}}));
        const LedgerQuery query =
            ledgerQuery(CostBy::Day, QTimeZone("Europe/Berlin"), noon.addDays(-3), noon.addDays(3));
        const CostReport report =
            costReport(valueOf(m_store->chargeSums(query.bounds, query.sumBy)), query);
        QCOMPARE(report.total.cost, Money{5 * cent});
        QCOMPARE(report.rows.size(), 2);
        for (const StoreFinding &finding : valueOf(m_store->examine(false)))
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
    }

    void absurdUsageDoesNotSpoilTheSums()
    {
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        const QDateTime at(QDate(2026, 3, 29), QTime(12, 0), Qt::UTC);
        Bundle bundle{.conversation = {.id = uuid(u"c"_s)}};
        for (const qint64 tokens : {most, most, -most, qint64(100)}) {
            Charge charge = sampleCharge(tokens == 100 ? cent : tokens);
            charge.id = uuid(u"charge %1"_s.arg(bundle.charges.size()));
            charge.at = at;
            charge.usage.prompt = charge.usage.completion = tokens;
            bundle.charges.append(charge);
        }
        valueOf(m_store->importBundles({bundle}));
        const ChargeTotals totals =
            valueOf(m_store->chargeSums({at.toMSecsSinceEpoch(), at.toMSecsSinceEpoch() + 1},
                                        SumBy::Nothing))
                .constFirst()
                .totals;
        QCOMPARE(totals.requests, 4);
        QCOMPARE(totals.prompt, 2 * mostTokens + 100);
        QCOMPARE(totals.cost, Money{2'000'000 * picoPerDollar + cent});
        for (const StoreFinding &finding : valueOf(m_store->examine(false)))
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
    }

    void sumsOfNothingAreNone()
    {
        QVERIFY(valueOf(m_store->chargeSums({0, 86'400'000}, SumBy::Nothing)).isEmpty());
        QVERIFY(valueOf(m_store->chargeSums({}, SumBy::User)).isEmpty());
    }

    void callsAtTheSameTimeDoNotPassAHardLimit()
    {
        addTagged(uuid(u"c1"_s), u"refund"_s);
        const QList<SpendCheck> checks = spendChecks(hardLimits(), m_clock.now());
        QVERIFY(m_store->reserve(reservation(u"first"_s, 60), checks).takeResult());
        const Error error = errorOf(m_store->reserve(reservation(u"second"_s, 41), checks));
        QCOMPARE(error.kind, Error::Kind::SpendLimit);
        QCOMPARE(error.asked, 101 * cent);
        QCOMPARE(error.limit, 100 * cent);
        QVERIFY(m_store->reserve(reservation(u"third"_s, 40), checks).takeResult());
    }

    void aChargeSettlesWhatWasSetAside()
    {
        addTagged(uuid(u"c1"_s), u"refund"_s);
        const QList<SpendCheck> checks = spendChecks(hardLimits(), m_clock.now());
        valueOf(m_store->reserve(reservation(u"first"_s, 90), checks));
        succeed(m_store->addCharge(charge(u"first"_s, 25), {.id = uuid(u"first"_s)}));
        for (const SpendState &state : valueOf(m_store->spendStates(checks))) {
            QCOMPARE(state.spent.pico, 25 * cent);
            QCOMPARE(state.reserved, Money());
        }
        QVERIFY(m_store->reserve(reservation(u"second"_s, 75), checks).takeResult());
    }

    void aCallThatIsNotMadeGivesBackWhatWasSetAside()
    {
        const QList<SpendCheck> checks = spendChecks({hardLimits().constFirst()}, m_clock.now());
        valueOf(m_store->reserve(reservation(u"first"_s, 100), checks));
        succeed(m_store->release(uuid(u"first"_s)));
        QVERIFY(m_store->reserve(reservation(u"second"_s, 100), checks).takeResult());
    }

    void whatAProgramThatDiedSetAsideIsFree()
    {
        const QList<SpendCheck> checks = spendChecks({hardLimits().constFirst()}, m_clock.now());
        valueOf(m_store->reserve(reservation(u"first"_s, 100), checks));
        m_store.reset();
        m_store = std::make_unique<ConversationStore>(m_clock);
        valueOf(m_store->open(m_place->location()));
        QCOMPARE(valueOf(m_store->spendStates(checks)).constFirst().reserved, Money());
    }

private:
    static QString uuid(const QString &name) { return derivedId(u"test"_s, name); }

    static constexpr qint64 cent = picoPerDollar / 100;

    /// Some hundred charges over weeks, the same each time.
    void fill()
    {
        std::mt19937 random(7);
        const QStringList users{u"an"_s, u"minh"_s, QString()};
        const QStringList models{u"small"_s, u"large"_s};
        for (int lot = 0; lot < 4; ++lot) {
            Bundle bundle{.conversation = {.id = uuid(u"c%1"_s.arg(lot))}};
            for (int i = 0; i < 150; ++i) {
                Charge charge = sampleCharge(qint64(random() % 1'000'000'000));
                charge.id = uuid(u"%1-%2"_s.arg(lot).arg(i));
                charge.at = QDateTime(QDate(2026, 3, 15), QTime(0, 0), Qt::UTC)
                                .addMSecs(qint64(random()) % (31LL * 86'400'000));
                charge.userId = users[random() % 3];
                charge.model = models[random() % 2];
                charge.provider = random() % 3 ? u"one"_s : u"other"_s;
                charge.strategy = random() % 2 ? u"full"_s : u"sliding"_s;
                charge.usage.cachedRead = qint64(random() % 100);
                charge.usage.cacheWrite = qint64(random() % 50);
                if (random() % 2) {
                    charge.rates.cachedRead = 500'000;
                    charge.rates.cacheWrite = 2'500'000;
                }
                if (random() % 9 == 0)
                    charge.basis = Charge::Basis::Estimated;
                charge.kind = random() % 5 ? Charge::Kind::Turn : Charge::Kind::Summary;
                if (random() % 7 == 0) {
                    charge.amount = std::nullopt;
                    charge.basis = Charge::Basis::Unpriced;
                }
                bundle.charges.append(charge);
            }
            valueOf(m_store->importBundles({bundle}));
        }
        for (const StoreFinding &finding : valueOf(m_store->examine(false)))
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
    }

    static bool holds(const AttemptFilter &filter, const Charge &charge)
    {
        const auto fits = [](const std::optional<QString> &wanted, const QString &value) {
            return !wanted || *wanted == value;
        };
        return fits(filter.userId, charge.userId) && fits(filter.provider, charge.provider)
            && fits(filter.model, charge.model) && fits(filter.strategy, charge.strategy)
            && (!filter.tag || charge.conversationId == uuid(u"c2"_s));
    }

    void addTagged(const QString &id, const QString &tag)
    {
        valueOf(m_store->createConversation({.id = id, .tags = {tag}}));
    }

    /// A dollar each, on everything that reservation() counts under.
    static QList<SpendLimit> hardLimits()
    {
        using Scope = SpendLimit::Scope;
        QList<SpendLimit> limits;
        for (const auto &[scope, key] :
             QList<std::pair<Scope, QString>>{{Scope::Whole, QString()},
                                              {Scope::User, u"an"_s},
                                              {Scope::Tag, u"refund"_s},
                                              {Scope::Provider, u"openai"_s},
                                              {Scope::Model, u"gpt-4.1"_s}})
            limits.append({.id = key,
                           .scope = scope,
                           .key = key,
                           .period = SpendLimit::Period::Month,
                           .amount = Money{100 * cent},
                           .isHard = true});
        return limits;
    }

    Reservation reservation(const QString &attempt, qint64 cents) const
    {
        return {.attemptId = uuid(attempt),
                .conversationId = uuid(u"c1"_s),
                .userId = u"an"_s,
                .provider = u"openai"_s,
                .model = u"gpt-4.1"_s,
                .at = m_clock.now(),
                .amount = Money{cents * cent}};
    }

    Charge charge(const QString &attempt, qint64 cents) const
    {
        Charge charge = sampleCharge(cents * cent);
        charge.attemptId = uuid(attempt);
        charge.conversationId = uuid(u"c1"_s);
        charge.at = m_clock.now();
        charge.provider = u"openai"_s;
        charge.model = u"gpt-4.1"_s;
        return charge;
    }

    FakeClock m_clock;
    std::unique_ptr<TestPlace> m_place;
    std::unique_ptr<ConversationStore> m_store;
};

QTEST_GUILESS_MAIN(TestLedgerSums)
#include "tst_ledgersums.moc"
