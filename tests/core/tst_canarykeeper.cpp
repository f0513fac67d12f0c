#include "core/net/resilientclient.h"
#include "core/session/canarykeeper.h"
#include "core/session/routing.h"
#include "tests/support/fakechatclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QEventLoop>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

/// A canary as it is driven: by turns through a session, in settings that follow it.
class TestCanaryKeeper : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_settings = {};
        for (const auto &[name, weight] : {std::pair(u"old"_s, 100.0), std::pair(u"new"_s, 0.0)})
            m_settings.providers.append(
                {.name = name, .preset = u"openai"_s, .weight = weight, .needsKey = false});
        m_asked = 0;
        start();
    }
    void cleanup() { stop(); }

    void beginningSetsTheFirstWeights()
    {
        begin();
        QCOMPARE(weights(), (QList<double>{50, 50}));
        QCOMPARE(m_settings.control, u"old"_s);
        QVERIFY(m_keeper->canary().isRunning());
    }

    void turnsAloneAreSamples()
    {
        begin();
        turns(4);
        const CanaryFinding found = m_keeper->canary().finding();
        QCOMPARE(found.requests + found.controlRequests, 4);

        m_wire.setAnswers({good()});
        ChatReply *test = m_client->send({.provider = m_settings.providers[1], .body = "{}"}, this);
        bool isOver = false;
        connect(test, &QObject::destroyed, this, [&isOver] { isOver = true; });
        QTRY_VERIFY(isOver);
        QCOMPARE(m_keeper->canary().finding(), found);
    }

    void aFailingCanaryIsRolledBackByItself()
    {
        begin();
        for (int i = 0; i < 200 && m_keeper->canary().isRunning(); ++i)
            turns(1, true);

        QCOMPARE(m_keeper->canary().state(), Canary::State::RolledBack);
        QCOMPARE(weights(), (QList<double>{100, 0}));
        QCOMPARE(m_keeper->canary().history().last().cause, CanaryEvent::Cause::Worse);
        turns(10);
        for (const ChatRequest &request : m_wire.requests())
            QCOMPARE(request.provider.name, u"old"_s); // nobody is sent there any more
    }

    void itGoesOnAfterARestart()
    {
        begin();
        turns(6);
        const CanaryFinding found = m_keeper->canary().finding();

        stop();
        start();

        QVERIFY(m_keeper->canary().isRunning());
        QCOMPARE(m_keeper->canary().finding(), found);
        QCOMPARE(weights(), (QList<double>{50, 50}));
        QVERIFY(m_wanted == 0);
    }

    void weightsSetByHandEndIt()
    {
        begin();
        Settings changed = m_settings;
        changed.providers[1].weight = 30;
        changed.providers[0].weight = 70;
        m_keeper->settingsChanged(changed);
        QCOMPARE(m_keeper->canary().state(), Canary::State::Ended);
        QCOMPARE(m_keeper->canary().weight(), 30);
    }

    void otherSettingsDoNot()
    {
        begin();
        Settings changed = m_settings;
        changed.theme = u"dark"_s;
        changed.providers.append({.name = u"third"_s, .weight = 5});
        m_keeper->settingsChanged(changed);
        QVERIFY(m_keeper->canary().isRunning());
    }

    void aCanaryThatIsRemovedEnds()
    {
        begin();
        Settings changed = m_settings;
        changed.providers.removeLast();
        m_keeper->settingsChanged(changed);
        QCOMPARE(m_keeper->canary().state(), Canary::State::Ended);
    }

    void handsDecide()
    {
        begin();
        m_keeper->rollBack();
        QCOMPARE(weights(), (QList<double>{100, 0}));
        begin();
        m_keeper->promote();
        QCOMPARE(weights(), (QList<double>{0, 100}));
        QCOMPARE(m_keeper->canary().state(), Canary::State::Promoted);
    }

    /// What both have together stays, so that nobody else's share moves.
    void othersKeepTheirShare()
    {
        m_settings.providers[0].weight = 60;
        m_settings.providers.append({.name = u"third"_s, .weight = 40});
        CanaryPlan plan = canaryPlan(m_settings, u"new"_s, u"old"_s);
        QCOMPARE(plan.whole, 60);
        plan.steps = {10, 50};
        const Settings after = withWeights(m_settings, Canary(plan, m_clock.now()));
        QCOMPARE(after.providers[0].weight, 54);
        QCOMPARE(after.providers[2].name, u"new"_s);
        QCOMPARE(after.providers[2].weight, 6);
        QCOMPARE(routerOf(after).share(u"third"_s), 0.4);
        for (int i = 0; i < 2'000; ++i) {
            const QString user = QString::number(i);
            const QString from = routerOf(m_settings).assign(user)->provider;
            const QString to = routerOf(after).assign(user)->provider;
            QVERIFY(from == to || (from == "old"_L1 && to == "new"_L1));
        }
        QCOMPARE(canaryPlan({}, u"new"_s, u"old"_s).whole, 100);
    }

    /// What it was given at last it keeps: who stays where they are, and who is drawn by what.
    void itsEndMovesNobodyElse()
    {
        m_settings.providers[0].weight = 60;
        m_settings.providers.append({.name = u"third"_s, .weight = 40});
        CanaryPlan plan = canaryPlan(m_settings, u"new"_s, u"old"_s);
        plan.steps = {50};
        Canary canary(plan, m_clock.now());
        const Settings during = withWeights(m_settings, canary);
        canary.promote(m_clock.now());
        const Settings promoted = withWeights(during, canary);
        Settings again = promoted; // the former control comes back by hand
        for (Provider &provider : again.providers) {
            if (provider.name == "old"_L1)
                provider.weight = 30;
        }
        Canary undone(plan, m_clock.now());
        undone.rollBack(m_clock.now());
        const Settings back = withWeights(during, undone);
        for (int i = 0; i < 2'000; ++i) {
            const QString user = QString::number(i);
            const auto at = [&user](const Settings &settings) {
                return routerOf(settings).assign(user)->provider;
            };
            QVERIFY(at(during) == at(promoted) || at(during) == "old"_L1);
            QVERIFY(at(promoted) != "old"_L1);
            QVERIFY(at(promoted) == at(again) || at(again) == "old"_L1);
            QCOMPARE(at(back), at(m_settings));
        }
    }

private:
    static FakeAnswer good() { return {.pieces = {u"Yes."_s}, .summary = {.status = 200}}; }

    void start()
    {
        m_store = std::make_unique<ConversationStore>(m_clock);
        valueOf(m_store->open(m_folder->filePath(u"store.db"_s)));
        m_vault = std::make_unique<KeyVault>(m_folder->path(), false);
        m_client = std::make_unique<ResilientClient>(m_wire, m_clock, RetryLimits{.tries = 1},
                                                     [] { return 0.0; });
        const SessionParts parts{*m_store, *m_client, *m_vault, PriceList::shipped(), m_clock};
        m_session = std::make_unique<ChatSession>(parts);
        m_keeper = std::make_unique<CanaryKeeper>(parts, *m_client, *m_session);
        m_wanted = 0;
        connect(m_keeper.get(), &CanaryKeeper::weightsWanted, this, [this] {
            ++m_wanted;
            m_settings = withWeights(m_settings, m_keeper->canary());
            m_keeper->settingsChanged(m_settings);
        });
        bool isLoaded = false;
        const auto loading =
            connect(m_keeper.get(), &CanaryKeeper::changed, this, [&isLoaded] { isLoaded = true; });
        m_keeper->load();
        QTRY_VERIFY(isLoaded);
        disconnect(loading);
        m_keeper->settingsChanged(m_settings);
    }

    void stop()
    {
        m_keeper.reset();
        m_session.reset();
        m_client.reset();
        m_store.reset();
    }

    void begin()
    {
        CanaryPlan plan = canaryPlan(m_settings, u"new"_s, u"old"_s);
        plan.steps = {50, 100};
        plan.fewest = 20;
        m_keeper->begin(plan);
    }

    /// Conversations of nobody's, each of one turn.
    void turns(int count, bool canaryFails = false)
    {
        for (int i = 0; i < count; ++i) {
            const double random = (++m_asked % 10) / 10.0;
            const Conversation row = valueOf(m_store->createConversation({}));
            const auto route = routeFor(m_settings, row, {}, random);
            const bool fails = canaryFails && route->provider.name == "new"_L1;
            m_wire.setAnswers({fails ? FakeAnswer{.error = Error{.kind = Error::Kind::ServerFailed},
                                                  .summary = {.status = 500}}
                                     : good()});
            Turn turn = turnAlong(*route, m_settings, row, u"Is it there?"_s);
            turn.model = u"gpt-4.1"_s;
            turn.strategy = u"full"_s;
            if (fails)
                turn.fallbacks.clear();
            QEventLoop loop; // a poll would take longer than the turn
            connect(m_session.get(), &ChatSession::turnFinished, &loop, &QEventLoop::quit);
            m_session->submit(turn);
            loop.exec();
            m_clock.advance(1'000'000); // no rest of a breaker lasts that long
        }
    }

    QList<double> weights() const
    {
        QList<double> all;
        for (const Provider &provider : m_settings.providers)
            all += provider.weight;
        return all;
    }

    FakeClock m_clock;
    FakeChatClient m_wire;
    Settings m_settings;
    int m_asked = 0;
    int m_wanted = 0;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConversationStore> m_store;
    std::unique_ptr<KeyVault> m_vault;
    std::unique_ptr<ResilientClient> m_client;
    std::unique_ptr<ChatSession> m_session;
    std::unique_ptr<CanaryKeeper> m_keeper;
};

QTEST_GUILESS_MAIN(TestCanaryKeeper)
#include "tst_canarykeeper.moc"
