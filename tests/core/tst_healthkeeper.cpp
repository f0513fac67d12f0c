#include "core/session/healthkeeper.h"
#include "tests/support/asking.h"
#include "tests/support/fakechatclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestHealthKeeper : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        start();
    }
    void cleanup() { stop(); }

    void whatWasSeenIsThereAfterARestart()
    {
        fail(2);
        QCOMPARE(m_keeper->book().of(u"p"_s).requests, 2);

        restart();

        QCOMPARE(m_keeper->book().of(u"p"_s).requests, 2);
        QCOMPARE(m_keeper->book().of(u"p"_s).errorCount(), 2);
        fail(1);
        QCOMPARE(m_keeper->book().of(u"p"_s).requests, 3);
    }

    void whoRestsGoesOnRestingAfterARestart()
    {
        fail(5);
        QCOMPARE(m_client->breakerState(u"p"_s), Breaker::State::Open);

        restart();
        QCOMPARE(m_client->breakerState(u"p"_s), Breaker::State::Open);

        m_clock.advance(3'600'000);
        restart();
        QCOMPARE(m_client->breakerState(u"p"_s), Breaker::State::HalfOpen);
    }

    /// What comes before the past is known is added to it, and does not take its place.
    void samplesBeforeTheStoreIsReadAreNotLost()
    {
        fail(2);
        stop();
        start(false);
        fail(1);
        succeed(m_keeper->save()); // does nothing yet
        m_keeper->load();
        QTRY_COMPARE(m_keeper->book().of(u"p"_s).requests, 3);
    }

private:
    void start(bool load = true)
    {
        m_store = std::make_unique<ConversationStore>(m_clock);
        valueOf(m_store->open(m_folder->filePath(u"store.db"_s)));
        m_client = std::make_unique<ResilientClient>(m_wire, m_clock, RetryLimits{.tries = 1},
                                                     [] { return 0.0; });
        m_keeper = std::make_unique<HealthKeeper>(*m_client, *m_store);
        bool isLoaded = !load;
        connect(m_keeper.get(), &HealthKeeper::changed, this, [&isLoaded] { isLoaded = true; });
        if (load)
            m_keeper->load();
        QTRY_VERIFY(isLoaded);
        m_keeper->disconnect(this);
    }

    void stop()
    {
        m_keeper.reset(); // writes what is not written yet
        m_client.reset();
        m_store.reset();
    }

    void restart()
    {
        stop();
        start();
    }

    void fail(int times)
    {
        m_wire.setAnswers({FakeAnswer{.error = Error{.kind = Error::Kind::ServerFailed}}});
        for (int i = 0; i < times; ++i)
            outcomeOf(m_client->send({.provider = {.name = u"p"_s}, .body = "{}"}, this));
    }

    FakeClock m_clock;
    FakeChatClient m_wire;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConversationStore> m_store;
    std::unique_ptr<ResilientClient> m_client;
    std::unique_ptr<HealthKeeper> m_keeper;
};

QTEST_GUILESS_MAIN(TestHealthKeeper)
#include "tst_healthkeeper.moc"
