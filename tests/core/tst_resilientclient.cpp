#include "core/net/openaiclient.h"
#include "core/net/resilientclient.h"
#include "core/practice/practiceprovider.h"
#include "tests/support/asking.h"
#include "tests/support/fakechatclient.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;
using Kind = Error::Kind;

namespace {

constexpr RetryLimits quick{.firstWaitMs = 1, .longestWaitMs = 5, .rateLimitMs = 10};

FakeAnswer good(const QString &text = u"Hi"_s)
{
    return {.pieces = {text}, .summary = {.finishReason = u"stop"_s, .timing = {.firstToken = 2}}};
}

FakeAnswer bad(Kind kind, int status = 0, qint64 retryAfterMs = -1)
{
    return {.error = Error{
                .kind = kind, .detail = u"oh"_s, .status = status, .retryAfterMs = retryAfterMs}};
}

PoolKey key(const QString &id, qint64 requests = 0)
{
    return {.id = id, .secret = "sk-secret-" + id.toLatin1(), .requestsPerMinute = requests};
}

ChatRequest request()
{
    return {.provider = {.name = u"p"_s}, .key = "own-key", .body = "{}"};
}

ChatRequest withOthers()
{
    ChatRequest asked = request();
    for (const QString &name : {u"q"_s, u"r"_s})
        asked.alternatives.append({.provider = {.name = name},
                                   .key = "key-of-" + name.toLatin1(),
                                   .body = "{\"" + name.toLatin1() + "\":1}"});
    return asked;
}

} // namespace

class TestResilientClient : public QObject
{
    Q_OBJECT

private:
    Outcome ask(const QList<FakeAnswer> &answers, const ChatRequest &asked = request())
    {
        m_fake.setAnswers(answers);
        return outcomeOf(m_client->send(asked, this));
    }

    QList<QByteArray> keysUsed() const
    {
        QList<QByteArray> keys;
        for (const ChatRequest &each : m_fake.requests())
            keys.append(each.key);
        return keys;
    }

    SystemClock m_clock;
    FakeChatClient m_fake;
    std::unique_ptr<ResilientClient> m_client;

private slots:
    void init()
    {
        m_client = std::make_unique<ResilientClient>(m_fake, m_clock, quick, [] { return 0.0; });
    }

    void aGoodAnswerPasses()
    {
        const Outcome outcome = ask({good()});

        QVERIFY(!outcome.error);
        QCOMPARE(outcome.streamed, u"Hi"_s);
        QCOMPARE(outcome.summary.retries.size(), 0);
        QCOMPARE(m_fake.requests().size(), 1);
        QCOMPARE(m_fake.requests().first().key, "own-key");
    }

    void aFailureIsTriedAgainAndTold()
    {
        const Outcome outcome = ask({bad(Kind::ServerFailed, 503), bad(Kind::NetworkDown), good()});

        QVERIFY(!outcome.error);
        QCOMPARE(outcome.endings, 1);
        QCOMPARE(m_fake.requests().size(), 3);
        QCOMPARE(outcome.summary.retries,
                 (QList<Retry>{{u"503"_s, 1, u"p"_s, false}, {u"oh"_s, 2, u"p"_s, false}}));
        QVERIFY(outcome.summary.timing.firstToken >= 3); // of the whole call
    }

    void whatComesNextIsTold()
    {
        m_fake.setAnswers({bad(Kind::ServerFailed, 503), good()});
        ChatReply *reply = m_client->send(withOthers(), this);
        QList<Retrying> told;
        connect(reply, &ChatReply::retrying, this, [&](const Retrying &next) { told += next; });

        QVERIFY(!outcomeOf(reply).error);

        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].error.kind, Kind::ServerFailed);
        QCOMPARE(told[0].tries, 1);
        QCOMPARE(told[0].mostTries, 3); // each provider once
        QCOMPARE(told[0].provider, u"q"_s);
        QCOMPARE(told[0].waitMs, 0);
    }

    void aDearerTryIsAdmittedFirst()
    {
        FakeAnswer lost = bad(Kind::NetworkDown);
        lost.summary.wasSent = true;
        QList<ChatRequest::NextTry> asked;
        ChatRequest request = withOthers();
        request.admit = [&](const ChatRequest::NextTry &next, const ChatRequest::Admitted &then) {
            asked += next;
            QTimer::singleShot(5, this, [then] { then({}); });
        };

        const Outcome outcome = ask({lost, bad(Kind::ServerFailed, 503), good()}, request);

        QVERIFY(!outcome.error);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked[0].candidate, 1);
        QCOMPARE(asked[0].lost.size(), 1);
        QCOMPARE(asked[1].candidate, 2);
    }

    void whoIsNotAdmittedIsNotAsked()
    {
        ChatRequest request = withOthers();
        request.admit = [](const ChatRequest::NextTry &next, const ChatRequest::Admitted &then) {
            then(next.candidate == 1 ? Result<void>(Error{.kind = Kind::SpendLimit})
                                     : Result<void>());
        };

        const Outcome outcome = ask({bad(Kind::ServerFailed, 503), good()}, request);

        QVERIFY(!outcome.error);
        QCOMPARE(keysUsed(), (QList<QByteArray>{"own-key", "key-of-r"}));
        QCOMPARE(outcome.summary.candidate, 2);

        request.admit = [](const ChatRequest::NextTry &, const ChatRequest::Admitted &then) {
            then(Error{.kind = Kind::SpendLimit});
        };
        QCOMPARE(ask({bad(Kind::ServerFailed, 503)}, request).kind(), Kind::SpendLimit);
        QCOMPARE(m_fake.requests().size(), 1);
    }

    void aTryOfTheSamePriceNeedsNoAdmission()
    {
        int asked = 0;
        ChatRequest request = ::request();
        request.admit = [&](const ChatRequest::NextTry &, const ChatRequest::Admitted &then) {
            ++asked;
            then({});
        };
        QVERIFY(!ask({bad(Kind::ServerFailed, 503), good()}, request).error);
        QCOMPARE(asked, 0);
    }

    void stoppingDoesNotWaitForAdmission()
    {
        ChatRequest::Admitted late;
        ChatRequest request = withOthers();
        request.admit = [&](const ChatRequest::NextTry &, const ChatRequest::Admitted &then) {
            late = then;
        };
        m_fake.setAnswers({bad(Kind::ServerFailed, 503), good()});
        ChatReply *reply = m_client->send(request, this);
        QPointer<ChatReply> alive(reply);
        QTRY_VERIFY(late);
        int endings = 0;
        connect(reply, &ChatReply::failed, this, [&] { ++endings; });
        reply->abort();
        late({});
        QTRY_VERIFY(!alive);
        QCOMPARE(endings, 1);
        QCOMPARE(m_fake.requests().size(), 1);
    }

    void whoRestedRestsOnAfterARestart()
    {
        ask({bad(Kind::ServerFailed, 500)}); // five in a row
        const QByteArray rests = m_client->rests();

        init();
        m_client->restoreRests(rests);
        m_client->restoreRests("rubbish");
        QCOMPARE(m_client->breakerState(u"p"_s), Breaker::State::Open);
        const Outcome outcome = ask({good()}, withOthers());

        QCOMPARE(outcome.summary.candidate, 1);
        m_client->forgive(u"p"_s);
        QCOMPARE(m_client->breakerState(u"p"_s), Breaker::State::Closed);
        QCOMPARE(m_client->rests(), "[]");
    }

    void whoIsPassedOverIsReportedOnce()
    {
        ask({bad(Kind::ServerFailed, 500)});
        QStringList passedOver;
        connect(m_client.get(), &ResilientClient::tried, this,
                [&](const HealthSample &sample) { passedOver += sample.passedOver; });
        ask({bad(Kind::ServerFailed, 500), good()}, withOthers());
        QCOMPARE(passedOver, (QStringList{u"p"_s, QString()}));
    }

    void triesAreLimited()
    {
        const Outcome outcome = ask({bad(Kind::ServerFailed, 500)});

        QCOMPARE(outcome.kind(), Kind::ServerFailed);
        QCOMPARE(m_fake.requests().size(), 5);
        QCOMPARE(outcome.summary.retries.size(), 4);
    }

    void nothingIsAskedTwiceOnceSomethingWasShown()
    {
        FakeAnswer broken = bad(Kind::Truncated);
        broken.pieces = {u"Hel"_s};

        const Outcome outcome = ask({broken, good()});

        QCOMPARE(outcome.kind(), Kind::Truncated);
        QCOMPARE(outcome.streamed, u"Hel"_s);
        QCOMPARE(m_fake.requests().size(), 1);
    }

    void whatWouldNotChangeIsNotTriedAgain_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addRow("quota") << Kind::QuotaExhausted;
        QTest::addRow("context") << Kind::ContextExceeded;
        QTest::addRow("key") << Kind::Unauthorized;
        QTest::addRow("bad request") << Kind::Rejected;
    }

    void whatWouldNotChangeIsNotTriedAgain()
    {
        QFETCH(Kind, kind);

        QCOMPARE(ask({bad(kind), good()}).kind(), kind);
        QCOMPARE(m_fake.requests().size(), 1);
    }

    void aWaitBeyondTheTotalClockIsNotBegun()
    {
        ChatRequest hurried = request();
        hurried.clocks.total = 50;

        const Outcome outcome = ask({bad(Kind::RateLimited, 429, 60), good()}, hurried);

        QCOMPARE(outcome.kind(), Kind::RateLimited);
        QCOMPARE(m_fake.requests().size(), 1);
    }

    void laterTriesHaveWhatIsLeftOfTheTotalClock()
    {
        ask({bad(Kind::RateLimited, 429, 30), good()});

        const int first = m_fake.requests()[0].clocks.total;
        const int second = m_fake.requests()[1].clocks.total;
        QVERIFY(second <= first - 30);
    }

    void aRateLimitTurnsToAnotherKeyAtOnce()
    {
        m_client->setKeys(u"p"_s, {key(u"a"_s), key(u"b"_s)});
        const Outcome outcome = ask({bad(Kind::RateLimited, 429, 60'000), good()});

        QVERIFY(!outcome.error);
        QCOMPARE(keysUsed(), (QList<QByteArray>{"sk-secret-a", "sk-secret-b"}));
        QCOMPARE(outcome.summary.retries, (QList<Retry>{{u"429"_s, 0, u"p"_s, false}}));
    }

    void withoutAnotherKeyItWaits()
    {
        m_client->setKeys(u"p"_s, {key(u"a"_s)});
        const Outcome outcome = ask({bad(Kind::RateLimited, 429, 20), good()});

        QVERIFY(!outcome.error);
        QCOMPARE(keysUsed(), (QList<QByteArray>{"sk-secret-a", "sk-secret-a"}));
        QVERIFY(outcome.summary.timing.total >= 20);
    }

    void waitingForAKeyIsNotATry()
    {
        m_client = std::make_unique<ResilientClient>(m_fake, m_clock, RetryLimits{.tries = 1},
                                                     [] { return 0.0; });
        m_client->setKeys(u"p"_s, {key(u"a"_s)});
        KeyPool *pool = m_client->keyPool(u"p"_s);
        pool->failed(pool->reserve(0).grant->ticket,
                     {.kind = Kind::RateLimited, .retryAfterMs = 20});

        const Outcome outcome = ask({good()});

        QVERIFY(!outcome.error);
        QCOMPARE(outcome.summary.retries.size(), 1);
    }

    void aRefusedKeyIsReplaced()
    {
        m_client->setKeys(u"p"_s, {key(u"a"_s), key(u"b"_s)});

        QVERIFY(!ask({bad(Kind::Unauthorized, 401), good()}).error);
        QVERIFY(!ask({good()}).error);
        QCOMPARE(keysUsed(), QList<QByteArray>{"sk-secret-b"}); // and stays away
    }

    void withoutAKeyLeftItSaysSo()
    {
        m_client->setKeys(u"p"_s, {key(u"a"_s)});

        QCOMPARE(ask({bad(Kind::Unauthorized, 401)}).kind(), Kind::Unauthorized);
        QCOMPARE(m_fake.requests().size(), 1);
        QCOMPARE(ask({good()}).kind(), Kind::Unauthorized);
        QCOMPARE(m_fake.requests().size(), 0);
    }

    void whatAProviderDoesNotUnderstandIsLearnt()
    {
        FakeAnswer refusal = bad(Kind::Rejected, 400);
        refusal.error->detail = u"Unknown parameter: stream_options"_s;
        ChatRequest asked = request();
        asked.body = R"({"model":"m","stream_options":{"include_usage":true}})";
        QList<Provider> learnt;
        connect(m_client.get(), &ResilientClient::learnt, this,
                [&](const Provider &provider) { learnt += provider; });

        QVERIFY(!ask({refusal, good()}, asked).error);
        QCOMPARE(m_fake.requests()[1].body, R"({"model":"m"})");
        QCOMPARE(learnt.size(), 1);
        QVERIFY(!learnt[0].acceptsStreamOptions);

        QCOMPARE(ask({refusal}, asked).kind(), Kind::Rejected); // once only
        QCOMPARE(m_fake.requests().size(), 2);
    }

    void aProviderThatFailsHandsOverAtOnce()
    {
        const Outcome outcome = ask({bad(Kind::ServerFailed, 500), good()}, withOthers());

        QVERIFY(!outcome.error);
        QCOMPARE(outcome.summary.candidate, 1);
        QCOMPARE(keysUsed(), (QList<QByteArray>{"own-key", "key-of-q"}));
        QCOMPARE(m_fake.requests().last().body, "{\"q\":1}");
        QCOMPARE(outcome.summary.retries.first().provider, u"p"_s);
        QCOMPARE(outcome.summary.retries.first().waitedMs, 0);
    }

    void eachProviderIsAskedOnce()
    {
        const Outcome outcome = ask({bad(Kind::ServerFailed, 500)}, withOthers());

        QCOMPARE(outcome.kind(), Kind::ServerFailed);
        QCOMPARE(m_fake.requests().size(), 3);
    }

    void whatTheRequestIsToBlameForGoesNowhereElse()
    {
        QCOMPARE(ask({bad(Kind::ContextExceeded, 400), good()}, withOthers()).kind(),
                 Kind::ContextExceeded);
        QCOMPARE(m_fake.requests().size(), 1);
    }

    void aProviderThatFailedLatelyIsPassedOver()
    {
        ask({bad(Kind::ServerFailed, 500)}); // five in a row

        const Outcome outcome = ask({good()}, withOthers());

        QCOMPARE(m_fake.requests().first().provider.name, u"q"_s);
        QCOMPARE(outcome.summary.candidate, 1);
        QVERIFY(!outcome.summary.wasLeastBad);
    }

    void whenAllRestTheLeastBadIsAskedAndThatIsSaid()
    {
        ask({bad(Kind::ServerFailed, 500)});

        const Outcome outcome = ask({good()});

        QVERIFY(!outcome.error);
        QVERIFY(outcome.summary.wasLeastBad);
    }

    void aTryWhoseAnswerWasLostIsNotForgotten()
    {
        FakeAnswer lost = bad(Kind::NetworkDown);
        lost.summary.wasSent = true;

        const Outcome outcome = ask({lost, bad(Kind::ServerFailed, 503), good()});

        QCOMPARE(outcome.summary.lost.size(), 1);
        QCOMPARE(outcome.summary.lost.first().requestBody, "{}");
        QVERIFY(outcome.summary.retries.first().wasSent);
    }

    void everyTryIsReported()
    {
        HealthBook book;
        connect(m_client.get(), &ResilientClient::tried, this,
                [&](const HealthSample &sample) { book.add(sample); });

        ask({bad(Kind::ServerFailed, 500), good()});

        QCOMPARE(book.report().size(), 1);
        QCOMPARE(book.report().first().requests, 2);
        QCOMPARE(book.report().first().errorCount(), 1);
    }

    void stoppingWorksAtAnyTime_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addRow("while a try runs") << FakeAnswer{.isSilent = true};
        QTest::addRow("while it waits") << bad(Kind::RateLimited, 429, 60'000);
    }

    void stoppingWorksAtAnyTime()
    {
        QFETCH(FakeAnswer, answer);
        m_fake.setAnswers({answer});
        ChatReply *reply = m_client->send(request(), this);
        QTimer::singleShot(20, reply, &ChatReply::abort);

        const Outcome outcome = outcomeOf(reply);

        QCOMPARE(outcome.kind(), Kind::Cancelled);
        QCOMPARE(outcome.endings, 1);
        QCOMPARE(m_fake.requests().size(), 1);
    }

    void aReplyThatIsDeletedGivesItsKeyBack()
    {
        m_client->setKeys(u"p"_s, {key(u"a"_s)});
        m_fake.setAnswers({FakeAnswer{.isSilent = true}});
        ChatReply *reply = m_client->send(request(), this);
        QTRY_COMPARE(m_fake.requests().size(), 1);
        delete reply;

        QVERIFY(!ask({good()}).error);
    }

    /// The whole way: every third request fails somehow, and every answer arrives.
    void faultsOfTheWireAreOvercome()
    {
        PracticeProvider practice(m_clock,
                                  {.faults = {{Fault::ServerError, 0.15},
                                              {Fault::Unavailable, 0.1},
                                              {Fault::RateLimitNoHeader, 0.05}},
                                   .seed = 5});
        const Result<QUrl> url = practice.start();
        QVERIFY(url);
        OpenAiClient wire(m_clock);
        ResilientClient client(wire, m_clock, quick);
        int retries = 0;
        for (int i = 0; i < 20; ++i) {
            const QByteArray body =
                R"({"model":"practice","stream":true,"messages":[{"role":"user","content":"Hi"}]})";
            const Outcome outcome = outcomeOf(client.send(requestTo(*url, body, {}), this));
            QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->detail) : "");
            retries += int(outcome.summary.retries.size());
        }
        QCOMPARE(practice.chatRequests(), 20 + retries);
        QVERIFY(retries > 3);
    }
};

QTEST_GUILESS_MAIN(TestResilientClient)
#include "tst_resilientclient.moc"
