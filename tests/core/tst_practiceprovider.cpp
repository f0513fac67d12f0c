#include "core/net/openaiclient.h"
#include "core/practice/practiceprovider.h"
#include "core/tokens/tokencounter.h"
#include "tests/support/asking.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;
using Kind = Error::Kind;

namespace {

QJsonObject said(const QString &role, const QString &content)
{
    return {{u"role"_s, role}, {u"content"_s, content}};
}

QJsonArray orderTalk()
{
    return {said(u"system"_s, u"You help the customers of a shop."_s),
            said(u"user"_s, u"My order number is 4471."_s),
            said(u"assistant"_s, u"Thank you, I see it."_s),
            said(u"user"_s, u"What is my order number?"_s)};
}

const QString answerToOrderTalk = u"From what I was sent: “My order number is 4471.”"_s;

QByteArray bodyOf(const QJsonArray &messages, const QJsonObject &more = {})
{
    QJsonObject root{{u"model"_s, u"practice"_s},
                     {u"messages"_s, messages},
                     {u"stream"_s, true},
                     {u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}}}};
    for (auto field = more.begin(); field != more.end(); ++field)
        root.insert(field.key(), field.value());
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

const QJsonObject plain{{u"stream"_s, false}};

} // namespace

class TestPracticeProvider : public QObject
{
    Q_OBJECT

private:
    void serve(const PracticeOptions &options = {})
    {
        m_practice = std::make_unique<PracticeProvider>(m_clock, options);
        const Result<QUrl> url = m_practice->start();
        QVERIFY(url);
        m_url = *url;
    }

    Outcome ask(const QByteArray &body, const NetClocks &clocks = {})
    {
        ChatRequest request = requestTo(m_url, body, {});
        request.clocks = clocks;
        return outcomeOf(m_client.send(request, this));
    }

    /// What the server says to these bytes, until it ends the connection or `enough` came.
    QByteArray exchange(const QByteArray &bytes, const QByteArray &enough)
    {
        QTcpSocket socket;
        socket.connectToHost(m_url.host(), quint16(m_url.port()));
        socket.write(bytes);
        QByteArray answer;
        [&] {
            QTRY_VERIFY((answer += socket.readAll()).contains(enough)
                        || socket.state() == QAbstractSocket::UnconnectedState);
        }();
        return answer;
    }

    SystemClock m_clock;
    OpenAiClient m_client{m_clock};
    std::unique_ptr<PracticeProvider> m_practice;
    QUrl m_url;

private slots:
    void aQuestionIsAnsweredWithWhatWasSent_data()
    {
        QTest::addColumn<QJsonObject>("more");
        QTest::addRow("streamed") << QJsonObject();
        QTest::addRow("whole") << plain;
    }

    void aQuestionIsAnsweredWithWhatWasSent()
    {
        QFETCH(QJsonObject, more);
        serve();

        const Outcome outcome = ask(bodyOf(orderTalk(), more));

        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->detail) : "");
        QCOMPARE(outcome.summary.text, answerToOrderTalk);
        QCOMPARE(outcome.streamed, outcome.summary.text);
        QCOMPARE(outcome.summary.finishReason, u"stop"_s);
        QCOMPARE(outcome.summary.model, u"practice"_s);
    }

    void tokensAreCountedExactly()
    {
        serve();
        const TokenCounter counter(modelTokens(u"practice"));
        int prompt = TokenCounter::requestOverhead;
        for (const QJsonValue &each : orderTalk())
            prompt += counter.message({.role = *roleFromName(each["role"_L1].toString()),
                                       .content = each["content"_L1].toString()});

        const std::optional<Usage> usage = ask(bodyOf(orderTalk())).summary.usage;

        QVERIFY(usage);
        QCOMPARE(usage->prompt, prompt);
        QCOMPARE(usage->completion, counter.text(answerToOrderTalk));
        QCOMPARE(usage->cachedRead, 0);
        QCOMPARE(usage->basis, Usage::Basis::Provider);
    }

    void usageIsOnlyReportedWhereAskedFor()
    {
        serve();
        QVERIFY(!ask(bodyOf(orderTalk(), {{u"stream_options"_s, QJsonValue()}})).summary.usage);
        QVERIFY(ask(bodyOf(orderTalk(), plain)).summary.usage);
    }

    void aRepeatedBeginningIsCached()
    {
        serve();
        QJsonArray messages = orderTalk();
        messages[0] = said(u"system"_s, QString(u"One two three four. "_s).repeated(400));
        ask(bodyOf(messages));
        messages.append(said(u"user"_s, u"And now?"_s));

        const Outcome second = ask(bodyOf(messages));

        const qint64 cached = second.summary.usage->cachedRead;
        QVERIFY(cached >= 1024);
        QCOMPARE(cached % 128, 0);
        QVERIFY(cached <= second.summary.usage->prompt);
    }

    void aReplyIsCutAtItsLimit()
    {
        serve();

        const Outcome outcome = ask(bodyOf(orderTalk(), {{u"max_tokens"_s, 4}}));

        QVERIFY(!outcome.error);
        QCOMPARE(outcome.summary.finishReason, u"length"_s);
        QCOMPARE(outcome.summary.usage->completion, 4);
        QVERIFY(answerToOrderTalk.startsWith(outcome.summary.text));
        QVERIFY(outcome.summary.text.size() < answerToOrderTalk.size());
    }

    void whatIsOverTheWindowIsRefusedWithBothNumbers()
    {
        serve();
        QJsonArray messages = orderTalk();
        messages[0] = said(u"system"_s, QString(u"word "_s).repeated(9'000));

        const Outcome outcome = ask(bodyOf(messages, {{u"model"_s, u"practice-small"_s}}));

        QCOMPARE(outcome.kind(), Kind::ContextExceeded);
        QCOMPARE(outcome.error->limit, 8'192);
        QVERIFY(outcome.error->asked > 9'000);
        QVERIFY(!ask(bodyOf(messages)).error);
    }

    void theReplyCountsTowardsTheWindow()
    {
        serve();

        const Outcome outcome =
            ask(bodyOf(orderTalk(), {{u"model"_s, u"practice-small"_s}, {u"max_tokens"_s, 8'190}}));

        QCOMPARE(outcome.kind(), Kind::ContextExceeded);
        QVERIFY(outcome.error->asked > 8'192);
    }

    void faultsAreSeenOnTheWire_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QJsonObject>("more");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("keepsText");
        const auto row = [](Fault fault, Kind kind, Kind whole, bool keepsText) {
            QTest::addRow("%s", qPrintable(faultName(fault)))
                << fault << QJsonObject() << kind << keepsText;
            QTest::addRow("%s, whole", qPrintable(faultName(fault)))
                << fault << plain << whole << false;
        };
        row(Fault::RateLimit, Kind::RateLimited, Kind::RateLimited, false);
        row(Fault::RateLimitNoHeader, Kind::RateLimited, Kind::RateLimited, false);
        row(Fault::ServerError, Kind::ServerFailed, Kind::ServerFailed, false);
        row(Fault::Unavailable, Kind::ServerFailed, Kind::ServerFailed, false);
        row(Fault::Quota, Kind::QuotaExhausted, Kind::QuotaExhausted, false);
        row(Fault::Unauthorized, Kind::Unauthorized, Kind::Unauthorized, false);
        row(Fault::ContextOverflow, Kind::ContextExceeded, Kind::ContextExceeded, false);
        row(Fault::SlowStart, Kind::TimedOut, Kind::TimedOut, false);
        row(Fault::Stall, Kind::TimedOut, Kind::TimedOut, true);
        row(Fault::Cut, Kind::Truncated, Kind::Truncated, true);
        row(Fault::Garbage, Kind::BadReply, Kind::BadReply, true);
        row(Fault::Html, Kind::BadReply, Kind::BadReply, false);
        row(Fault::ErrorMidStream, Kind::ServerFailed, Kind::ServerFailed, true);
    }

    void faultsAreSeenOnTheWire()
    {
        QFETCH(Fault, fault);
        QFETCH(QJsonObject, more);
        QFETCH(Kind, kind);
        QFETCH(bool, keepsText);
        serve({.faults = {{fault, 1}}});
        NetClocks clocks;
        if (fault == Fault::SlowStart)
            clocks.firstByte = 100;
        if (fault == Fault::Stall)
            clocks.idleBytes = 100;

        const Outcome outcome = ask(bodyOf(orderTalk(), more), clocks);

        QVERIFY(outcome.error);
        QCOMPARE(outcome.kind(), kind);
        QCOMPARE(!outcome.summary.text.isEmpty(), keepsText);
        QVERIFY(answerToOrderTalk.startsWith(outcome.summary.text));
        QCOMPARE(m_practice->chatRequests(), 1);
        if (fault == Fault::RateLimit)
            QCOMPARE(outcome.error->retryAfterMs, 1'000);
        if (fault == Fault::RateLimitNoHeader)
            QCOMPARE(outcome.error->retryAfterMs, -1);
        if (fault == Fault::ContextOverflow)
            QCOMPARE(outcome.error->asked, outcome.error->limit + 1);
    }

    void usageReportedTwiceIsCountedOnce()
    {
        serve();
        const Outcome once = ask(bodyOf(orderTalk()));
        serve({.faults = {{Fault::DoubleUsage, 1}}});

        const Outcome twice = ask(bodyOf(orderTalk()));

        QVERIFY(!twice.error);
        QVERIFY(twice.summary.responseBody.count("\"total_tokens\"") > 1);
        QCOMPARE(twice.summary.usage, once.summary.usage);
    }

    void latencyAndSpeedAreKept()
    {
        serve({.latencyMs = 60, .tokensPerSecond = 200});

        const Outcome outcome = ask(bodyOf(orderTalk()));

        QVERIFY(!outcome.error);
        const Timing &timing = outcome.summary.timing;
        QVERIFY(timing.connected >= 60);
        const qint64 tokens = outcome.summary.usage->completion;
        QVERIFY(timing.total - timing.connected >= tokens * 1000 / 200 - 20);
    }

    void modelsAreListed()
    {
        serve();

        const auto future = m_client.models({.baseUrl = m_url}, {});
        QTRY_VERIFY(future.isFinished());

        QVERIFY(future.result());
        QCOMPARE(*future.result(),
                 (QStringList{u"practice-small"_s, u"practice"_s, u"practice-large"_s,
                              u"practice-embedding"_s}));
    }

    void whatCannotBeUnderstoodIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");
        QTest::addRow("no JSON") << QByteArray("{") << Kind::Rejected;
        QTest::addRow("no messages") << bodyOf({}) << Kind::Rejected;
        QTest::addRow("an unknown role") << bodyOf({said(u"robot"_s, u"x"_s)}) << Kind::Rejected;
        QTest::addRow("no model") << bodyOf(orderTalk(), {{u"model"_s, QJsonValue()}})
                                  << Kind::Rejected;
        QTest::addRow("an unknown model")
            << bodyOf(orderTalk(), {{u"model"_s, u"gpt-9"_s}}) << Kind::NotFound;
        QTest::addRow("the embedding model")
            << bodyOf(orderTalk(), {{u"model"_s, u"practice-embedding"_s}}) << Kind::NotFound;
    }

    void whatCannotBeUnderstoodIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(Kind, kind);
        serve();

        QCOMPARE(ask(body).kind(), kind);
    }

    void strangersAreAnsweredPolitely_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char *name, const QByteArray &request, const char *answer) {
            QTest::addRow("%s", name) << request << QByteArray(answer);
        };
        row("garbage", "hello\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n");
        row("another path", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 404 Not Found\r\n");
        row("another method", "GET /v1/chat/completions HTTP/1.1\r\n\r\n",
            "HTTP/1.1 405 Method Not Allowed\r\n");
        row("one model", "GET /v1/models/practice HTTP/1.1\r\n\r\n", "\"context_window\":128000");
        row("a model that is not there", "GET /v1/models/x HTTP/1.1\r\n\r\n",
            "HTTP/1.1 404 Not Found\r\n");
        row("a body that waits to be asked for",
            "POST /v1/embeddings HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\n");
        row("embeddings of another model",
            "POST /v1/embeddings HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}", "model_not_found");
    }

    void strangersAreAnsweredPolitely()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, answer);
        serve();

        QVERIFY2(exchange(request, answer).contains(answer), answer.constData());
    }

    void aTakenPortIsAnError()
    {
        serve();
        PracticeProvider second(m_clock, {.port = quint16(m_url.port())});

        const Result<QUrl> url = second.start();

        QVERIFY(!url);
        QVERIFY(url.error().where.contains(QString::number(m_url.port())));
    }

    void aClientThatLeavesInTheMiddleHurtsNobody()
    {
        serve({.tokensPerSecond = 50});
        ChatReply *reply = m_client.send(requestTo(m_url, bodyOf(orderTalk()), {}), this);
        connect(reply, &ChatReply::textAppended, reply, [reply] { delete reply; });
        QPointer<ChatReply> alive(reply);
        QTRY_VERIFY(!alive);

        m_practice.reset(); // while its stream still runs
        serve();
        QVERIFY(!ask(bodyOf(orderTalk())).error);
    }
};

QTEST_GUILESS_MAIN(TestPracticeProvider)
#include "tst_practiceprovider.moc"
