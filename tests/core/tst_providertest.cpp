#include "core/net/openaiclient.h"
#include "core/net/resilientclient.h"
#include "core/practice/practiceprovider.h"
#include "core/session/providertest.h"
#include "core/session/turn.h"
#include "tests/support/cannedserver.h"
#include "tests/support/fakechatclient.h"
#include "tests/support/storesamples.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestProviderTest : public QObject
{
    Q_OBJECT

private slots:
    void theWholeTestPassesAgainstThePracticeProvider()
    {
        PracticeProvider practice(m_clock, {});
        const auto url = practice.start();
        QVERIFY(url);

        const TestReport report = run(practiceProvider(*url));

        QStringList steps;
        for (const TestStep &step : report.steps)
            steps += testStepName(step.kind) + u": "_s + testStateName(step.state);
        QCOMPARE(steps,
                 (QStringList{u"models: passed"_s, u"one token: passed"_s, u"streaming: passed"_s,
                              u"usage: passed"_s, u"prefix cache: passed"_s}));
        QVERIFY(report.isGood());
        QVERIFY(report.models.contains(u"practice"_s));
        QCOMPARE(practice.chatRequests(), 3);
    }

    void aFailureEndsItWhereItHappens_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addRow("key") << Fault::Unauthorized << Error::Kind::Unauthorized;
        QTest::addRow("quota") << Fault::Quota << Error::Kind::QuotaExhausted;
        QTest::addRow("server") << Fault::ServerError << Error::Kind::ServerFailed;
        QTest::addRow("page") << Fault::Html << Error::Kind::BadReply;
    }

    void aFailureEndsItWhereItHappens()
    {
        QFETCH(Fault, fault);
        QFETCH(Error::Kind, kind);
        PracticeProvider practice(m_clock, {.faults = {{fault, 1}}});
        const auto url = practice.start();
        QVERIFY(url);

        const TestReport report = run(practiceProvider(*url));

        QVERIFY(!report.isGood());
        QCOMPARE(report.steps.size(), 2);
        QCOMPARE(report.steps.last().error->kind, kind);
        QCOMPARE(practice.chatRequests(), 1);
    }

    void withoutAServerNothingElseIsTried()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl url(u"http://127.0.0.1:%1/v1"_s.arg(closed.serverPort()));
        closed.close();

        const TestReport report = run({.name = u"x"_s, .baseUrl = url, .model = u"m"_s});

        QCOMPARE(report.steps.size(), 1);
        QCOMPARE(report.steps[0].error->kind, Error::Kind::NetworkDown);
        QVERIFY(report.calls.isEmpty());
    }

    void aServerWithoutAListOfModelsIsAskedAllTheSame()
    {
        CannedServer server;
        server.setAnswers({CannedAnswer::whole("no", "text/plain", "404 Not Found"), answer()});

        const TestReport report = run({.name = u"x"_s, .baseUrl = server.url(), .model = u"m"_s});

        QCOMPARE(report.steps.size(), 5);
        QCOMPARE(report.steps[0].state, TestStep::State::Failed);
        QCOMPARE(report.steps[1].state, TestStep::State::Passed);
    }

    void withoutAModelTheFirstOneOfTheListIsAsked()
    {
        CannedServer server;
        server.setAnswers(
            {CannedAnswer::whole(R"({"data":[{"id":"first"},{"id":"second"}]})"), answer()});

        const TestReport report = run({.name = u"x"_s, .baseUrl = server.url()});

        QCOMPARE(report.model, u"first"_s);
        QVERIFY(server.requests()[1].contains("\"model\":\"first\""));
    }

    void whatIsNotReportedIsUnclearAndNoFailure()
    {
        CannedServer server;
        server.setAnswers({CannedAnswer::whole(R"({"data":[{"id":"m"}]})"), answer()});

        const TestReport report = run({.name = u"x"_s, .baseUrl = server.url()});

        QVERIFY(report.isGood());
        QCOMPARE(report.steps[3].state, TestStep::State::Unclear); // usage
        QCOMPARE(report.steps[4].state, TestStep::State::Unclear); // cache
        for (const ReplySummary &call : report.calls)
            QVERIFY(call.requestBody.contains("Say OK."));
    }

    void itsCallsAreInTheLedger()
    {
        const QTemporaryDir folder(storeFolderTemplate());
        ConversationStore store(m_clock);
        valueOf(store.open(folder.filePath(u"store.db"_s)));
        const Usage used{.prompt = 1'000, .completion = 1, .basis = Usage::Basis::Provider};
        const TestReport report{
            .provider = {.name = u"mine"_s, .preset = u"openai"_s},
            .model = u"gpt-4.1"_s,
            .calls = {{.finishReason = u"stop"_s, .usage = used, .status = 200},
                      {.status = 429},
                      {.status = 200, .lost = {{.reason = u"no answer"_s, .requestBody = "{}"}}}}};

        chargeTest(report, store, PriceList::shipped(), m_clock);

        const QList<Charge> charges = valueOf(store.charges({}, {}));
        QCOMPARE(charges.size(), 3); // the refused one was not billed, the lost one may have been
        for (const Charge &charge : charges) {
            QCOMPARE(charge.kind, Charge::Kind::Test);
            QCOMPARE(charge.provider, u"mine"_s);
        }
    }

    void aCallWithoutAUsageIsNotFree()
    {
        const QTemporaryDir folder(storeFolderTemplate());
        ConversationStore store(m_clock);
        valueOf(store.open(folder.filePath(u"store.db"_s)));
        const TestReport report{
            .provider = {.name = u"openai"_s},
            .model = u"gpt-4.1"_s,
            .calls = {{.text = u"OK"_s,
                       .oddUsage = u"{\"prompt_tokens\":-5}"_s,
                       .requestBody = R"({"messages":[{"role":"user","content":"Say OK."}]})",
                       .status = 200}}};

        chargeTest(report, store, PriceList::shipped(), m_clock);

        const Charge charge = valueOf(store.charges({}, {})).value(0);
        QCOMPARE(charge.basis, Charge::Basis::Estimated);
        QVERIFY(charge.usage.prompt > 0);
        QVERIFY(charge.amount.value_or(Money()).pico > 0);
    }

private:
    static CannedAnswer answer()
    {
        return CannedAnswer::whole(
            R"({"choices":[{"message":{"content":"OK"},"finish_reason":"stop"}]})");
    }

    TestReport run(const Provider &provider)
    {
        OpenAiClient wire(m_clock);
        ResilientClient client(wire, m_clock, {.tries = 1});
        auto *test = new ProviderTest(client, provider, {}, this);
        std::optional<TestReport> found;
        connect(test, &ProviderTest::finished, this,
                [&found](const TestReport &report) { found = report; });
        test->start();
        const bool inTime = QTest::qWaitFor([&found] { return found.has_value(); });
        return inTime ? *found : TestReport{};
    }

    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestProviderTest)
#include "tst_providertest.moc"
