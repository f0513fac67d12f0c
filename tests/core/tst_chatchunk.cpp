#include "core/net/answerbuilder.h"
#include "core/net/errorclass.h"
#include "core/net/wirejson.h"

#include <QTest>

#include <random>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

ChatChunk chunkOf(const QByteArray &json)
{
    WireParser parser;
    const Result<ChatChunk> chunk = parseChunk(parser, json);
    return chunk ? *chunk : ChatChunk{.text = u"(no chunk)"_s};
}

QByteArray delta(const QByteArray &inner)
{
    return R"({"choices":[{"index":0,"delta":{)" + inner + "}}]}";
}

QByteArray calls(const QByteArray &list)
{
    return delta("\"tool_calls\":[" + list + "]");
}

/// All chunks put together.
AnswerBuilder answerOf(const QList<QByteArray> &chunks)
{
    AnswerBuilder answer;
    for (const QByteArray &json : chunks)
        answer.add(chunkOf(json));
    answer.end();
    return answer;
}

Usage used(qint64 prompt, qint64 completion, qint64 cached = 0)
{
    return {.prompt = prompt,
            .cachedRead = cached,
            .completion = completion,
            .basis = Usage::Basis::Provider};
}

} // namespace

class TestChatChunk : public QObject
{
    Q_OBJECT

private slots:
    void theTierOfServiceIsRead_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QString>("tier");
        for (const char *usual : {"default", "auto", "standard", "on_demand", "scale"})
            QTest::addRow("%s", usual) << QByteArray(usual) << QString();
        QTest::addRow("flex") << QByteArray("flex") << u"flex"_s;
        QTest::addRow("in capitals") << QByteArray("PRIORITY") << u"priority"_s;
        QTest::addRow("by another name") << QByteArray("fast") << u"priority"_s;
    }

    void theTierOfServiceIsRead()
    {
        QFETCH(QByteArray, said);
        QFETCH(QString, tier);
        const QByteArray json = "{\"service_tier\":\"" + said + "\",\"choices\":[]}";
        QCOMPARE(chunkOf(json).tier, tier);
        // What a later chunk does not say stays as it was.
        QCOMPARE(answerOf({json, delta(R"("content":"a")")}).tier(), tier);
        QVERIFY(!chunkOf(R"({"service_tier":null})").tier);
    }

    void textAndReasoning_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reasoning");
        const auto row = [](const char *name, const QByteArray &json, const QString &text,
                            const QString &reasoning) {
            QTest::addRow("%s", name) << json << text << reasoning;
        };
        row("content", delta(R"("content":"a")"), u"a"_s, {});
        row("a role only", delta(R"("role":"assistant")"), {}, {});
        row("content that is null", delta(R"("content":null)"), {}, {});
        row("content in parts", delta(R"("content":[{"type":"text","text":"a"},"b",{"x":1}])"),
            u"ab"_s, {});
        row("a refusal", delta(R"("refusal":"I will not.")"), u"I will not."_s, {});
        row("reasoning_content", delta(R"("reasoning_content":"r")"), {}, u"r"_s);
        row("reasoning", delta(R"("content":"","reasoning":"r")"), {}, u"r"_s);
        row("reasoning_details",
            delta(R"("reasoning_details":[{"type":"reasoning.text","text":"r"},{"summary":"s"}])"),
            {}, u"rs"_s);
        row("the same reasoning twice",
            delta(R"("reasoning":"r","reasoning_details":[{"text":"r"}])"), {}, u"r"_s);
        row("a whole answer", R"({"choices":[{"message":{"content":"a","reasoning":"r"}}]})",
            u"a"_s, u"r"_s);
        row("other choices",
            R"({"choices":[{"index":1,"delta":{"content":"b"}},{"index":0,"delta":{"content":"a"}}]})",
            u"a"_s, {});
        row("obfuscation", R"({"obfuscation":"xyz","choices":[{"delta":{"content":"a"}}]})", u"a"_s,
            {});
        row("Azure's first chunk",
            R"({"choices":[],"id":"","model":"","prompt_filter_results":[{}]})", {}, {});
        row("Azure's choice without a delta",
            R"({"choices":[{"index":0,"finish_reason":null,"content_filter_offsets":{}}]})", {},
            {});
        row("an escaped pair", delta(R"("content":"\ud83d\ude00")"), u"\U0001F600"_s, {});
        row("a byte that is not UTF-8",
            delta("\"content\":\"a\xFF"
                  "b\""),
            u"a\uFFFDb"_s, {});
        row("wrong types everywhere",
            R"({"choices":[{"index":"x","delta":{"content":5,"tool_calls":"x"},"finish_reason":3}]})",
            {}, {});
        row("choices that are no list", R"({"choices":{"a":1}})", {}, {});
        row("a number that fits nowhere",
            R"({"created":123456789012345678901234567890,"choices":[{"delta":{"content":"a"}}]})",
            u"a"_s, {});
    }

    void textAndReasoning()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, text);
        QFETCH(QString, reasoning);

        const AnswerBuilder answer = answerOf({json});

        QCOMPARE(answer.text(), text);
        QCOMPARE(answer.reasoning(), reasoning);
    }

    void aSurrogatePairMayBeSplitBetweenChunks()
    {
        AnswerBuilder answer;

        const auto first = answer.add(chunkOf(delta(R"("content":"a\ud83d")")));
        const auto second = answer.add(chunkOf(delta(R"("content":"\ude00b")")));

        QCOMPARE(first.text, u"a"_s);
        QCOMPARE(second.text, u"\U0001F600b"_s);
        QCOMPARE(answer.text(), u"a\U0001F600b"_s);
    }

    void halfAPairBecomesAMarkAtTheEnd()
    {
        AnswerBuilder answer;
        QCOMPARE(answer.add(chunkOf(delta(R"("content":"a\ud83d")"))).text, u"a"_s);
        QCOMPARE(answer.end().text, u"\uFFFD"_s);
        QCOMPARE(answer.text(), u"a\uFFFD"_s);
        QCOMPARE(answerOf({delta(R"("content":"\ude00")")}).text(), u"\uFFFD"_s);
        QCOMPARE(answerOf({delta(R"("content":"\ud83dx")")}).text(), u"\uFFFDx"_s);
    }

    void whatIsNotAChunkIsABadReplyThatQuotesNothing_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"", "secret", "{\"choices\":[{\"delta\":{\"content\":\"secret",
                                 "[]", "5", "\"secret\"", "{\"a\":1} secret", "null"})
            QTest::addRow("%s", json) << QByteArray(json);
        QTest::addRow("deep") << QByteArray(100'000, '[');
    }

    void whatIsNotAChunkIsABadReplyThatQuotesNothing()
    {
        QFETCH(QByteArray, json);
        WireParser parser;

        const Result<ChatChunk> chunk = parseChunk(parser, json);

        QVERIFY(!chunk);
        QCOMPARE(chunk.error().kind, Error::Kind::BadReply);
        QVERIFY(!chunk.error().detail.contains("secret"_L1));
    }

    void finishReasonsAreAnOpenSet_data()
    {
        QTest::addColumn<QList<QByteArray>>("chunks");
        QTest::addColumn<QString>("reason");
        using Chunks = QList<QByteArray>;
        const QByteArray stop = R"({"choices":[{"delta":{},"finish_reason":"stop"}]})";
        const QByteArray none = R"({"choices":[{"delta":{},"finish_reason":null}]})";
        QTest::addRow("stop") << Chunks{none, stop} << u"stop"_s;
        QTest::addRow("null behind it") << Chunks{stop, none} << u"stop"_s;
        QTest::addRow("never") << Chunks{none, none} << QString();
        QTest::addRow("an unknown one")
            << Chunks{R"({"choices":[{"finish_reason":"insufficient_system_resource"}]})"}
            << u"insufficient_system_resource"_s;
    }

    void finishReasonsAreAnOpenSet()
    {
        QFETCH(QList<QByteArray>, chunks);
        QFETCH(QString, reason);

        QCOMPARE(answerOf(chunks).finishReason(), reason);
    }

    void usageIsTheLastOneReported_data()
    {
        QTest::addColumn<QList<QByteArray>>("chunks");
        QTest::addColumn<std::optional<Usage>>("usage");
        using Chunks = QList<QByteArray>;
        using Found = std::optional<Usage>;
        const QByteArray absent = delta(R"("content":"a")");
        const QByteArray null = R"({"choices":[],"usage":null})";
        const QByteArray seven =
            R"({"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":2}})";
        const QByteArray nine =
            R"({"choices":[{"index":0,"delta":{}}],"usage":{"prompt_tokens":7,"completion_tokens":9}})";

        QTest::addRow("absent") << Chunks{absent} << Found();
        QTest::addRow("null") << Chunks{null} << Found();
        QTest::addRow("an empty object") << Chunks{R"({"choices":[],"usage":{}})"} << Found();
        QTest::addRow("explicit zeros are not absent")
            << Chunks{R"({"usage":{"prompt_tokens":0,"completion_tokens":0}})"}
            << Found(used(0, 0));
        QTest::addRow("with empty choices") << Chunks{absent, seven} << Found(used(7, 2));
        QTest::addRow("with a choice") << Chunks{absent, nine} << Found(used(7, 9));
        QTest::addRow("in every chunk, growing") << Chunks{seven, nine} << Found(used(7, 9));
        QTest::addRow("null behind it") << Chunks{seven, null, absent} << Found(used(7, 2));
        QTest::addRow("Groq's place")
            << Chunks{R"({"x_groq":{"usage":{"prompt_tokens":7,"completion_tokens":2}}})"}
            << Found(used(7, 2));
        QTest::addRow("cached, OpenAI")
            << Chunks{R"({"usage":{"prompt_tokens":7,"completion_tokens":2,"prompt_tokens_details":{"cached_tokens":5}}})"}
            << Found(used(7, 2, 5));
        QTest::addRow("cached, DeepSeek")
            << Chunks{R"({"usage":{"prompt_tokens":7,"completion_tokens":2,"prompt_cache_hit_tokens":5,"prompt_cache_miss_tokens":2}})"}
            << Found(used(7, 2, 5));
        QTest::addRow("another place, where the first cannot be")
            << Chunks{R"({"usage":{"prompt_tokens":-7,"completion_tokens":2},"x_groq":{"usage":{"prompt_tokens":7,"completion_tokens":2}}})"}
            << Found(used(7, 2));
        QTest::addRow("none, where the last cannot be")
            << Chunks{seven, R"({"usage":{"prompt_tokens":7,"completion_tokens":-9}})"} << Found();
        QTest::addRow("as texts and with a fraction")
            << Chunks{R"({"usage":{"prompt_tokens":"7","completion_tokens":2.0}})"}
            << Found(used(7, 2));
    }

    void usageIsTheLastOneReported()
    {
        QFETCH(QList<QByteArray>, chunks);
        QFETCH(std::optional<Usage>, usage);

        QCOMPARE(answerOf(chunks).usage(), usage);
    }

    void allPartsOfAUsageAreRead()
    {
        const auto usage = chunkOf(R"({"usage":{"prompt_tokens":100,"completion_tokens":50,
            "prompt_tokens_details":{"cached_tokens":64,"cache_write_tokens":20},
            "completion_tokens_details":{"reasoning_tokens":30},"cost":0.00014}})")
                               .usage;

        QVERIFY(usage);
        QCOMPARE(usage->cachedRead, 64);
        QCOMPARE(usage->cacheWrite, 20);
        QCOMPARE(usage->reasoning, 30);
        QCOMPARE(usage->reportedCost, std::optional(Money{140'000'000}));
    }

    void aUsageThatCannotBeIsNone_data()
    {
        QTest::addColumn<QByteArray>("counts");
        QTest::addRow("below zero") << R"("prompt_tokens":-7,"completion_tokens":2)"_ba;
        QTest::addRow("below zero, both") << R"("prompt_tokens":-5,"completion_tokens":-7)"_ba;
        QTest::addRow("the largest number there is")
            << R"("prompt_tokens":9223372036854775807,"completion_tokens":9223372036854775807)"_ba;
        QTest::addRow("beyond every number") << R"("prompt_tokens":1e30,"completion_tokens":2)"_ba;
        QTest::addRow("more than any window holds")
            << R"("prompt_tokens":20000001,"completion_tokens":2)"_ba;
        QTest::addRow("a part of a token") << R"("prompt_tokens":7,"completion_tokens":2.5)"_ba;
        QTest::addRow("words") << R"("prompt_tokens":7,"completion_tokens":"many")"_ba;
        QTest::addRow("an object") << R"("prompt_tokens":{},"completion_tokens":2)"_ba;
        QTest::addRow("half of it") << R"("prompt_tokens":7)"_ba;
        QTest::addRow("a total below its part") << R"("prompt_tokens":7,"total_tokens":5)"_ba;
    }

    void aUsageThatCannotBeIsNone()
    {
        QFETCH(QByteArray, counts);
        const AnswerBuilder answer = answerOf({R"({"usage":{)" + counts + "}}"});
        QVERIFY(!answer.usage());
        // It is kept as evidence, numbers beyond 64 bits as a double tells them.
        QVERIFY2(answer.oddUsage().startsWith(u"{\"prompt_tokens\":"),
                 qPrintable(answer.oddUsage()));
    }

    void partsAreClippedIntoTheWhole_data()
    {
        QTest::addColumn<QByteArray>("details");
        QTest::addColumn<Usage>("usage");
        const auto of = [](qint64 cached, qint64 written, qint64 thought) {
            Usage usage = used(100, 50, cached);
            usage.cacheWrite = written;
            usage.reasoning = thought;
            return usage;
        };
        QTest::addRow("more cached than sent")
            << R"("prompt_tokens_details":{"cached_tokens":500})"_ba << of(100, 0, 0);
        QTest::addRow("more thought than answered")
            << R"("completion_tokens_details":{"reasoning_tokens":900})"_ba << of(0, 0, 50);
        QTest::addRow("more read and written than sent")
            << R"("prompt_tokens_details":{"cached_tokens":70,"cache_write_tokens":60})"_ba
            << of(70, 30, 0);
        QTest::addRow("a part below zero")
            << R"("prompt_tokens_details":{"cached_tokens":-5})"_ba << of(0, 0, 0);
    }

    void partsAreClippedIntoTheWhole()
    {
        QFETCH(QByteArray, details);
        QFETCH(Usage, usage);
        const AnswerBuilder answer =
            answerOf({R"({"usage":{"prompt_tokens":100,"completion_tokens":50,)" + details + "}}"});
        QCOMPARE(answer.usage(), std::optional(usage));
        QVERIFY(answer.oddUsage().contains(QString::fromLatin1(details)));
    }

    void whatIsMissingIsTheRestOfTheTotal()
    {
        const auto usageOf = [](const char *counts) {
            return answerOf({QByteArray(R"({"usage":{)") + counts + "}}"}).usage();
        };
        QCOMPARE(usageOf(R"("prompt_tokens":7,"total_tokens":7)"), std::optional(used(7, 0)));
        QCOMPARE(usageOf(R"("prompt_tokens":7,"total_tokens":9)"), std::optional(used(7, 2)));
        QCOMPARE(usageOf(R"("completion_tokens":2,"total_tokens":9)"), std::optional(used(7, 2)));
    }

    void aUsageThatFitsIsNotOdd()
    {
        const AnswerBuilder answer = answerOf(
            {R"({"usage":{"prompt_tokens":-1,"completion_tokens":0}})",
             R"({"usage":{"prompt_tokens":100,"completion_tokens":50,"prompt_tokens_details":null}})"});
        QCOMPARE(answer.usage(), std::optional(used(100, 50)));
        QVERIFY(answer.oddUsage().isEmpty());
    }

    void aCostThatCannotBeMeantIsNone()
    {
        for (const char *cost : {"-1", "1e9", "\"free\"", "null"}) {
            const QByteArray json =
                QByteArray(R"({"usage":{"prompt_tokens":1,"completion_tokens":1,"cost":)") + cost + "}}";
            QVERIFY2(!chunkOf(json).usage->reportedCost, cost);
        }
    }

    void toolCallsArePutTogether_data()
    {
        QTest::addColumn<QList<QByteArray>>("chunks");
        QTest::addColumn<QList<ToolCall>>("calls");
        using Chunks = QList<QByteArray>;
        using Calls = QList<ToolCall>;
        const Calls two{{u"1"_s, u"f"_s, u"[1]"_s}, {u"2"_s, u"g"_s, u"[2]"_s}};

        QTest::addRow("by index")
            << Chunks{calls(R"({"index":0,"id":"1","function":{"name":"f","arguments":""}})"),
                      calls(R"({"index":0,"function":{"arguments":"["}})"),
                      calls(R"({"index":1,"id":"2","function":{"name":"g","arguments":"["}})"),
                      calls(R"({"index":0,"function":{"arguments":"1]"}})"),
                      calls(R"({"index":1,"function":{"arguments":"2]"}})")}
            << two;
        QTest::addRow("index 0 used again, with a new id")
            << Chunks{calls(R"({"index":0,"id":"1","function":{"name":"f","arguments":"[1]"}})"),
                      calls(R"({"index":0,"id":"2","function":{"name":"g","arguments":"["}})"),
                      calls(R"({"index":0,"function":{"arguments":"2]"}})")}
            << two;
        QTest::addRow("no index, an id each")
            << Chunks{calls(R"({"id":"1","function":{"name":"f","arguments":"[1]"}})"),
                      calls(R"({"id":"2","function":{"name":"g","arguments":"[2]"}})")}
            << two;
        QTest::addRow("no index, an id on the first piece only")
            << Chunks{calls(R"({"id":"1","function":{"name":"f","arguments":"["}})"),
                      calls(R"({"function":{"arguments":"1]"}})"),
                      calls(R"({"id":"2","function":{"name":"g","arguments":"["}})"),
                      calls(R"({"function":{"arguments":"2]"}})")}
            << two;
        QTest::addRow("the id and the name on every piece")
            << Chunks{calls(R"({"index":0,"id":"1","function":{"name":"f","arguments":"["}})"),
                      calls(R"({"index":0,"id":"1","function":{"name":"f","arguments":"1]"}})"),
                      calls(R"({"index":1,"id":"2","function":{"name":"g","arguments":"[2]"}})")}
            << two;
        QTest::addRow("both in one chunk") << Chunks{calls(
            R"({"index":0,"id":"1","function":{"name":"f","arguments":"[1]"}},
            {"index":1,"id":"2","function":{"name":"g","arguments":"[2]"}})")}
                                           << two;
        QTest::addRow("an index that is none")
            << Chunks{calls(R"({"index":-1,"id":"1","function":{"name":"f","arguments":"[1]"}})"),
                      calls(R"({"index":1e30,"id":"2","function":{"name":"g","arguments":"["}})"),
                      calls(R"({"index":"__proto__","function":{"arguments":"2]"}})")}
            << two;
        QTest::addRow("a name in two pieces")
            << Chunks{calls(R"({"index":0,"id":"1","function":{"name":"get_"}})"),
                      calls(R"({"index":0,"function":{"name":"weather"}})")}
            << Calls{{u"1"_s, u"get_weather"_s, {}}};
        QTest::addRow("arguments that are an object")
            << Chunks{calls(R"({"index":0,"id":"1","function":{"name":"f","arguments":{"a": 1}}})")}
            << Calls{{u"1"_s, u"f"_s, u"{\"a\":1}"_s}};
        QTest::addRow("the old function_call")
            << Chunks{delta(R"("function_call":{"name":"f","arguments":"["})"),
                      delta(R"("function_call":{"arguments":"1]"})")}
            << Calls{{{}, u"f"_s, u"[1]"_s}};
        QTest::addRow("in a whole answer") << Chunks{R"({"choices":[{"message":{"tool_calls":[
            {"id":"1","function":{"name":"f","arguments":"[1]"}},
            {"id":"2","function":{"name":"g","arguments":"[2]"}}]}}]})"}
                                           << two;
    }

    void toolCallsArePutTogether()
    {
        QFETCH(QList<QByteArray>, chunks);
        QFETCH(QList<ToolCall>, calls);

        QCOMPARE(answerOf(chunks).toolCalls(), calls);
    }

    void errorsInsideAGoodAnswerAreSeen_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind"); // -1: no error
        const auto row = [](const char *name, const QByteArray &json, int kind) {
            QTest::addRow("%s", name) << json << kind;
        };
        using Kind = Error::Kind;
        row("OpenAI", R"({"error":{"message":"boom","type":"server_error"}})",
            int(Kind::ServerFailed));
        row("vLLM", R"({"object":"error","message":"boom","type":"BadRequestError","code":400})",
            int(Kind::Rejected));
        row("OpenRouter",
            R"({"error":{"code":429,"message":"busy"},"choices":[{"finish_reason":"error"}]})",
            int(Kind::RateLimited));
        row("in the choice", R"({"choices":[{"error":{"code":502,"message":"upstream"}}]})",
            int(Kind::ServerFailed));
        row("Anthropic",
            R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})",
            int(Kind::ServerFailed));
        row("Gemini, in a list",
            R"([{"error":{"code":400,"message":"bad","status":"INVALID_ARGUMENT"}}])",
            int(Kind::Rejected));
        row("a text", R"({"error":"boom"})", int(Kind::ServerFailed));
        row("null, which is none", R"({"error":null,"choices":[]})", -1);
        row("false, which is none", R"({"error":false,"choices":[]})", -1);
        row("empty, which is none", R"({"error":"","choices":[]})", -1);
    }

    void errorsInsideAGoodAnswerAreSeen()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);

        const std::optional<Error> error = chunkOf(json).error;

        QCOMPARE(error ? int(error->kind) : -1, kind);
    }

    /// Nothing a server may send makes it crash; the sanitizers watch.
    void everyMutilationIsSurvived()
    {
        const QByteArray whole = calls(R"({"index":0,"id":"1","function":{"name":"f"}})")
            + R"({"error":{"code":429},"usage":{"prompt_tokens":1},"choices":[{"finish_reason":"x"}]})";
        std::mt19937 random(42);
        const auto below = [&random](qsizetype limit) {
            return qsizetype(random() % size_t(limit));
        };
        WireParser parser;
        for (int i = 0; i < 5'000; ++i) {
            QByteArray mutilated = whole;
            for (int j = 0; j < 1 + i % 4; ++j)
                mutilated[below(mutilated.size())] = char(random());
            mutilated.remove(below(mutilated.size()), i % 7);
            mutilated.truncate(below(mutilated.size()) + 1);
            AnswerBuilder answer;
            if (const Result<ChatChunk> chunk = parseChunk(parser, mutilated))
                answer.add(*chunk);
            QVERIFY(errorFromReply(i % 600, {}, mutilated, {}).detail.size() < 600);
        }
    }
};

QTEST_GUILESS_MAIN(TestChatChunk)
#include "tst_chatchunk.moc"
