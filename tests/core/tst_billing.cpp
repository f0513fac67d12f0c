#include "core/session/billing.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

ContextPlan planOf(int tokens)
{
    ContextPlan plan;
    plan.use.history = tokens;
    return plan;
}

} // namespace

class TestBilling : public QObject
{
    Q_OBJECT

private slots:
    void mayBeBilled_data()
    {
        QTest::addColumn<ReplySummary>("summary");
        QTest::addColumn<std::optional<Error>>("error");
        QTest::addColumn<bool>("billed");
        using Broken = std::optional<Error>;
        using Kind = Error::Kind;
        const ReplySummary begun{.text = u"Hi"_s, .status = 200};

        QTest::addRow("a whole answer") << begun << Broken() << true;
        QTest::addRow("an answer that was cut")
            << begun << Broken(Error{Kind::Truncated, {}}) << true;
        QTest::addRow("one that was stopped")
            << begun << Broken(Error{Kind::Cancelled, {}}) << true;
        QTest::addRow("an error after a piece")
            << begun << Broken(Error{Kind::RateLimited, {}}) << true;
        QTest::addRow("a refusal") << ReplySummary{.wasSent = true, .status = 429}
                                   << Broken(Error{Kind::RateLimited, {}}) << false;
        QTest::addRow("a refusal that comes with 200")
            << ReplySummary{.wasSent = true, .status = 200}
            << Broken(Error{Kind::QuotaExhausted, {}}) << false;
        QTest::addRow("a portal's page")
            << ReplySummary{.wasSent = true, .status = 200, .responseBody = " <html>"}
            << Broken(Error{Kind::BadReply, {}}) << false;
        QTest::addRow("a refusal that reports usage")
            << ReplySummary{.usage = Usage{.prompt = 9}, .status = 400}
            << Broken(Error{Kind::ContentFiltered, {}}) << true;
        QTest::addRow("a refusal that reports a usage that cannot be")
            << ReplySummary{.oddUsage = u"{}"_s, .status = 400}
            << Broken(Error{Kind::ContentFiltered, {}}) << true;
        QTest::addRow("silence after all was sent")
            << ReplySummary{.wasSent = true} << Broken(Error{Kind::NetworkDown, {}}) << true;
        QTest::addRow("silence after the head")
            << ReplySummary{.status = 200} << Broken(Error{Kind::TimedOut, {}}) << true;
        QTest::addRow("nothing went out")
            << ReplySummary{} << Broken(Error{Kind::NetworkDown, {}}) << false;
        QTest::addRow("a failing server") << ReplySummary{.wasSent = true, .status = 503}
                                          << Broken(Error{Kind::ServerFailed, {}}) << false;
    }

    void mayBeBilled()
    {
        QFETCH(ReplySummary, summary);
        QFETCH(std::optional<Error>, error);
        QFETCH(bool, billed);
        QCOMPARE(Core::mayBeBilled(summary, error), billed);
    }

    void usageIsTheProvidersOrAnEstimate()
    {
        const Usage reported{.prompt = 11, .completion = 3, .basis = Usage::Basis::Provider};
        QCOMPARE(usageOf({.usage = reported}, planOf(500), TokenCounter()), reported);

        const Usage zero{.basis = Usage::Basis::Provider};
        QCOMPARE(usageOf({.text = u"one two"_s, .usage = zero}, planOf(500), TokenCounter()), zero);

        const Usage guessed = usageOf({.text = u"one two three"_s, .reasoning = u"one two"_s},
                                      planOf(500), TokenCounter());
        QCOMPARE(guessed.basis, Usage::Basis::Estimated);
        QCOMPARE(guessed.prompt, 500);
        QCOMPARE(guessed.completion, 5);
        QCOMPARE(guessed.reasoning, 2);
    }

    void aUsageThatCannotBeIsKeptAsEvidence()
    {
        const QString odd = u"{\"prompt_tokens\":-5}"_s;
        Attempt counted;
        takeSummary({.oddUsage = odd}, counted);
        QCOMPARE(counted.remarks,
                 QStringList(u"unbelievable usage, counted here instead: "_s + odd));
        Attempt clipped;
        takeSummary({.usage = Usage{.prompt = 5}, .oddUsage = odd}, clipped);
        QVERIFY(clipped.remarks.value(0).startsWith(u"inconsistent usage"_s));
        Attempt plain;
        takeSummary({.usage = Usage{.prompt = 5}}, plain);
        QVERIFY(plain.remarks.isEmpty());
        QCOMPARE(usageReportedAs(counted), ReportedAs::Disbelieved);
        QCOMPARE(usageReportedAs(clipped), ReportedAs::Clipped);
        QCOMPARE(usageReportedAs(plain), ReportedAs::Believed);
        QCOMPARE(
            usageOf({.text = u"one two"_s, .oddUsage = odd}, planOf(500), TokenCounter()).basis,
            Usage::Basis::Estimated);
    }

    void aPromptThatWasCutIsFoundOut_data()
    {
        QTest::addColumn<qint64>("reported");
        QTest::addColumn<int>("planned");
        QTest::addColumn<Exactness>("exactness");
        QTest::addColumn<bool>("cut");
        QTest::addRow("as planned") << qint64(1'000) << 1'000 << Exactness::Exact << false;
        QTest::addRow("a little less") << qint64(850) << 1'000 << Exactness::Exact << false;
        QTest::addRow("far less") << qint64(700) << 1'000 << Exactness::Exact << true;
        QTest::addRow("less than a rough count")
            << qint64(700) << 1'000 << Exactness::Estimated << false;
        QTest::addRow("far less than a rough count")
            << qint64(400) << 1'000 << Exactness::Estimated << true;
        QTest::addRow("of a short one") << qint64(50) << 150 << Exactness::Exact << false;
        QTest::addRow("none reported") << qint64(0) << 1'000 << Exactness::Exact << false;
    }

    void aPromptThatWasCutIsFoundOut()
    {
        QFETCH(qint64, reported);
        QFETCH(int, planned);
        QFETCH(Exactness, exactness);
        QFETCH(bool, cut);
        const auto found =
            cutPrompt({.usage = Usage{.prompt = reported}}, planOf(planned), exactness);
        QCOMPARE(found.has_value(), cut);
        QVERIFY(!cutPrompt({}, planOf(planned), exactness));
        if (!cut)
            return;
        QCOMPARE(found->kind, Error::Kind::PromptCut);
        QCOMPARE(found->asked, planned);
        QCOMPARE(found->limit, reported);
    }

    void aLostTryIsAnAttemptOfItsOwn()
    {
        const Attempt whole{.id = u"1"_s,
                            .conversationId = u"c"_s,
                            .messageId = u"m"_s,
                            .provider = u"b"_s,
                            .assigned = u"a"_s,
                            .strategy = u"full"_s,
                            .responseBody = "the other one's"};
        const Attempt lost =
            lostAttempt({.reason = u"no answer"_s, .status = 200, .requestBody = "{}"}, whole,
                        {.provider = {.name = u"a"_s}, .model = u"gpt-4.1"_s}, planOf(100));
        QVERIFY(!lost.id.isEmpty() && lost.id != whole.id);
        QCOMPARE(lost.messageId, QString());
        QCOMPARE(lost.conversationId, u"c"_s);
        QCOMPARE(lost.provider, u"a"_s);
        QCOMPARE(lost.model, u"gpt-4.1"_s);
        QCOMPARE(lost.state, Attempt::State::Failed);
        QCOMPARE(lost.responseBody, QByteArray());
        QCOMPARE(lost.usage.prompt, 100);
        QCOMPARE(lost.usage.basis, Usage::Basis::Estimated);
    }

    void aChargeIsTheAttempts()
    {
        const Attempt attempt{
            .id = u"1"_s,
            .conversationId = u"c"_s,
            .messageId = u"m"_s,
            .provider = u"mine"_s,
            .model = u"gpt-4.1"_s,
            .strategy = u"full"_s,
            .at = QDateTime({2026, 11, 1}, {12, 0}, Qt::UTC),
            .usage = {.prompt = 1'500, .completion = 500, .basis = Usage::Basis::Provider}};
        const Charge charge = chargeOf(attempt, {.name = u"mine"_s, .preset = u"holysheep"_s},
                                       {u"an"_s, Charge::Kind::Lab, PriceList::shipped()});
        QCOMPARE(charge.attemptId, u"1"_s);
        QCOMPARE(charge.userId, u"an"_s);
        QCOMPARE(charge.kind, Charge::Kind::Lab);
        QCOMPARE(charge.amount, std::optional(*moneyFromDecimal(u"0.016"_s)));
    }
};

QTEST_GUILESS_MAIN(TestBilling)
#include "tst_billing.moc"
