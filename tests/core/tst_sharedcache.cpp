#include "core/session/sharedcontexts.h"
#include "core/store/redislink.h"
#include "core/store/sharedcache.h"
#include "tests/support/fakeclock.h"
#include "tests/support/patience.h"
#include "tests/support/storesamples.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

// On a Redis of one's own (tests/servers/start); where it is broken, on what stands in its place.

namespace {

constexpr SharedCache::Limits quick{.timeoutMs = 150, .restMs = 30'000};

QString redisUrl()
{
    return qEnvironmentVariable("SKEIN_TEST_REDIS");
}

template <typename T>
T finished(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 5000))
        qFatal("it does not end");
    return future.result();
}

/// Asks the server itself.
QByteArray redis(const QByteArrayList &command)
{
    RedisLink link(*RedisAddress::fromUrl(redisUrl()), 2000);
    QByteArray said;
    bool isDone = false;
    link.ask(command, [&](const Result<QByteArray> &answer) {
        said = answer ? *answer : answer.error().detail.toUtf8();
        isDone = true;
    });
    if (!QTest::qWaitFor([&] { return isDone; }))
        qFatal("Redis does not answer");
    return said;
}

/// A server that answers whatever it is asked with the same, or with nothing at all.
class OddServer
{
public:
    explicit OddServer(const QByteArray &answer)
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, answer] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            ++connections;
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                             [socket, answer] { socket->write(answer); });
        });
    }

    QString url() const { return u"redis://127.0.0.1:%1"_s.arg(m_server.serverPort()); }

    int connections = 0;

private:
    QTcpServer m_server;
};

/// A Redis that speaks TLS only, by the certificate of the test servers.
class TlsRedis
{
public:
    TlsRedis()
    {
        const QString folder = qEnvironmentVariable("SKEIN_TEST_SERVERS");
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        m_port = probe.serverPort();
        probe.close();
        m_process.start(u"redis-server"_s,
                        {u"--port"_s, u"0"_s, u"--bind"_s, u"127.0.0.1"_s, u"--tls-port"_s,
                         QString::number(m_port), u"--tls-cert-file"_s, folder + u"/server.crt"_s,
                         u"--tls-key-file"_s, folder + u"/server.key"_s, u"--tls-ca-cert-file"_s,
                         folder + u"/ca.crt"_s, u"--tls-auth-clients"_s, u"no"_s, u"--save"_s,
                         u""_s, u"--daemonize"_s, u"no"_s});
        m_process.waitForStarted();
        const bool isReady = QTest::qWaitFor([this] {
            m_process.waitForReadyRead(50);
            return m_process.readAll().contains("Ready to accept");
        });
        if (!isReady)
            qFatal("Redis does not start");
    }
    ~TlsRedis()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QString url(const QString &query) const
    {
        return u"rediss://localhost:%1/0%2"_s.arg(m_port).arg(query);
    }

private:
    QProcess m_process;
    quint16 m_port;
};

PlanJob sampleJob(const QString &conversation)
{
    PlanJob job{.turn = {.conversationId = conversation, .strategy = u"sliding"_s},
                .budget = {.window = 10'000, .replyReserve = 100},
                .counter = TokenCounter()};
    QString parent;
    for (int i = 0; i < 5; ++i) {
        job.thread += sampleMessage(conversation, parent, i % 2 ? Role::Assistant : Role::User,
                                    u"The parcel number is SK-%1"_s.arg(i));
        parent = job.thread.constLast().id;
    }
    return job;
}

} // namespace

class TestSharedCache : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (redisUrl().isEmpty())
            QSKIP("SKEIN_TEST_POSTGRES is not set: eval \"$(tests/servers/start)\"");
    }

    void whatIsKeptIsFoundForADay()
    {
        SharedCache cache(m_clock, quick);
        QVERIFY(cache.setAddress(redisUrl()));
        const QString id = newId();
        QCOMPARE(finished(cache.find(id)), QByteArray());
        cache.keep(id, QByteArray("a\0b\r\n", 5));
        QCOMPARE(finished(cache.find(id)), QByteArray("a\0b\r\n", 5));
        const int left = redis({"TTL", "ctx:1:" + id.toLatin1()}).toInt();
        QVERIFY(left > 86'000 && left <= 86'400);
        QVERIFY(!cache.problem());
    }

    void whatIsTooLargeIsNotKept()
    {
        SharedCache cache(m_clock, {.timeoutMs = 150, .bytes = 10});
        QVERIFY(cache.setAddress(redisUrl()));
        const QString id = newId();
        cache.keep(id, QByteArray(11, 'a'));
        QCOMPARE(finished(cache.find(id)), QByteArray());
    }

    void withoutAnAddressThereIsNothing()
    {
        SharedCache cache(m_clock, quick);
        QVERIFY(!cache.isOn());
        QVERIFY(cache.find(newId()).isFinished());
    }

    void isLeftAloneForAWhileWhereItIs_data()
    {
        QTest::addColumn<QByteArray>("answer"); // null: nobody listens
        QTest::addColumn<int>("kind");
        QTest::addRow("absent") << QByteArray() << int(Error::Kind::StoreUnreachable);
        QTest::addRow("stalled") << QByteArray("") << int(Error::Kind::TimedOut);
        QTest::addRow("stalled in the middle")
            << QByteArray("$100\r\nabc") << int(Error::Kind::TimedOut);
        QTest::addRow("something else")
            << QByteArray("HTTP/1.1 400 Bad\r\n\r\n") << int(Error::Kind::BadReply);
        QTest::addRow("full") << QByteArray("-OOM command not allowed\r\n")
                              << int(Error::Kind::StoreFailed);
    }

    void isLeftAloneForAWhileWhereItIs()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, kind);
        OddServer server(answer);
        SharedCache cache(m_clock, quick);
        QVERIFY(cache.setAddress(answer.isNull() ? u"redis://127.0.0.1:1"_s : server.url()));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(finished(cache.find(newId())), QByteArray());
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(cache.problem());
        QCOMPARE(int(cache.problem()->kind), kind);

        QVERIFY(!cache.isOn());
        QVERIFY(cache.find(newId()).isFinished()); // without asking
        QCOMPARE(server.connections, answer.isNull() ? 0 : 1);
        m_clock.advance(quick.restMs);
        QVERIFY(cache.isOn());
    }

    void aWrongPasswordIsSaid()
    {
        QUrl url(redisUrl());
        url.setPassword(u"not this one"_s);
        SharedCache cache(m_clock, quick);
        QVERIFY(cache.setAddress(url.toString(QUrl::FullyEncoded)));
        QCOMPARE(finished(cache.find(newId())), QByteArray());
        QVERIFY(cache.problem());
        QCOMPARE(cache.problem()->kind, Error::Kind::StoreDenied);
        QVERIFY(!cache.problem()->where.contains("not this one"_L1));
    }

    void aCertificateIsChecked()
    {
        TlsRedis server;
        const QString authority = u"?cafile="_s + qEnvironmentVariable("SKEIN_TEST_POSTGRES_CA");
        SharedCache cache(m_clock, {.timeoutMs = 2000});
        QVERIFY(cache.setAddress(server.url(authority)));
        const QString id = newId();
        cache.keep(id, "kept");
        QCOMPARE(finished(cache.find(id)), QByteArray("kept"));
        QVERIFY(cache.setAddress(server.url({})));
        QCOMPARE(finished(cache.find(id)), QByteArray());
        QCOMPARE(cache.problem()->kind, Error::Kind::TlsFailed);
    }

    void anAddressIsRefused_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addRow("unchecked on another machine") << u"redis://cache.example.com"_s;
        QTest::addRow("of something else") << u"https://localhost"_s;
        QTest::addRow("of nothing") << u"localhost:6379"_s;
    }

    void anAddressIsRefused()
    {
        QFETCH(QString, url);
        SharedCache cache(m_clock, quick);
        const Result<void> set = cache.setAddress(url);
        QVERIFY(!set);
        QCOMPARE(set.error().kind, Error::Kind::BadInput);
    }

    void aPlanIsSharedWithWhomHasTheSame()
    {
        Team team(m_clock);
        const PlanJob job = sampleJob(newId());
        const ContextPlan plan = *planTurn(job);
        team.contexts.keep(job, plan, u"It is on its way."_s, m_clock.now());
        const QByteArray key = "ctx:1:" + job.turn.conversationId.toLatin1();
        TRY_VERIFY(!redis({"GET", key}).isEmpty());
        QVERIFY(!redis({"GET", key}).contains("SK-"));
        QCOMPARE(*finished(team.contexts.find(job)), plan);

        PlanJob edited = job;
        edited.thread[1].content = u"The parcel number is SK-9"_s; // as many messages
        QVERIFY(!finished(team.contexts.find(edited)));
        Team others(m_clock); // another store, another secret
        QVERIFY(!finished(others.contexts.find(job)));
        redis({"SET", key, "forged"});
        QVERIFY(!finished(team.contexts.find(job)));
    }

private:
    /// Somebody's program with a store and the Redis.
    struct Team
    {
        explicit Team(const Clock &clock)
            : store(clock)
            , cache(clock, {.timeoutMs = 2000})
        {
            valueOf(store.open(place.location()));
            if (!cache.setAddress(redisUrl()))
                qFatal("the address is refused");
            contexts.load();
            if (!QTest::qWaitFor([this] { return contexts.isOn(); }))
                qFatal("no secret");
        }

        TestPlace place{TestPlace::Kind::File};
        ConversationStore store;
        SharedCache cache;
        SharedContexts contexts{store, cache};
    };

    FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestSharedCache)
#include "tst_sharedcache.moc"
