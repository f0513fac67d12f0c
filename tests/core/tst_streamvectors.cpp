#include "core/base/redact.h"
#include "core/net/openaiclient.h"
#include "tests/support/asking.h"
#include "tests/support/cannedserver.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = Error::Kind;

/// What becomes of a stream; nothing in `error` is a whole answer.
struct Ending
{
    QString text;
    std::optional<Kind> error = {};
    QString reasoning = {};
    QList<ToolCall> calls = {};
    std::optional<qint64> completion = 2; ///< tokens reported; nothing: no usage
    QString finish = QStringLiteral("stop");
};

QByteArray chunk(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

QByteArray delta(const QByteArray &inner)
{
    return chunk(R"({"choices":[{"index":0,"delta":{)" + inner + "}}]}");
}

QByteArray text(const QByteArray &content)
{
    return delta("\"content\":\"" + content + "\"");
}

QByteArray finished(const QByteArray &reason)
{
    return chunk(R"({"choices":[{"index":0,"delta":{},"finish_reason":")" + reason + "\"}]}");
}

QByteArray tool(const QByteArray &call)
{
    return delta("\"tool_calls\":[" + call + ']');
}

QByteArray used(const QByteArray &completion, const QByteArray &choices = "[]")
{
    return chunk(R"({"choices":)" + choices + R"(,"usage":{"prompt_tokens":7,"completion_tokens":)"
                 + completion + "}}");
}

const QByteArray stop = finished("stop");
const QByteArray usage = used("2");
const QByteArray done = "data: [DONE]\n\n";
const QByteArray end = stop + usage + done;
const QByteArray hi = text("Hi");
const QByteArray boom = chunk(R"({"error":{"message":"boom","type":"server_error"}})");

CannedAnswer stream(const QByteArray &events)
{
    return CannedAnswer::stream(events).close();
}

Ending broken(Kind kind, const QString &kept = QStringLiteral("Hi"))
{
    return {.text = kept, .error = kind, .completion = {}, .finish = {}};
}

} // namespace

/// The vectors by which chat-completions streams are read: the table of the vendors' own
/// decoders and the lists of framing and of meaning, a row each, over a socket.
class TestStreamVectors : public QObject
{
    Q_OBJECT

private:
    Outcome ask(const CannedAnswer &answer)
    {
        CannedServer server(answer);
        ChatRequest request = requestTo(server.url());
        // Only what stands still is to run into a clock, and that soon.
        request.clocks = {.firstByte = 300, .idleBytes = 300, .idleUseful = 300, .total = 5'000};
        return outcomeOf(m_client->send(request, this));
    }

    static void columns()
    {
        QTest::addColumn<CannedAnswer>("answer");
        QTest::addColumn<Ending>("ending");
    }
    static void row(const char *name, const QByteArray &events, const Ending &ending)
    {
        QTest::addRow("%s", name) << stream(events) << ending;
    }
    static void row(const char *name, const CannedAnswer &answer, const Ending &ending)
    {
        QTest::addRow("%s", name) << answer << ending;
    }

    void compare()
    {
        QFETCH(CannedAnswer, answer);
        QFETCH(Ending, ending);

        const Outcome outcome = ask(answer);

        QCOMPARE(outcome.endings, 1);
        if (!ending.error)
            QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->detail) : "");
        else
            QCOMPARE(outcome.kind(), *ending.error);
        QCOMPARE(outcome.summary.text, ending.text);
        QCOMPARE(outcome.streamed, ending.text);
        QCOMPARE(outcome.summary.reasoning, ending.reasoning);
        QCOMPARE(outcome.summary.toolCalls, ending.calls);
        QCOMPARE(outcome.summary.finishReason, ending.finish);
        QCOMPARE(outcome.summary.usage.has_value(), ending.completion.has_value());
        if (ending.completion)
            QCOMPARE(outcome.summary.usage->completion, *ending.completion);
    }

    SystemClock m_clock;
    std::unique_ptr<OpenAiClient> m_client;

private slots:
    void init() { m_client = std::make_unique<OpenAiClient>(m_clock); }
    void cleanup() { forgetSecrets(); }

    /// Where the vendors' decoders crash or lie, and where they do not.
    void decoders_data()
    {
        columns();
        row("a byte-order mark before the first data", "\xEF\xBB\xBF" + hi + end, {u"Hi"_s});
        row("event: ping without data", "event: ping\n\n" + hi + end, {u"Hi"_s});
        row("retry: 3000 alone", "retry: 3000\n\n" + hi + end, {u"Hi"_s});
        row("id: 7, then a keep-alive", "id: 7\n" + hi + ": keep-alive\n\n" + end, {u"Hi"_s});
        row("OpenRouter's comment", ": OPENROUTER PROCESSING\n\n" + hi + end, {u"Hi"_s});
        row("CR alone", QByteArray(hi + end).replace('\n', '\r'), {u"Hi"_s});
        row("CRLF", QByteArray(hi + end).replace("\n", "\r\n"), {u"Hi"_s});
        row("CRLF split between two packets",
            CannedAnswer::stream(hi.chopped(1) + "\r").pause(20).send("\n" + end).close(),
            {u"Hi"_s});
        row("line ends of all kinds", QByteArray(hi).replace("\n\n", "\r\n\r") + end, {u"Hi"_s});
        row("U+2028 and U+0085 in the data",
            text("a\xE2\x80\xA8"
                 "b\xC2\x85"
                 "c")
                + end,
            {u"a\u2028b\u0085c"_s});
        row("an emoji split between two packets",
            CannedAnswer::stream("data: {\"choices\":[{\"delta\":{\"content\":\"\xF0\x9F")
                .pause(20)
                .send("\x98\x80\"}}]}\n\n" + end)
                .close(),
            {u"\U0001F600"_s});
        row("a byte that is not UTF-8",
            text("a\xFF"
                 "b")
                + end,
            {u"a\uFFFDb"_s});
        row("data:[DONE] without a space", hi + stop + usage + "data:[DONE]\n\n", {u"Hi"_s});
        row("data: [DONE]xyz", hi + stop + "data: [DONE]xyz\n\n",
            {.text = u"Hi"_s, .error = Kind::BadReply, .completion = {}});
        row("[DONE] at the end without its blank line", hi + stop + usage + "data: [DONE]",
            {u"Hi"_s});
        row("an end without [DONE]", hi, broken(Kind::Truncated));
        row("half a JSON, then the end", hi + "data: {\"choices\":[{\"delta\":{\"cont",
            broken(Kind::Truncated));
        row("200 with a JSON error",
            CannedAnswer::whole(R"({"error":{"message":"no","code":"insufficient_quota"}})"),
            broken(Kind::QuotaExhausted, {}));
        row("an error in the middle", hi + boom + text("more") + end, broken(Kind::ServerFailed));
        row("vLLM's error in the middle",
            hi + chunk(R"({"object":"error","message":"boom","code":500})"),
            broken(Kind::ServerFailed));
        row("\"error\": null in a good chunk",
            chunk(R"({"error":null,"choices":[{"delta":{"content":"Hi"}}]})") + end, {u"Hi"_s});
    }
    void decoders() { compare(); }

    /// What else the framing has to bear (every split point: tst_ssereader).
    void framing_data()
    {
        columns();
        row("blank data lines inside JSON of several lines",
            "data: {\"choices\":\ndata:\ndata: [{\"delta\":\ndata: {\"content\":\"Hi\"}}]}\n\n"
                + end,
            {u"Hi"_s});
        row("escaped line ends inside JSON", text("a\\n\\nb") + end, {u"a\n\nb"_s});
        row("Cyrillic byte by byte",
            [] {
                CannedAnswer slow = CannedAnswer::stream();
                for (const char byte : text("\xD0\xBF\xD1\x80"))
                    slow.pause(1).send(QByteArray(1, byte));
                return slow.send(end).close();
            }(),
            {u"\u043F\u0440"_s});
        row("a mark split in three",
            CannedAnswer::stream("\xEF")
                .pause(10)
                .send("\xBB")
                .pause(10)
                .send("\xBF" + hi + end)
                .close(),
            {u"Hi"_s});
        row("a field without a colon", "whatever\n" + hi + end, {u"Hi"_s});
        row("two spaces behind data:",
            "data:  {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n" + end, {u"Hi"_s});
        row("a storm of comments", QByteArray(": ping\n\n").repeated(100'000) + hi + end,
            {u"Hi"_s});
        row("an event of 20 MB",
            chunk(R"({"pad":")" + QByteArray(20'000'000, 'x')
                  + R"(","choices":[{"delta":{"content":"Hi"}}]})")
                + end,
            {u"Hi"_s});
        row("a tail without its blank line", hi + "data: {\"choices\":[{\"delta\":{}}]}",
            broken(Kind::Truncated));
    }
    void framing() { compare(); }

    void meaning_data()
    {
        columns();
        row("[DONE] inside the text", text("data: [DONE]\\n\\n") + hi + end,
            {u"data: [DONE]\n\nHi"_s});
        row("a text like [DONE]", hi + stop + "data: \"[DONE]\"\n\n",
            {.text = u"Hi"_s, .error = Kind::BadReply, .completion = {}});
        row("[DONE] over two lines", hi + stop + "data: [DO\ndata: NE]\n\n",
            {.text = u"Hi"_s, .error = Kind::BadReply, .completion = {}});
        row("data after [DONE]", hi + end + text("more") + boom, {u"Hi"_s});
        row("[DONE], and the socket stays open", CannedAnswer::stream(hi + end), {u"Hi"_s});
        row("[DONE], then a reset", CannedAnswer::stream(hi + end).pause(20).reset(), {u"Hi"_s});
        row("a named error", hi + "event: error\ndata: {\"error\":{\"code\":429}}\n\n",
            broken(Kind::RateLimited));
        row("an error after twenty good chunks", text("x").repeated(20) + boom,
            broken(Kind::ServerFailed, QString(20, u'x')));
        row("an error as the first chunk", boom, broken(Kind::ServerFailed, {}));
        row("Azure: no choices first",
            chunk(R"({"choices":[],"id":"","model":"","prompt_filter_results":[{}]})") + hi + end,
            {u"Hi"_s});
        row("Azure: annotations first",
            chunk(R"({"choices":[],"prompt_annotations":[{"prompt_index":0}]})") + hi + end,
            {u"Hi"_s});
        row("Azure: a choice without a delta after the end",
            hi + stop
                + chunk(
                    R"({"choices":[{"index":0,"finish_reason":null,"content_filter_offsets":{}}]})")
                + usage + done,
            {u"Hi"_s});
        row("usage with a choice", hi + stop + used("9", R"([{"index":0,"delta":{}}])") + done,
            {.text = u"Hi"_s, .completion = 9});
        row("usage in every chunk", used("1") + hi + used("2") + stop + used("3") + done,
            {.text = u"Hi"_s, .completion = 3});
        row("usage of null last",
            hi + stop + used("2") + chunk(R"({"choices":[],"usage":null})") + done, {u"Hi"_s});
        row("usage with the finish reason",
            hi
                + chunk(
                    R"({"choices":[{"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":7,"completion_tokens":4}})")
                + done,
            {.text = u"Hi"_s, .completion = 4});
        row("no usage", hi + stop + done, {.text = u"Hi"_s, .completion = {}});
        row("a usage of zero is not none", hi + stop + used("0") + done,
            {.text = u"Hi"_s, .completion = 0});
        row("a finish reason of null at the end",
            hi + chunk(R"({"choices":[{"delta":{},"finish_reason":null}]})") + done,
            broken(Kind::Truncated));
        row("an unknown finish reason",
            hi + finished("insufficient_system_resource") + usage + done,
            {.text = u"Hi"_s, .finish = u"insufficient_system_resource"_s});
        row("more text after the finish reason", hi + stop + text("!") + usage + done, {u"Hi!"_s});
        row("a role alone, then a line end", delta(R"("role":"assistant")") + text("\\nHi") + end,
            {u"\nHi"_s});
        row("other choices in between, out of order",
            chunk(R"({"choices":[{"index":1,"delta":{"content":"B"}}]})") + text("H")
                + chunk(
                    R"({"choices":[{"index":1,"delta":{"content":"b"}},{"index":0,"delta":{"content":"i"}}]})")
                + chunk(R"({"choices":[{"index":1,"delta":{},"finish_reason":"length"}]})") + end,
            {u"Hi"_s});
        row("reasoning, then content",
            delta(R"("reasoning_content":"Hm")") + delta(R"("reasoning":"m")") + hi + end,
            {.text = u"Hi"_s, .reasoning = u"Hmm"_s});
        row("a refusal", delta(R"("refusal":"I will not.")") + end, {u"I will not."_s});
        row("content filtered half-way", hi + finished("content_filter") + usage + done,
            {.text = u"Hi"_s, .finish = u"content_filter"_s});
    }
    void meaning() { compare(); }

    /// The one rule that bears all servers: see AnswerBuilder::callFor().
    void toolCalls_data()
    {
        columns();
        const QByteArray called = finished("tool_calls") + usage + done;
        const auto calls = [](const QList<ToolCall> &list) {
            return Ending{.text = {}, .calls = list, .finish = u"tool_calls"_s};
        };
        const QList<ToolCall> two{{u"a"_s, u"f"_s, u"[1]"_s}, {u"b"_s, u"g"_s, u"[2]"_s}};
        row("index 0 for each, Ollama",
            tool(R"({"index":0,"id":"a","function":{"name":"f","arguments":"[1]"}})")
                + tool(R"({"index":0,"id":"b","function":{"name":"g","arguments":"[2]"}})")
                + called,
            calls(two));
        row("no index, Gemini and Mistral",
            tool(R"({"id":"a","function":{"name":"f","arguments":"[1]"}})")
                + tool(R"({"id":"b","function":{"name":"g","arguments":"[2]"}})") + called,
            calls(two));
        row("an id on the first piece only",
            tool(R"({"index":0,"id":"a","function":{"name":"f","arguments":"["}})")
                + tool(R"({"index":0,"function":{"arguments":"1]"}})")
                + tool(R"({"index":1,"id":"b","function":{"name":"g","arguments":"["}})")
                + tool(R"({"index":1,"function":{"arguments":"2]"}})") + called,
            calls(two));
        row("neither index nor id on later pieces",
            tool(R"({"id":"a","function":{"name":"f","arguments":"["}})")
                + tool(R"({"function":{"arguments":"1]"}})")
                + tool(R"({"id":"b","function":{"name":"g","arguments":"["}})")
                + tool(R"({"function":{"arguments":"2]"}})") + called,
            calls(two));
        row("out of order",
            tool(R"({"index":0,"id":"a","function":{"name":"f","arguments":"["}})")
                + tool(R"({"index":1,"id":"b","function":{"name":"g","arguments":"["}})")
                + tool(R"({"index":1,"function":{"arguments":"2]"}})")
                + tool(R"({"index":0,"function":{"arguments":"1]"}})") + called,
            calls(two));
        row("a name in pieces",
            tool(R"({"index":0,"id":"a","function":{"name":"get_"}})")
                + tool(R"({"index":0,"function":{"name":"weather","arguments":"{}"}})") + called,
            calls({{u"a"_s, u"get_weather"_s, u"{}"_s}}));
        row("no arguments",
            tool(R"({"index":0,"id":"a","function":{"name":"f","arguments":""}})") + called,
            calls({{u"a"_s, u"f"_s, {}}}));
        row("three at once",
            tool(R"({"index":0,"id":"a","function":{"name":"f","arguments":"[1]"}},
                    {"index":1,"id":"b","function":{"name":"g","arguments":"[2]"}},
                    {"index":2,"id":"c","function":{"name":"h","arguments":""}})")
                    .replace("\n", " ")
                    .append("\n\n")
                + called,
            calls(two + QList<ToolCall>{{u"c"_s, u"h"_s, {}}}));
        row("an index that is none",
            tool(R"({"index":-1,"id":"a","function":{"name":"f","arguments":"[1]"}})")
                + tool(
                    R"({"index":"__proto__","id":"b","function":{"name":"g","arguments":"[2]"}})")
                + called,
            calls(two));
    }
    void toolCalls() { compare(); }

    void answersThatAreNoStreams_data()
    {
        columns();
        row("a portal's page", CannedAnswer::whole("<html><title>Log in</title>", "text/html"),
            broken(Kind::BadReply, {}));
        row("a JSON error with a byte-order mark, called a stream",
            CannedAnswer::whole("\xEF\xBB\xBF{\"error\":{\"message\":\"no\",\"code\":429}}",
                                "text/event-stream"),
            broken(Kind::RateLimited, {}));
        row("204", CannedAnswer().send("HTTP/1.1 204 No Content\r\n\r\n").close(),
            broken(Kind::Truncated, {}));
        row("gzip that nobody asked for",
            CannedAnswer::whole("\x1f\x8b rubbish", "text/event-stream", "200 OK",
                                "Content-Encoding: gzip\r\n"),
            broken(Kind::BadReply, {}));
        row("blank lines before the JSON, DeepSeek",
            CannedAnswer::whole(
                "\n\n\n"
                R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":7,"completion_tokens":2}})"),
            {u"Hi"_s});
        row("a stall before the head", CannedAnswer(), broken(Kind::TimedOut, {}));
        row("a stall behind the head", CannedAnswer::stream(), broken(Kind::TimedOut, {}));
        row("a stall after a piece", CannedAnswer::stream(hi), broken(Kind::TimedOut));
        row("keep-alives for ever", CannedAnswer::stream(hi).repeat(": ping\n\n", 60, 20),
            broken(Kind::TimedOut));
        row("a reset inside a letter",
            CannedAnswer::stream(hi + "data: {\"choices\":[{\"delta\":{\"content\":\"\xE1\xBA")
                .reset(),
            broken(Kind::Truncated));
    }
    void answersThatAreNoStreams() { compare(); }

    /// What cannot be read is the user's text, and an error's text goes into logs.
    void aBrokenChunkIsNotQuoted()
    {
        const Outcome outcome = ask(stream(hi + "data: {\"choices\": my secret diary\n\n"));

        QCOMPARE(outcome.kind(), Kind::BadReply);
        QVERIFY(!outcome.error->detail.contains("diary"_L1));
    }

    void aStopClosesTheSocketAndKeepsTheText()
    {
        CannedServer server(CannedAnswer::stream(hi));
        ChatReply *reply = m_client->send(requestTo(server.url()), this);
        connect(reply, &ChatReply::textAppended, reply, &ChatReply::abort);

        const Outcome outcome = outcomeOf(reply);

        QCOMPARE(outcome.kind(), Kind::Cancelled);
        QCOMPARE(outcome.summary.text, u"Hi"_s);
        QTRY_COMPARE(server.leftCount(), 1);
    }

    /// The machine slept in mid-stream: all clocks are over at once, but the answer waits in the
    /// socket. It is read first.
    void aSleepOfTheMachineLosesNothing()
    {
        FakeClock clock;
        m_client = std::make_unique<OpenAiClient>(clock);
        CannedServer server(CannedAnswer::stream(hi).pause(60).send(end).close());
        ChatRequest request = requestTo(server.url());
        request.clocks = {.idleBytes = 10, .idleUseful = 0, .total = 0};
        ChatReply *reply = m_client->send(request, this);
        connect(reply, &ChatReply::textAppended, this,
                [&clock] { clock.advance(8 * 3600 * 1000); });

        const Outcome outcome = outcomeOf(reply);

        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->detail) : "");
        QCOMPARE(outcome.streamed, u"Hi"_s);
    }
};

QTEST_GUILESS_MAIN(TestStreamVectors)
#include "tst_streamvectors.moc"
