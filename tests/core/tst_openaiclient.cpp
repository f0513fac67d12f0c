#include "core/base/redact.h"
#include "core/net/openaiclient.h"
#include "tests/support/asking.h"
#include "tests/support/cannedserver.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = Error::Kind;

QByteArray text(const QByteArray &content)
{
    return R"(data: {"choices":[{"index":0,"delta":{"content":")" + content + "\"}}]}\n\n";
}

const QByteArray stop =
    "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
const QByteArray usage =
    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2}}\n\n";
const QByteArray done = "data: [DONE]\n\n";
const QByteArray whole = text("Hello") + text(" there") + stop + usage + done;

/// Runs, and goes on by an hour where it is told to: the machine slept, on systems whose steady
/// clock counts that.
class SleepyClock final : public Clock
{
public:
    QDateTime now() const override { return m_clock.now().addMSecs(m_slept); }
    qint64 monotonicMs() const override { return m_clock.monotonicMs() + m_slept; }
    void sleep() { m_slept += 3'600'000; }

private:
    SystemClock m_clock;
    qint64 m_slept = 0;
};

} // namespace

class TestOpenAiClient : public QObject
{
    Q_OBJECT

private:
    Outcome ask(const CannedServer &server, const NetClocks &clocks = {})
    {
        ChatRequest request = requestTo(server.url());
        if (clocks != NetClocks{})
            request.clocks = clocks;
        return outcomeOf(m_client->send(request, this));
    }

    /// The machine sleeps behind the first piece of the answer.
    Outcome askAndSleep(const CannedServer &server)
    {
        SleepyClock clock;
        OpenAiClient client(clock);
        ChatRequest request = requestTo(server.url());
        request.clocks = {.idleBytes = 150};
        ChatReply *reply = client.send(request, this);
        connect(reply, &ChatReply::textAppended, this,
                [&clock](const QString &piece) { piece == "Hello"_L1 ? clock.sleep() : void(); });
        return outcomeOf(reply);
    }

    SystemClock m_clock;
    std::unique_ptr<OpenAiClient> m_client;

private slots:
    void init() { m_client = std::make_unique<OpenAiClient>(m_clock); }

    void anAnswerArrivesInPiecesAndEndsOnce()
    {
        CannedServer server(CannedAnswer::stream(whole).close());

        const Outcome outcome = ask(server);

        QVERIFY(!outcome.error);
        QCOMPARE(outcome.endings, 1);
        QCOMPARE(outcome.streamed, u"Hello there"_s);
        QCOMPARE(outcome.summary.text, u"Hello there"_s);
        QCOMPARE(outcome.summary.finishReason, u"stop"_s);
        QCOMPARE(outcome.summary.usage->prompt, 7);
        QCOMPARE(outcome.summary.status, 200);
        QCOMPARE(outcome.summary.responseBody, whole);
        QVERIFY(outcome.summary.timing.firstToken >= 0);
        QVERIFY(outcome.summary.timing.total >= outcome.summary.timing.firstToken);
    }

    void theRequestIsWhatTheRulesAskFor()
    {
        CannedServer server(CannedAnswer::stream(whole).close());

        outcomeOf(m_client->send(requestTo(server.url(), R"({"model":"m"})"), this));

        QCOMPARE(server.requests().size(), 1);
        const QByteArray request = server.requests().first();
        QVERIFY(request.startsWith("POST /v1/chat/completions HTTP/1.1\r\n"));
        QVERIFY(request.contains("\r\nAuthorization: Bearer sk-test-0123456789\r\n"));
        QVERIFY(request.contains("\r\nContent-Type: application/json\r\n"));
        QVERIFY(request.contains("\r\nContent-Length: 13\r\n"));
        QVERIFY(request.contains("\r\nAccept-Encoding: identity\r\n"));
        QVERIFY(request.endsWith("\r\n\r\n{\"model\":\"m\"}"));
        QVERIFY(!request.toLower().contains("cookie"));
    }

    void theKeyIsNowhereInTheSummary()
    {
        const QByteArray echo = text("your key is sk-test-0123456789");
        CannedServer server(
            CannedAnswer()
                .send("HTTP/1.1 200 OK\r\nX-Echo: sk-test-0123456789\r\n\r\n" + echo + stop)
                .close());

        const Outcome outcome = ask(server);

        QVERIFY(!outcome.error);
        const ReplySummary &summary = outcome.summary;
        for (const auto &[name, value] : summary.requestHeaders + summary.responseHeaders) {
            QVERIFY(name.toLower() != "authorization");
            QVERIFY(!value.contains("sk-test-0123456789"));
        }
        QVERIFY(!summary.responseBody.contains("sk-test-0123456789"));
    }

    /// A connection that breaks at any byte never looks like a whole answer, unless the finish
    /// reason had come; what had come is kept.
    void anAnswerCutAtAnyByteIsTruncated_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::addRow("by an orderly end") << false;
        QTest::addRow("by a reset") << true;
    }

    void anAnswerCutAtAnyByteIsTruncated()
    {
        QFETCH(bool, reset);
        const QByteArray events = text("Hi ") + text("\xE1\xBA\xA1n") + stop + done;
        const qsizetype complete = events.indexOf(done) - 1; // before stop's blank line
        const QByteArray answer = CannedAnswer::stream(events).steps().first().bytes;
        for (qsizetype cut = 1; cut < answer.size(); ++cut) {
            CannedAnswer part = CannedAnswer().send(answer.first(cut));
            CannedServer server(reset ? part.reset() : part.close());

            const Outcome outcome = ask(server);

            const qsizetype ofEvents = cut - (answer.size() - events.size());
            QCOMPARE(outcome.endings, 1);
            QCOMPARE(server.requests().size(), 1);
            QCOMPARE(!outcome.error, ofEvents > complete);
            QVERIFY(u"Hi ạn"_s.startsWith(outcome.summary.text));
            QCOMPARE(outcome.streamed, outcome.summary.text);
            if (ofEvents >= 0 && outcome.error)
                QCOMPARE(outcome.kind(), Kind::Truncated);
            if (ofEvents >= text("Hi ").size())
                QVERIFY(outcome.summary.text.startsWith("Hi "_L1));
        }
    }

    /// Qt would send the request again, up to three times, and each copy would be billed.
    void aRequestIsSentOnceWhateverHappens_data()
    {
        QTest::addColumn<CannedAnswer>("answer");
        QTest::addRow("the server closes") << CannedAnswer().close();
        QTest::addRow("the server resets") << CannedAnswer().reset();
        QTest::addRow("half a status line") << CannedAnswer().send("HTTP/1.1 20").close();
        QTest::addRow("half a status line, reset") << CannedAnswer().send("HTTP/1.1 20").reset();
        QTest::addRow("late reset") << CannedAnswer().pause(100).reset();
        QTest::addRow("a refusal that asks for a password")
            << CannedAnswer::whole("{}", "application/json", "401 Unauthorized",
                                   "WWW-Authenticate: Basic realm=\"x\"\r\n");
    }

    void aRequestIsSentOnceWhateverHappens()
    {
        QFETCH(CannedAnswer, answer);
        CannedServer server(answer);
        const QByteArray large(300'000, 'x');

        const Outcome outcome = outcomeOf(m_client->send(requestTo(server.url(), large), this));
        QTest::qWait(30); // would a second copy come, it comes at once

        QVERIFY(outcome.error);
        QCOMPARE(server.requests().size(), 1);
    }

    void aReusedConnectionThatBreaksIsNotTriedAgainEither()
    {
        CannedServer server;
        const QByteArray body =
            R"({"choices":[{"message":{"content":"a"},"finish_reason":"stop"}]})";
        server.setAnswers({CannedAnswer::whole(body), CannedAnswer().close()});

        QVERIFY(!ask(server).error);
        const Outcome second = ask(server);

        QCOMPARE(second.kind(), Kind::NetworkDown);
        QCOMPARE(server.connectionCount(), 1);
        QCOMPARE(server.requests().size(), 2);
    }

    void aRedirectIsAnErrorAndTheKeyStaysHere_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *status :
             {"301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"})
            QTest::addRow("%s", status) << QByteArray(status);
    }

    void aRedirectIsAnErrorAndTheKeyStaysHere()
    {
        QFETCH(QByteArray, status);
        CannedServer elsewhere(CannedAnswer::stream(whole).close());
        const QByteArray target = "Location: " + elsewhere.url().toEncoded() + "?secret=1\r\n";
        CannedServer server(CannedAnswer::whole("", "text/plain", status, target));

        const Outcome outcome = ask(server);

        QCOMPARE(outcome.kind(), Kind::BadReply);
        QCOMPARE(outcome.error->status, status.first(3).toInt());
        QVERIFY(outcome.error->detail.contains(elsewhere.url().toString()));
        QVERIFY(!outcome.error->detail.contains("secret"_L1));
        QCOMPARE(elsewhere.connectionCount(), 0);
    }

    /// Only the clock in question is short, so that a slow machine does not let another one
    /// ring first.
    void eachClockEndsARequest_data()
    {
        QTest::addColumn<CannedAnswer>("answer");
        QTest::addColumn<NetClocks>("clocks");
        QTest::addColumn<QString>("detail");
        const CannedAnswer begun = CannedAnswer::stream(text("Hi"));
        const NetClocks firstByte{.firstByte = 150};
        const NetClocks idleBytes{.idleBytes = 150};
        QTest::addRow("silence") << CannedAnswer() << firstByte << u"no answer"_s;
        QTest::addRow("a head that comes byte by byte")
            << CannedAnswer().send("HTTP/1.1 200 OK\r\nX: ").repeat("x", 40, 20) << firstByte
            << u"no answer"_s;
        QTest::addRow("silence after the head")
            << CannedAnswer::stream() << idleBytes << u"the answer stopped coming"_s;
        QTest::addRow("silence after a piece")
            << begun << idleBytes << u"the answer stopped coming"_s;
        QTest::addRow("nothing but pings")
            << CannedAnswer(begun).repeat(": ping\n\n", 40, 20) << NetClocks{.idleUseful = 200}
            << u"nothing but signs of life"_s;
        QTest::addRow("an answer without end")
            << CannedAnswer(begun).repeat(text("x"), 60, 20) << NetClocks{.total = 250}
            << u"the answer took too long"_s;
    }

    void eachClockEndsARequest()
    {
        QFETCH(CannedAnswer, answer);
        QFETCH(NetClocks, clocks);
        QFETCH(QString, detail);
        CannedServer server(answer);

        const Outcome outcome = ask(server, clocks);

        QCOMPARE(outcome.kind(), Kind::TimedOut);
        QCOMPARE(outcome.error->detail, detail);
        QCOMPARE(server.requests().size(), 1);
        QTRY_COMPARE(server.leftCount(), 1);
    }

    /// So much of Qt's doing is relied upon: a head beyond its limits is not kept.
    void aHugeHeadIsNotKept()
    {
        const QByteArray field = "X-Long: " + QByteArray(8'000, 'x') + "\r\n";
        CannedServer server(CannedAnswer()
                                .send("HTTP/1.1 200 OK\r\nConnection: close\r\n"
                                      + field.repeated(40) + "\r\n" + whole)
                                .close());

        const Outcome outcome = ask(server);

        QVERIFY(!outcome.error);
        QCOMPARE(outcome.summary.text, u"Hello there"_s);
        QVERIFY(outcome.summary.responseHeaders.isEmpty());
    }

    void aHeadWithoutEndEndsInAClock()
    {
        const QByteArray field = "X-Long: " + QByteArray(8'000, 'x') + "\r\n";
        CannedServer server(CannedAnswer().send("HTTP/1.1 200 OK\r\n").repeat(field, 40, 20));

        const Outcome outcome = ask(server, {.firstByte = 150});

        QCOMPARE(outcome.kind(), Kind::TimedOut);
        QCOMPARE(outcome.error->detail, u"no answer"_s);
        QVERIFY(outcome.summary.responseHeaders.isEmpty());
        QTRY_COMPARE(server.leftCount(), 1);
    }

    void aServerThatLingersAfterTheFinishReasonIsNotWaitedForLong()
    {
        CannedServer server(CannedAnswer::stream(text("Hi") + stop));

        QVERIFY(!ask(server, {.idleBytes = 150}).error);
    }

    void afterASleepWhatWaitsOutsideIsLetInFirst()
    {
        CannedServer server(CannedAnswer::stream(text("Hello"))
                                .pause(200) // the idle clock rings meanwhile, an hour late
                                .send(text(" there") + stop + usage + done)
                                .close());

        const Outcome outcome = askAndSleep(server);

        QVERIFY(!outcome.error);
        QCOMPARE(outcome.summary.text, u"Hello there"_s);
    }

    void aConnectionThatDidNotSurviveASleepEndsSoon()
    {
        CannedServer server(CannedAnswer::stream(text("Hello")));

        const Outcome outcome = askAndSleep(server);

        QCOMPARE(outcome.kind(), Kind::TimedOut);
        QCOMPARE(outcome.summary.text, u"Hello"_s);
    }

    void aSilentPortEndsInTheConnectClock()
    {
        QTcpServer silent; // never says a word of the TLS handshake
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QUrl url(u"https://127.0.0.1:%1/v1"_s.arg(silent.serverPort()));
        ChatRequest request = requestTo(url);
        request.clocks = {.connect = 150};

        const Outcome outcome = outcomeOf(m_client->send(request, this));

        QCOMPARE(outcome.kind(), Kind::TimedOut);
        QCOMPARE(outcome.error->detail, u"no connection"_s);
    }

    void aClosedPortIsADownNetwork()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QUrl url(u"http://127.0.0.1:%1/v1"_s.arg(server.serverPort()));
        server.close();

        const Outcome outcome = outcomeOf(m_client->send(requestTo(url), this));

        QCOMPARE(outcome.kind(), Kind::NetworkDown);
        QCOMPARE(outcome.error->where, url.toString() + u"/chat/completions"_s);
    }

    void whatIsNoTlsFails()
    {
        CannedServer server;
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, &plain,
                [&] { plain.nextPendingConnection()->write("HTTP/1.1 400 Bad\r\n\r\n"); });
        url.setPort(plain.serverPort());

        QCOMPARE(outcomeOf(m_client->send(requestTo(url), this)).kind(), Kind::TlsFailed);
    }

    /// Its own certificate vouches for it, and nobody else.
    void aServerThatNobodyVouchesForIsToldNothing()
    {
        QTemporaryDir folder;
        const auto in = [&folder](const QString &name) { return folder.filePath(name); };
        QProcess::execute(u"openssl"_s,
                          {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                           u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-subj"_s,
                           u"/CN=127.0.0.1"_s, u"-keyout"_s, in(u"key"_s), u"-out"_s,
                           in(u"crt"_s)});
        QFile key(in(u"key"_s));
        QVERIFY(key.open(QFile::ReadOnly));
        QSslConfiguration configuration;
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(in(u"crt"_s)));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        QSslServer server;
        server.setSslConfiguration(configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray heard;
        connect(&server, &QSslServer::pendingConnectionAvailable, this, [&] {
            while (QTcpSocket *socket = server.nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, socket,
                        [&heard, socket] { heard += socket->readAll(); });
        });

        const Outcome outcome = outcomeOf(m_client->send(
            requestTo(QUrl(u"https://127.0.0.1:%1/v1"_s.arg(server.serverPort()))), this));

        QCOMPARE(outcome.kind(), Kind::TlsFailed);
        QVERIFY(outcome.error->detail.contains("self-signed"_L1));
        QCOMPARE(heard, QByteArray());
    }

    void theSystemsProxyIsAskedForOthersButNotForThisMachine()
    {
        CannedServer proxy(CannedAnswer::whole("", "text/plain", "403 Forbidden"));
        QUrl url = proxy.url();
        url.setPath({});
        const QByteArray before = qgetenv("https_proxy");
        qputenv("https_proxy", url.toEncoded());
        qputenv("http_proxy", url.toEncoded());

        CannedServer here(CannedAnswer::stream(whole).close());
        QVERIFY(!ask(here).error);
        QCOMPARE(proxy.connectionCount(), 0);
        const Outcome outcome =
            outcomeOf(m_client->send(requestTo(QUrl(u"https://api.example.invalid/v1"_s)), this));

        qputenv("https_proxy", before);
        qunsetenv("http_proxy");
        QVERIFY(outcome.error);
        QCOMPARE(proxy.requests().size(), 1);
        QVERIFY(proxy.requests().first().startsWith("CONNECT api.example.invalid:443 "));
        QVERIFY(!proxy.requests().first().contains("sk-test"));
    }

    /// Qt keeps no more than it has room for, whatever is sent.
    void aHeadOfHalfAMegabyteIsNotKept()
    {
        const QByteArray line = "X-Filler: " + QByteArray(1'000, 'x') + "\r\n";
        CannedServer server(CannedAnswer()
                                .send("HTTP/1.1 200 OK\r\n" + line.repeated(500) + "\r\n" + whole)
                                .close());

        const Outcome outcome = ask(server);

        qsizetype kept = 0;
        for (const auto &[name, value] : outcome.summary.responseHeaders)
            kept += name.size() + value.size();
        QVERIFY(kept < 300'000);
        // Of a head that it has not read when the line ends Qt makes no answer at all.
        QVERIFY(outcome.error || outcome.summary.text == "Hello there"_L1);
    }

    void aBadAddressOrKeyIsRefusedBeforeSending_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QByteArray>("key");
        const QUrl good(u"http://127.0.0.1:1/v1"_s);
        QTest::addRow("http beyond this machine")
            << QUrl(u"http://example.com/v1"_s) << QByteArray();
        QTest::addRow("a user in it") << QUrl(u"https://me:pw@example.com/v1"_s) << QByteArray();
        QTest::addRow("no scheme") << QUrl(u"api.example.com/v1"_s) << QByteArray();
        QTest::addRow("a line break in the key") << good << QByteArray("sk-1\r\nX: y");
    }

    void aBadAddressOrKeyIsRefusedBeforeSending()
    {
        QFETCH(QUrl, url);
        QFETCH(QByteArray, key);

        const Outcome outcome = outcomeOf(m_client->send(requestTo(url, "{}", key), this));

        QCOMPARE(outcome.kind(), Kind::BadInput);
        QVERIFY(!outcome.error->where.contains("pw"_L1));
    }

    void endings_data()
    {
        QTest::addColumn<CannedAnswer>("answer");
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::optional<Kind>>("error");
        using Ending = std::optional<Kind>;
        const Ending good;
        const QByteArray hi = text("Hi");
        const QByteArray plain =
            R"({"model":"m","choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":7,"completion_tokens":2}})";
        const QByteArray serverError =
            "data: {\"error\":{\"message\":\"boom\",\"type\":\"server_error\"}}\n\n";

        QTest::addRow("[DONE] and a socket that stays open")
            << CannedAnswer::stream(hi + stop + done) << u"Hi"_s << good;
        QTest::addRow("[DONE] at the end without its blank line")
            << CannedAnswer::stream(hi + stop + "data: [DONE]").close() << u"Hi"_s << good;
        QTest::addRow("a finish reason and no [DONE]")
            << CannedAnswer::stream(hi + stop).close() << u"Hi"_s << good;
        QTest::addRow("a finish reason, then a reset")
            << CannedAnswer::stream(hi + stop).reset() << u"Hi"_s << good;
        QTest::addRow("data after [DONE]")
            << CannedAnswer::stream(hi + stop + done + text("more")) << u"Hi"_s << good;
        QTest::addRow("more text after the finish reason")
            << CannedAnswer::stream(hi + stop + text("!") + done) << u"Hi!"_s << good;
        QTest::addRow("[DONE] without a finish reason")
            << CannedAnswer::stream(hi + done) << u"Hi"_s << Ending(Kind::Truncated);
        QTest::addRow("something that begins like [DONE]")
            << CannedAnswer::stream(hi + stop + "data: [DONE]x\n\n").close() << u"Hi"_s
            << Ending(Kind::BadReply);
        QTest::addRow("nothing at all")
            << CannedAnswer::stream().close() << QString() << Ending(Kind::Truncated);
        QTest::addRow("no content")
            << CannedAnswer().send("HTTP/1.1 204 No Content\r\n\r\n").close() << QString()
            << Ending(Kind::Truncated);
        QTest::addRow("an error in the middle")
            << CannedAnswer::stream(hi + serverError + text("more")) << u"Hi"_s
            << Ending(Kind::ServerFailed);
        QTest::addRow("an error as the first event")
            << CannedAnswer::stream(serverError) << QString() << Ending(Kind::ServerFailed);
        QTest::addRow("vLLM's error") << CannedAnswer::stream(
            hi + "data: {\"object\":\"error\",\"message\":\"boom\",\"code\":400}\n\n")
                                      << u"Hi"_s << Ending(Kind::Rejected);
        QTest::addRow("an event called error")
            << CannedAnswer::stream(hi + "event: error\ndata: Overloaded\n\n") << u"Hi"_s
            << Ending(Kind::ServerFailed);
        QTest::addRow("a finish reason of error")
            << CannedAnswer::stream(hi + "data: {\"choices\":[{\"finish_reason\":\"error\"}]}\n\n")
            << u"Hi"_s << Ending(Kind::ServerFailed);
        QTest::addRow("garbage in the middle")
            << CannedAnswer::stream(hi + "data: {\"cho\n\n" + stop) << u"Hi"_s
            << Ending(Kind::BadReply);
        QTest::addRow("200 with an error")
            << CannedAnswer::whole(R"({"error":{"message":"no","code":"insufficient_quota"}})")
            << QString() << Ending(Kind::QuotaExhausted);
        QTest::addRow("200 with an error, called a stream")
            << CannedAnswer::whole(R"({"error":{"message":"no","code":"insufficient_quota"}})",
                                   "text/event-stream")
            << QString() << Ending(Kind::QuotaExhausted);
        QTest::addRow("a web page")
            << CannedAnswer::whole("<html><title>Welcome</title></html>", "text/html") << QString()
            << Ending(Kind::BadReply);
        QTest::addRow("a whole answer") << CannedAnswer::whole(plain) << u"Hi"_s << good;
        QTest::addRow("a whole answer after blank lines")
            << CannedAnswer::whole("\n\n\r\n  " + plain) << u"Hi"_s << good;
        QTest::addRow("a whole answer cut short")
            << CannedAnswer().send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + plain).close()
            << QString() << Ending(Kind::Truncated);
        QTest::addRow("JSON that is no answer")
            << CannedAnswer::whole("{\"ok\":true}") << QString() << Ending(Kind::BadReply);
        QTest::addRow("a packed answer, though none was asked for")
            << CannedAnswer::whole("\x1f\x8b garbage", "text/event-stream", "200 OK",
                                   "Content-Encoding: gzip\r\n")
            << QString() << Ending(Kind::BadReply);
    }

    void endings()
    {
        QFETCH(CannedAnswer, answer);
        QFETCH(QString, text);
        QFETCH(std::optional<Kind>, error);
        CannedServer server(answer);

        const Outcome outcome = ask(server);

        QCOMPARE(outcome.endings, 1);
        if (!error)
            QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->detail) : "");
        else
            QCOMPARE(outcome.kind(), *error);
        QCOMPARE(outcome.summary.text, text);
        QCOMPARE(outcome.streamed, text);
    }

    void aRefusalIsTyped()
    {
        CannedServer server(
            CannedAnswer::whole(R"({"error":{"message":"slow down","code":"rate_limit_exceeded"}})",
                                "application/json", "429 Too Many Requests", "Retry-After: 7\r\n"));

        const Outcome outcome = ask(server);

        QCOMPARE(outcome.kind(), Kind::RateLimited);
        QCOMPARE(outcome.error->status, 429);
        QCOMPARE(outcome.error->retryAfterMs, 7'000);
        QVERIFY(outcome.summary.responseBody.contains("slow down"));
    }

    void aRefusalWithoutEndIsReadUpToACap()
    {
        const QByteArray page = "<html><title>Bad gateway</title>" + QByteArray(3'000'000, 'x');
        CannedServer server(CannedAnswer().send("HTTP/1.1 502 Bad Gateway\r\n\r\n" + page));

        const Outcome outcome = ask(server);

        QCOMPARE(outcome.kind(), Kind::ServerFailed);
        QCOMPARE(outcome.error->detail, u"a web page: Bad gateway"_s);
    }

    void abortingEndsInCancelledAndClosesTheConnection()
    {
        CannedServer server(CannedAnswer::stream(text("Hi")));
        ChatReply *reply = m_client->send(requestTo(server.url()), this);
        connect(reply, &ChatReply::textAppended, reply, &ChatReply::abort);

        const Outcome outcome = outcomeOf(reply);

        QCOMPARE(outcome.kind(), Kind::Cancelled);
        QCOMPARE(outcome.summary.text, u"Hi"_s);
        QTRY_COMPARE(server.leftCount(), 1);
    }

    void aReplyMayBeDeletedInItsOwnSignal()
    {
        CannedServer server(CannedAnswer::stream(whole + whole));
        ChatReply *reply = m_client->send(requestTo(server.url()), this);
        int pieces = 0;
        connect(reply, &ChatReply::textAppended, this, [&] {
            ++pieces;
            delete reply;
        });

        QTRY_COMPARE(server.leftCount(), 1);
        QCOMPARE(pieces, 1);
    }

    void aReplyOutlivesItsClient()
    {
        CannedServer server(CannedAnswer::stream(text("Hi")).pause(50).send(stop + done));
        ChatReply *reply = m_client->send(requestTo(server.url()), this);
        m_client.reset();

        QCOMPARE(outcomeOf(reply).streamed, u"Hi"_s);
    }

    void answersRunSideBySide()
    {
        constexpr int many = 30;
        CannedServer server(CannedAnswer::stream(text("Hi")));
        QObject owner;
        for (int i = 0; i < many; ++i)
            m_client->send(requestTo(server.url()), &owner);

        QTRY_COMPARE(server.requests().size(), many); // six with one manager of Qt's
    }

    void oneBrokenAnswerBreaksNoOther()
    {
        CannedServer server;
        server.setAnswers({CannedAnswer().pause(50).reset(), CannedAnswer::stream(whole).close()});
        int finished = 0;
        int failed = 0;
        for (int i = 0; i < 12; ++i) {
            ChatReply *reply = m_client->send(requestTo(server.url()), this);
            connect(reply, &ChatReply::finished, this, [&] { ++finished; });
            connect(reply, &ChatReply::failed, this, [&] { ++failed; });
        }
        QTRY_COMPARE(finished + failed, 12);
        QCOMPARE(failed, 1);
    }

    void aConnectionIsUsedAgain()
    {
        const QByteArray chunk =
            QByteArray::number(whole.size(), 16) + "\r\n" + whole + "\r\n0\r\n\r\n";
        CannedServer server(
            CannedAnswer().send("HTTP/1.1 200 OK\r\nContent-Type: "
                                "text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + chunk));

        for (int i = 0; i < 3; ++i) {
            QVERIFY(!ask(server).error);
            QTest::qWait(200); // the rest of the last answer is read meanwhile
        }

        QCOMPARE(server.requests().size(), 3);
        QCOMPARE(server.connectionCount(), 1);
    }

    void modelsAreListed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("OpenAI") << QByteArray(R"({"data":[{"id":"a"},{"id":"b"}]})");
        QTest::addRow("a bare list") << QByteArray(R"([{"id":"a"},{"name":"b"}])");
        QTest::addRow("names") << QByteArray(R"({"models":[{"name":"a"},"b"]})");
    }

    void modelsAreListed()
    {
        QFETCH(QByteArray, body);
        CannedServer server(CannedAnswer::whole(body));

        const auto future = m_client->models({.baseUrl = server.url()}, "sk-test-0123456789");
        QTRY_VERIFY(future.isFinished());

        QVERIFY(future.result());
        QCOMPARE(*future.result(), (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(server.requests().first().startsWith("GET /v1/models HTTP/1.1\r\n"));
    }

    void modelsOfAProviderThatRefusesAreATypedError()
    {
        CannedServer server(CannedAnswer::whole("{}", "application/json", "401 Unauthorized"));

        const auto future = m_client->models({.baseUrl = server.url()}, {});
        QTRY_VERIFY(future.isFinished());

        QCOMPARE(future.result().error().kind, Kind::Unauthorized);
    }

    void modelsAreCancelledWithTheClient()
    {
        CannedServer server;
        const auto future = m_client->models({.baseUrl = server.url()}, {});
        QTRY_COMPARE(server.requests().size(), 1);

        m_client.reset();

        QVERIFY(future.isCanceled());
        QTRY_COMPARE(server.leftCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestOpenAiClient)
#include "tst_openaiclient.moc"
