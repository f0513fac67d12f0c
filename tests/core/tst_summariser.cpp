#include "core/net/openaiclient.h"
#include "core/practice/practiceprovider.h"
#include "core/session/chatsession.h"
#include "core/session/summariser.h"
#include "tests/support/fakechatclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

#include <algorithm>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Core::SummaryFault)

namespace {

constexpr int turns = 8;

bool hasNotice(const ContextPlan &plan, const QString &name)
{
    return std::any_of(plan.notices.begin(), plan.notices.end(),
                       [&](const Notice &notice) { return noticeName(notice) == name; });
}

FakeAnswer saying(const QString &text, const QString &finishReason = u"stop"_s)
{
    return {.pieces = {text},
            .summary = {.finishReason = finishReason,
                        .usage = Usage{.prompt = 500, .completion = 40},
                        .status = 200}};
}

} // namespace

class TestSummariser : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_store = std::make_unique<ConversationStore>(m_clock);
        m_vault = std::make_unique<KeyVault>(m_folder->path(), false);
        valueOf(m_store->open(m_folder->filePath(u"store.db"_s)));
        valueOf(m_store->createConversation({.id = u"c"_s, .userId = u"an"_s}));
        for (int i = 0; i < turns; ++i) {
            add(Role::User, u"Parcel number %1 costs %2 dollars."_s.arg(i).arg(i * 7));
            add(Role::Assistant, u"I noted parcel number %1 for Monday."_s.arg(i));
        }
    }

    void cleanup() { m_store.reset(); }

    void theModelsSummaryIsStoredChargedAndSent()
    {
        FakeChatClient client({saying(u"Facts: parcels cost dollars."_s), saying(u"Fine."_s)});
        const TurnRecord record = ask(client);

        QCOMPARE(client.requests().size(), 2);
        QVERIFY(client.requests()[0].body.contains("\"model\":\"small\""));
        QVERIFY(client.requests()[0].body.contains("Parcel number 0"));
        QVERIFY(client.requests()[1].body.contains("Facts: parcels cost dollars."));
        QVERIFY(!client.requests()[1].body.contains("Parcel number 0"));
        const QList<Summary> summaries = valueOf(m_store->summaries(u"c"_s));
        QCOMPARE(summaries.size(), 1);
        QCOMPARE(summaries[0].text, u"Facts: parcels cost dollars."_s);
        QCOMPARE(summaries[0].madeBy, u"small"_s);
        QVERIFY(!summaries[0].lastCovered.isEmpty());
        QList<Charge> charges = valueOf(m_store->chargesOf(u"c"_s));
        QCOMPARE(charges.size(), 2);
        QVERIFY(std::any_of(charges.begin(), charges.end(), [](const Charge &charge) {
            return charge.kind == Charge::Kind::Summary && charge.model == u"small"_s
                && charge.messageId.isEmpty() && charge.userId == u"an"_s;
        }));
        QVERIFY(record.plan.notices.isEmpty());
    }

    void aStoredSummaryIsNotMadeAgain()
    {
        FakeChatClient client({saying(u"Facts: parcels."_s), saying(u"Fine."_s)});
        ask(client);
        ask(client);
        QCOMPARE(client.requests().size(), 3);
        QCOMPARE(valueOf(m_store->summaries(u"c"_s)).size(), 1);
    }

    void whatIsNoSummaryIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reasoning");
        QTest::addColumn<QString>("finishReason");
        QTest::addColumn<bool>("callsTools");
        QTest::addColumn<SummaryFault>("fault");

        QTest::addRow("empty") << u" "_s << QString() << u"stop"_s << false << SummaryFault::Empty;
        QTest::addRow("reasoning only")
            << QString() << u"Let me see."_s << u"stop"_s << false << SummaryFault::Reasoning;
        QTest::addRow("reasoning in the text") << u"<think>Let me see.</think> Yes."_s << QString()
                                               << u"stop"_s << false << SummaryFault::Reasoning;
        QTest::addRow("at its limit")
            << u"Facts: a parcel."_s << QString() << u"length"_s << false << SummaryFault::CutOff;
        QTest::addRow("cut in a sentence")
            << u"The user wants the"_s << QString() << u"stop"_s << false << SummaryFault::CutOff;
        QTest::addRow("a tool call") << u"Facts: a parcel."_s << QString() << u"tool_calls"_s
                                     << true << SummaryFault::ToolCall;
        QTest::addRow("a refusal") << u"I'm sorry, but I cannot do that."_s << QString()
                                   << u"stop"_s << false << SummaryFault::Refusal;
    }

    void whatIsNoSummaryIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, reasoning);
        QFETCH(QString, finishReason);
        QFETCH(bool, callsTools);
        QFETCH(SummaryFault, fault);
        FakeAnswer broken = saying(text, finishReason);
        broken.summary.reasoning = reasoning;
        if (callsTools)
            broken.summary.toolCalls = {{u"1"_s, u"look"_s, u"{}"_s}};
        FakeChatClient client({broken, saying(u"Fine."_s)});
        const TurnRecord record = ask(client);

        QVERIFY(valueOf(m_store->summaries(u"c"_s)).isEmpty());
        QCOMPARE(valueOf(m_store->chargesOf(u"c"_s)).size(), 2); // it was billed all the same
        QVERIFY(hasNotice(record.plan, noticeName({Notice::Code::SummaryRefused, int(fault)})));
        QVERIFY(std::any_of(
            record.plan.notices.begin(), record.plan.notices.end(),
            [](const Notice &notice) { return notice.code == Notice::Code::SummarisedHere; }));
        QVERIFY(record.plan.use.summary > 0);
    }

    void theSameIsNotAskedTwiceAfterARefusal()
    {
        FakeChatClient client({saying(QString()), saying(u"Fine."_s)});
        PlanHolder holder(*this, client);
        holder.ask();
        holder.ask();
        QCOMPARE(client.requests().size(), 3); // the summary and two answers
    }

    void aModelThatCannotBeReachedStopsNoTurn()
    {
        FakeChatClient client(
            {FakeAnswer{.error = Error{.kind = Error::Kind::NetworkDown}}, saying(u"Fine."_s)});
        const TurnRecord record = ask(client);
        QCOMPARE(record.answer.content, u"Fine."_s);
        QVERIFY(hasNotice(record.plan, u"summary-refused-%1"_s.arg(int(SummaryFault::Unanswered))));
    }

    void withoutAModelThisMachineSummarises()
    {
        FakeChatClient client({saying(u"Fine."_s)});
        const TurnRecord record = ask(client, {});
        QCOMPARE(client.requests().size(), 1);
        QVERIFY(record.plan.use.summary > 0);
    }

    void anotherStrategyAsksNobody()
    {
        FakeChatClient client({saying(u"Fine."_s)});
        Turn turn = turnOf(u"small"_s);
        turn.strategy = u"sliding"_s;
        QVERIFY(!summariserOf(turn));
        turn.strategy = u"summary"_s;
        turn.options[u"by"_s] = QString();
        QVERIFY(!summariserOf(turn)); // the option says: this machine
        turn.options[u"by"_s] = u"other"_s;
        QCOMPARE(summariserOf(turn)->model, u"other"_s);
    }

    void thePracticeProviderSummarises()
    {
        PracticeProvider practice(m_clock, {});
        const QUrl url = *practice.start();
        OpenAiClient client(m_clock);
        Turn turn = turnOf(u"practice"_s);
        turn.provider = practiceProvider(url);
        turn.model = u"practice"_s;
        turn.summariser.provider = turn.provider;
        const TurnRecord record = run(client, turn);
        const QList<Summary> summaries = valueOf(m_store->summaries(u"c"_s));
        QCOMPARE(summaries.size(), 1);
        QVERIFY(summaries[0].text.contains(u"arcel number"_s));
        QVERIFY(record.plan.messages.first().content.contains(summaries[0].text));
    }

    void anEditOrAnEarlierVersionIsAFurtherOne()
    {
        const Summary first = valueOf(m_store->saveSummary({.text = u"One."_s,
                                                            .lastCovered = u"x"_s,
                                                            .madeBy = u"small"_s,
                                                            .conversationId = u"c"_s}));
        const Summary edited = valueOf(m_store->saveSummary(editedSummary(first, u"Two."_s)));
        QCOMPARE(edited.version, 2);
        QCOMPARE(edited.madeBy, u"hand"_s);
        QCOMPARE(edited.lastCovered, u"x"_s);
        const Summary back = valueOf(m_store->saveSummary(revertedSummary(first)));
        QCOMPARE(back.version, 3);
        QCOMPARE(back.text, u"One."_s);
        QCOMPARE(back.madeBy, u"small"_s);
        QCOMPARE(valueOf(m_store->summaries(u"c"_s)).size(), 3);
    }

private:
    /// A session that lives for several turns.
    class PlanHolder
    {
    public:
        PlanHolder(TestSummariser &test, ChatClient &client)
            : m_test(test)
            , m_session({*test.m_store, client, *test.m_vault, PriceList::shipped(), test.m_clock})
        {
        }

        TurnRecord ask(const std::optional<Turn> &turn = std::nullopt)
        {
            std::optional<TurnRecord> finished;
            QObject context;
            connect(&m_session, &ChatSession::turnFinished, &context,
                    [&](const TurnRecord &record) { finished = record; });
            connect(&m_session, &ChatSession::turnFailed, &context,
                    [&](const QString &, const Error &error) {
                        qWarning() << "failed:" << int(error.kind) << error.detail;
                        finished = TurnRecord{};
                    });
            m_session.submit(turn.value_or(m_test.turnOf(u"small"_s)));
            return QTest::qWaitFor([&] { return finished.has_value(); }, 20'000) ? *finished
                                                                                 : TurnRecord{};
        }

    private:
        TestSummariser &m_test;
        ChatSession m_session;
    };

    void add(Role role, const QString &text)
    {
        valueOf(m_store->appendMessage({.conversationId = u"c"_s, .role = role, .content = text}));
    }

    Turn turnOf(const QString &summaryModel) const
    {
        const Provider provider{.name = u"fake"_s, .needsKey = false};
        return {.conversationId = u"c"_s,
                .text = u"What does parcel number 3 cost?"_s,
                .provider = provider,
                .model = u"gpt-4o"_s,
                .strategy = u"summary"_s,
                .options = {{u"messages"_s, 8}},
                .summariser = {provider, summaryModel}};
    }

    TurnRecord run(ChatClient &client, const Turn &turn)
    {
        return PlanHolder(*this, client).ask(turn);
    }

    TurnRecord ask(ChatClient &client, const QString &summaryModel = u"small"_s)
    {
        return run(client, turnOf(summaryModel));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    std::unique_ptr<ConversationStore> m_store;
    std::unique_ptr<KeyVault> m_vault;
};

QTEST_GUILESS_MAIN(TestSummariser)
#include "tst_summariser.moc"
