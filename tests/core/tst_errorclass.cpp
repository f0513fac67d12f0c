#include "core/base/redact.h"
#include "core/net/errorclass.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;
using Kind = Error::Kind;

namespace {

QByteArray openAi(const QByteArray &message, const QByteArray &type, const QByteArray &code)
{
    return R"({"error":{"message":")" + message + R"(","type":")" + type + R"(","code":)"
        + (code.isEmpty() ? QByteArray("null") : '"' + code + '"') + "}}";
}

Error errorOf(int status, const QByteArray &body, const Headers &headers = {})
{
    return errorFromReply(status, headers, body, QDateTime({2026, 11, 1}, {12, 0}, Qt::UTC));
}

} // namespace

class TestErrorClass : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { forgetSecrets(); }

    void kinds_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char *name, int status, const QByteArray &body, Kind kind) {
            QTest::addRow("%s", name) << status << body << kind;
        };

        row("a rate limit", 429, openAi("Rate limit reached", "requests", "rate_limit_exceeded"),
            Kind::RateLimited);
        row("429 without a word", 429, "", Kind::RateLimited);
        row("Bedrock's throttling, which speaks of tokens", 400,
            openAi("ThrottlingException: Too many tokens, please wait", "", ""), Kind::RateLimited);
        row("Groq's 413 for tokens a minute", 413,
            openAi("Request too large for model on tokens per minute (TPM): Limit 6000, "
                   "Requested 9000, please reduce your message size",
                   "tokens", "rate_limit_exceeded"),
            Kind::RateLimited);
        row("a spent quota", 429,
            openAi("You exceeded your current quota", "insufficient_quota", "insufficient_quota"),
            Kind::QuotaExhausted);
        row("an empty purse", 402, openAi("Insufficient credits", "", ""), Kind::QuotaExhausted);
        row("a low balance as a bad request", 400,
            openAi("Your credit balance is too low", "invalid_request_error", ""),
            Kind::QuotaExhausted);
        row("DeepSeek's balance", 402, openAi("Insufficient Balance", "unknown_error", ""),
            Kind::QuotaExhausted);
        row("a wrong key", 401, openAi("Incorrect API key provided", "", "invalid_api_key"),
            Kind::Unauthorized);
        row("a wrong key as a bad request", 400, openAi("bad", "", "invalid_api_key"),
            Kind::Unauthorized);
        row("forbidden", 403, "{}", Kind::Unauthorized);
        row("moderation, OpenRouter", 403,
            R"({"error":{"code":403,"message":"flagged","metadata":{"flagged_input":"x"}}})",
            Kind::ContentFiltered);
        row("content policy", 400, openAi("rejected", "", "content_policy_violation"),
            Kind::ContentFiltered);
        row("content policy, Azure", 400,
            R"({"error":{"message":"filtered","code":"content_filter","innererror":{"code":"ResponsibleAIPolicyViolation"}}})",
            Kind::ContentFiltered);
        row("no such model", 404, openAi("The model `x` does not exist", "", "model_not_found"),
            Kind::NotFound);
        row("no such model as a bad request", 400, openAi("no", "", "model_not_found"),
            Kind::NotFound);
        row("no such place", 404, "<html><title>404</title></html>", Kind::NotFound);
        row("a bad request", 400, openAi("Unknown parameter", "invalid_request_error", ""),
            Kind::Rejected);
        row("a bad request, FastAPI", 422,
            R"({"detail":[{"loc":["body","x"],"msg":"field required","type":"value_error"}]})",
            Kind::Rejected);
        row("a conflict", 409, "{}", Kind::Rejected);
        row("a text that is too long, which is not the window", 400,
            openAi("Invalid 'user': string too long. Expected maximum length 64", "",
                   "string_above_max_length"),
            Kind::Rejected);
        row("a timeout", 408, "", Kind::TimedOut);
        row("a failure", 500, openAi("boom", "server_error", ""), Kind::ServerFailed);
        row("overloaded", 503, openAi("overloaded", "", ""), Kind::ServerFailed);
        row("overloaded, which speaks of the window", 503,
            openAi("maximum context length is busy", "", ""), Kind::ServerFailed);
        row("overloaded, Anthropic", 529,
            R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})",
            Kind::ServerFailed);
        row("a gateway's page", 502, "<html><title>502</title></html>", Kind::ServerFailed);
        row("a redirect", 302, "", Kind::BadReply);
    }

    void kinds()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(Kind, kind);

        const Error error = errorOf(status, body);

        QCOMPARE(error.kind, kind);
        QCOMPARE(error.status, status);
        QVERIFY(!error.detail.isEmpty());
    }

    void aRequestOverTheWindowNamesBothNumbers_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("asked");
        QTest::addColumn<qint64>("limit");
        const auto row = [](const char *name, const QByteArray &message, qint64 asked,
                            qint64 limit) {
            QTest::addRow("%s", name)
                << openAi(message, "invalid_request_error", "") << asked << limit;
        };
        row("OpenAI",
            "This model's maximum context length is 8192 tokens. However, your messages resulted "
            "in "
            "9001 tokens. Please reduce the length of the messages.",
            9001, 8192);
        row("OpenAI, with the reply",
            "This model's maximum context length is 4097 tokens. However, you requested 5000 "
            "tokens "
            "(4500 in the messages, 500 in the completion).",
            5000, 4097);
        row("OpenAI, newer",
            "Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in "
            "280123 tokens.",
            280123, 272000);
        row("Anthropic", "prompt is too long: 210001 tokens > 200000 maximum", 210001, 200000);
        row("Mistral",
            "Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 "
            "maximum "
            "context length",
            40000, 32768);
        row("OpenRouter",
            "This endpoint's maximum context length is 262,144 tokens. However, you requested "
            "about "
            "265,330 tokens",
            265330, 262144);
        row("Poolside",
            "Input length 265330 exceeds the maximum allowed input length of 262144 tokens", 265330,
            262144);
        row("with brackets", "Input length (5000) exceeds model's maximum context length (4096)",
            5000, 4096);
        row("llama.cpp",
            "the request exceeds the available context size. try increasing the context size", -1,
            -1);
        row("llama.cpp, newer",
            "request (9000 tokens) exceeds the available context size (4096 tokens)", 9000, 4096);
        row("Gemini",
            "The input token count (1200000) exceeds the maximum number of tokens allowed "
            "(1048576).",
            1200000, 1048576);
        row("Cerebras",
            "Please reduce the length of the messages or completion. Current length is 9000 while "
            "limit is 8192",
            9000, 8192);
        row("TGI",
            "`inputs` tokens + `max_new_tokens` must be <= 2048. Given: 3000 `inputs` tokens and "
            "20 "
            "`max_new_tokens`",
            3000, 2048);
        row("Together", "`inputs` must have less than 4096 tokens. Given: 5000", 5000, 4096);
        row("Perplexity", "The total length of all messages is too long", -1, -1);
        row("no number", "This request exceeds the context window", -1, -1);
    }

    void aRequestOverTheWindowNamesBothNumbers()
    {
        QFETCH(QByteArray, body);
        QFETCH(qint64, asked);
        QFETCH(qint64, limit);

        const Error error = errorOf(400, body);

        QCOMPARE(error.kind, Kind::ContextExceeded);
        QCOMPARE(error.asked, asked);
        QCOMPARE(error.limit, limit);
    }

    void theNumbersMayBeInFieldsOfTheirOwn()
    {
        const Error error = errorOf(400, R"({"error":{"code":400,"message":"too large",
            "type":"exceed_context_size_error","n_prompt_tokens":9000,"n_ctx":4096}})");

        QCOMPARE(error.kind, Kind::ContextExceeded);
        QCOMPARE(error.asked, 9000);
        QCOMPARE(error.limit, 4096);
    }

    void aRequestBeyondARateLimitNamesBothNumbers()
    {
        const Error error = errorOf(429,
                                    openAi("Rate limit reached on tokens per min (TPM): Limit "
                                           "30,000, Used 29000, Requested 40000. "
                                           "Please try again in 6m0s.",
                                           "tokens", "rate_limit_exceeded"));

        QCOMPARE(error.kind, Kind::RateLimited);
        QCOMPARE(error.asked, 40'000);
        QCOMPARE(error.limit, 30'000);
        QCOMPARE(error.retryAfterMs, 360'000);
    }

    void theHeaderBeatsTheMessage()
    {
        const Error error =
            errorOf(429, openAi("Please try again in 20ms.", "", ""), {{"Retry-After", "3"}});

        QCOMPARE(error.retryAfterMs, 3'000);
        QCOMPARE(errorOf(429, openAi("Please try again in 20ms.", "", "")).retryAfterMs, 20);
        QCOMPARE(errorOf(429, "{}").retryAfterMs, -1);
    }

    void aPageIsNamedByItsTitle()
    {
        QCOMPARE(errorOf(502, "<!DOCTYPE html><html><head><TITLE>Bad\n gateway</title>").detail,
                 u"a web page: Bad gateway"_s);
    }

    void aRedirectNamesItsTargetWithoutTheQuery()
    {
        const Error error = errorOf(302, "", {{"location", "https://portal.example/login?key=1"}});

        QVERIFY(error.detail.contains("https://portal.example/login"_L1));
        QVERIFY(!error.detail.contains("key=1"_L1));
    }

    void aKeyThatTheProviderEchoesIsNotRepeated()
    {
        rememberSecret("sk-live-abcdef");
        const Error error = errorOf(401, openAi("Incorrect API key: sk-live-abcdef.", "", ""));

        QVERIFY(!error.detail.contains("sk-live-abcdef"_L1));
    }

    void aLongMessageIsShortened()
    {
        QVERIFY(errorOf(400, openAi(QByteArray(100'000, 'x'), "", "")).detail.size() <= 501);
        QVERIFY(errorOf(500, QByteArray(100'000, 'x')).detail.size() <= 501);
    }
};

QTEST_GUILESS_MAIN(TestErrorClass)
#include "tst_errorclass.moc"
