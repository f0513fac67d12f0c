#include "core/net/resilientclient.h"
#include "core/session/spendguard.h"
#include "tests/support/fakechatclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestSpendGuard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_store = std::make_unique<ConversationStore>(m_clock);
        valueOf(m_store->open(m_folder->filePath(u"store.db"_s)));
    }

    void cleanup() { m_store.reset(); }

    void allows_data()
    {
        QTest::addColumn<QString>("limits");
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("allowed");

        // 1,000 tokens of gpt-4.1 sent and 1,000 back are one cent.
        const auto limit = [](const char *scope, const char *usd, bool hard) {
            return spendLimitsToJson(
                {{.id = u"id"_s,
                  .scope = qstrcmp(scope, "user") == 0 ? SpendLimit::Scope::User
                                                       : SpendLimit::Scope::Whole,
                  .key = qstrcmp(scope, "user") == 0 ? u"minh"_s : QString(),
                  .amount = *moneyFromDecimal(QString::fromLatin1(usd)),
                  .isHard = hard}});
        };
        QTest::addRow("a call without limits") << QString() << u"gpt-4.1"_s << true;
        QTest::addRow("a call that comes to the limit")
            << limit("whole", "0.01", true) << u"gpt-4.1"_s << true;
        QTest::addRow("no call above a hard limit")
            << limit("whole", "0.009", true) << u"gpt-4.1"_s << false;
        QTest::addRow("a call above a soft limit")
            << limit("whole", "0.009", false) << u"gpt-4.1"_s << true;
        QTest::addRow("a call above somebody else's limit")
            << limit("user", "0", true) << u"gpt-4.1"_s << true;
        QTest::addRow("a model without a price") << limit("whole", "0", true) << u"own"_s << true;
    }

    void allows()
    {
        QFETCH(QString, limits);
        QFETCH(QString, model);
        QFETCH(bool, allowed);
        succeed(m_store->setValue(spendLimitsName(), limits));
        const Result<void> done = ask(model);
        QCOMPARE(bool(done), allowed);
        if (allowed)
            return;
        QCOMPARE(done.error().kind, Error::Kind::SpendLimit);
        QCOMPARE(done.error().where, u"month"_s);
        QCOMPARE(done.error().asked, picoPerDollar / 100);
    }

    void limitsThatCannotBeReadLetNothingThrough()
    {
        succeed(m_store->setValue(spendLimitsName(), u"[{\"scope\":\"whole\"}]"_s));
        QCOMPARE(ask(u"gpt-4.1"_s).error().kind, Error::Kind::BadInput);
    }

    void turnsAtTheSameTimeStayBelowAHardLimitTogether()
    {
        // What one of the turns can cost fits into the limit, what both can cost does not.
        const SpendLimit limit{.id = u"id"_s,
                               .scope = SpendLimit::Scope::User,
                               .key = u"an"_s,
                               .amount = *moneyFromDecimal(u"0.012"_s),
                               .isHard = true};
        succeed(m_store->setValue(spendLimitsName(), spendLimitsToJson({limit})));
        FakeChatClient client({FakeAnswer{.pieces = {u"Yes."_s}, .summary = {.status = 200}}});
        KeyVault vault(m_folder->path());
        ChatSession session({*m_store, client, vault, PriceList::shipped(), m_clock});
        QStringList failed;
        QList<TurnRecord> done;
        connect(&session, &ChatSession::turnFailed, this,
                [&](const QString &id, const Error &error) {
                    QCOMPARE(error.kind, Error::Kind::SpendLimit);
                    failed += id;
                });
        connect(&session, &ChatSession::turnFinished, this,
                [&](const TurnRecord &record) { done += record; });
        for (const QString &id : {u"one"_s, u"two"_s}) {
            valueOf(m_store->createConversation({.id = id, .userId = u"an"_s}));
            session.submit({.conversationId = id,
                            .text = u"Is it there?"_s,
                            .provider = {.name = u"openai"_s, .needsKey = false},
                            .model = u"gpt-4.1"_s,
                            .strategy = u"full"_s,
                            .maxTokens = 1000});
        }
        QVERIFY(QTest::qWaitFor([&] { return session.busyCount() == 0; }));
        QCOMPARE(failed, QStringList{u"two"_s});
        QCOMPARE(client.requests().size(), 1);

        // The answer cost less than was set aside, so there is room again.
        QVERIFY(done.constFirst().charge->amount < limit.amount);
        session.submit({.conversationId = u"two"_s,
                        .provider = {.name = u"openai"_s, .needsKey = false},
                        .model = u"gpt-4.1"_s,
                        .strategy = u"full"_s,
                        .maxTokens = 1000});
        QVERIFY(QTest::qWaitFor([&] { return session.busyCount() == 0; }));
        QCOMPARE(done.size(), 2);
    }

    /// The money for the first provider is free again, and the second one's is asked for.
    void aFallbackIsHeldToItsOwnLimit_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("asked");
        QTest::addRow("the fallback's is used up") << u"dear"_s << 1;
        QTest::addRow("another one's is") << u"other"_s << 2;
    }

    void aFallbackIsHeldToItsOwnLimit()
    {
        QFETCH(QString, key);
        QFETCH(int, asked);
        const SpendLimit limit{.id = u"id"_s,
                               .scope = SpendLimit::Scope::Provider,
                               .key = key,
                               .amount = Money{1},
                               .isHard = true};
        succeed(m_store->setValue(spendLimitsName(), spendLimitsToJson({limit})));
        FakeChatClient wire({FakeAnswer{.error = Error{.kind = Error::Kind::ServerFailed},
                                        .summary = {.status = 503}},
                             FakeAnswer{.pieces = {u"Yes."_s}, .summary = {.status = 200}}});
        ResilientClient client(wire, m_clock);
        KeyVault vault(m_folder->path());
        ChatSession session({*m_store, client, vault, PriceList::shipped(), m_clock});
        std::optional<Error> problem;
        QList<TurnRecord> done;
        connect(&session, &ChatSession::turnFinished, this,
                [&](const TurnRecord &record, const std::optional<Error> &error) {
                    problem = error;
                    done += record;
                });
        valueOf(m_store->createConversation({.id = u"one"_s}));
        const Provider dear{
            .name = u"dear"_s, .preset = u"openai"_s, .model = u"gpt-4.1"_s, .needsKey = false};
        session.submit({.conversationId = u"one"_s,
                        .text = u"Is it there?"_s,
                        .provider = {.name = u"cheap"_s, .preset = u"openai"_s, .needsKey = false},
                        .fallbacks = {dear},
                        .model = u"gpt-4.1"_s,
                        .strategy = u"full"_s});
        QVERIFY(QTest::qWaitFor([&] { return session.busyCount() == 0; }));

        QCOMPARE(wire.requests().size(), asked);
        QCOMPARE(problem.has_value(), asked == 1);
        if (problem)
            QCOMPARE(problem->kind, Error::Kind::SpendLimit);
        const QDateTime now = m_clock.now();
        const auto states = valueOf(m_store->spendStates(spendChecks({limit}, now)));
        for (const SpendState &state : states)
            QCOMPARE(state.reserved.pico, 0); // nothing stays set aside
    }

    /// Whether or not its answer arrived.
    void aTryThatMayHaveBeenBilledCountsBeforeTheNextOne()
    {
        const SpendLimit limit{.id = u"id"_s,
                               .scope = SpendLimit::Scope::Whole,
                               .amount = *moneyFromDecimal(u"0.0168"_s),
                               .isHard = true};
        succeed(m_store->setValue(spendLimitsName(), spendLimitsToJson({limit})));
        FakeAnswer lost{.error = Error{.kind = Error::Kind::NetworkDown}};
        lost.summary.wasSent = true;
        FakeChatClient wire({lost});
        ResilientClient client(wire, m_clock, {.firstWaitMs = 1});
        KeyVault vault(m_folder->path());
        ChatSession session({*m_store, client, vault, PriceList::shipped(), m_clock});
        std::optional<Error> problem;
        connect(&session, &ChatSession::turnFinished, this,
                [&](const TurnRecord &, const std::optional<Error> &error) { problem = error; });
        valueOf(m_store->createConversation({.id = u"one"_s}));
        session.submit({.conversationId = u"one"_s,
                        .text = u"long "_s.repeated(150),
                        .provider = {.name = u"p"_s, .preset = u"openai"_s, .needsKey = false},
                        .model = u"gpt-4.1"_s,
                        .strategy = u"full"_s,
                        .maxTokens = 2000});
        QVERIFY(QTest::qWaitFor([&] { return session.busyCount() == 0; }));

        // 2,000 tokens back are 1.6 cents; each lost try is 0.03 cents more: the third is refused.
        QCOMPARE(wire.requests().size(), 2);
        QVERIFY(problem);
        QCOMPARE(problem->kind, Error::Kind::SpendLimit);
        const QList<Charge> charges = valueOf(m_store->chargesOf(u"one"_s));
        QCOMPARE(charges.size(), 2);
        for (const Charge &charge : charges)
            QCOMPARE(charge.usage.basis, Usage::Basis::Estimated);
    }

private:
    Result<void> ask(const QString &model)
    {
        FakeChatClient client;
        KeyVault vault(m_folder->path());
        const SessionParts parts{*m_store, client, vault, PriceList::shipped(), m_clock};
        std::optional<Result<void>> told;
        QObject receiver;
        setAside(parts,
                 {.attemptId = u"attempt"_s,
                  .provider = {.name = u"openai"_s},
                  .subject = {u"an"_s, u"openai"_s, model, {}},
                  .most = {.prompt = 1000, .completion = 1000}},
                 &receiver, [&](const Result<void> &done) { told = done; });
        const bool inTime = QTest::qWaitFor([&] { return told.has_value(); });
        return inTime ? *told : Error{.kind = Error::Kind::TimedOut};
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConversationStore> m_store;
};

QTEST_GUILESS_MAIN(TestSpendGuard)
#include "tst_spendguard.moc"
