#include "core/net/learnt.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestLearnt : public QObject
{
    Q_OBJECT

private slots:
    void aRefusalTeaches()
    {
        const Error refusal{.kind = Error::Kind::Rejected,
                            .detail = u"Unknown parameter: 'stream_options'."_s};
        const std::optional<Provider> learnt = learntFrom(refusal, {.name = u"p"_s});

        QVERIFY(learnt);
        QVERIFY(!learnt->acceptsStreamOptions);
        QVERIFY(!learntFrom(refusal, *learnt)); // nothing new
    }

    void theOtherNameOfMaxTokensIsLearnt()
    {
        const Error refusal{.kind = Error::Kind::Rejected,
                            .detail = u"Unsupported parameter: 'max_tokens'. "
                                      "Use 'max_completion_tokens' instead."_s};

        QVERIFY(learntFrom(refusal, {})->wantsMaxCompletionTokens);
    }

    void otherErrorsTeachNothing()
    {
        const QString detail = u"stream_options"_s;
        QVERIFY(!learntFrom({.kind = Error::Kind::ServerFailed, .detail = detail}, {}));
        QVERIFY(!learntFrom({.kind = Error::Kind::Rejected, .detail = u"no"_s}, {}));
    }

    void aBodyIsAdapted()
    {
        const QByteArray body =
            R"({"max_tokens":5,"model":"m","stream_options":{"include_usage":true}})";

        QCOMPARE(adaptedBody(body, {}), body);
        QCOMPARE(adaptedBody(body, {.acceptsStreamOptions = false}),
                 R"({"max_tokens":5,"model":"m"})");
        QCOMPARE(adaptedBody(R"({"max_tokens":5})", {.wantsMaxCompletionTokens = true}),
                 R"({"max_completion_tokens":5})");
        QCOMPARE(adaptedBody("{ \"a\" : 1 }", {.acceptsStreamOptions = false}), "{ \"a\" : 1 }");
        QCOMPARE(adaptedBody("no json", {.acceptsStreamOptions = false}), "no json");
    }
};

QTEST_GUILESS_MAIN(TestLearnt)
#include "tst_learnt.moc"
