#include "core/session/trial.h"
#include "core/session/trialrunner.h"
#include "tests/support/fakechatclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestTrialRunner : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_store = std::make_unique<ConversationStore>(m_clock);
        m_vault = std::make_unique<KeyVault>(m_folder->path(), false);
        valueOf(m_store->open(m_folder->filePath(u"store.db"_s)));
        m_conversation = valueOf(m_store->createConversation({.id = u"c"_s, .userId = u"an"_s}));
    }

    void cleanup() { m_store.reset(); }

    void aReplyIsChargedToTheLabAndTheConversationStaysAsItIs()
    {
        FakeChatClient client({FakeAnswer{
            .pieces = {u"For"_s, u"ty-two"_s},
            .summary = {.usage = Usage{.prompt = 1000, .completion = 1000}, .status = 200}}});

        const TrialReply reply = run(client, true);

        QVERIFY(!reply.problem);
        QCOMPARE(reply.text, u"Forty-two"_s);
        QCOMPARE(m_seen, u"Forty-two"_s);
        QCOMPARE(reply.cost->pico, picoPerDollar / 100);
        const QList<Charge> charges = valueOf(m_store->chargesOf(u"c"_s));
        QCOMPARE(charges.size(), 1);
        QCOMPARE(charges.first().kind, Charge::Kind::Lab);
        QCOMPARE(charges.first().strategy, u"sliding"_s);
        QCOMPARE(charges.first().amount, reply.cost);
        const QList<Attempt> attempts = valueOf(m_store->attempts(u"c"_s));
        QCOMPARE(attempts.size(), 1);
        QCOMPARE(attempts.first().id, charges.first().attemptId);
        QCOMPARE(attempts.first().requestBody, client.requests().first().body);
        QVERIFY(valueOf(m_store->thread(u"c"_s)).tree.messages().isEmpty());
    }

    void tokensThatTheProviderDoesNotReportAreCounted()
    {
        FakeChatClient client(
            {FakeAnswer{.pieces = {u"one two three"_s}, .summary = {.status = 200}}});
        const TrialReply reply = run(client, true);
        QCOMPARE(reply.usage.basis, Usage::Basis::Estimated);
        QCOMPARE(reply.usage.prompt, 500);
        QCOMPARE(reply.usage.completion, 3);
        QVERIFY(reply.cost);
    }

    void aRefusedRequestCostsNothing()
    {
        FakeChatClient client({FakeAnswer{.error = Error{.kind = Error::Kind::RateLimited},
                                          .summary = {.status = 429}}});
        const TrialReply reply = run(client, true);
        QCOMPARE(reply.problem->kind, Error::Kind::RateLimited);
        QVERIFY(!reply.cost);
        QVERIFY(valueOf(m_store->chargesOf(u"c"_s)).isEmpty());
    }

    void whatCameBeforeAStopIsKeptAndCharged()
    {
        FakeChatClient client(
            {FakeAnswer{.pieces = {u"half"_s}, .summary = {.status = 200}, .isSilent = true}});
        auto *runner = start(client, true);
        QVERIFY(QTest::qWaitFor([&] { return !client.requests().isEmpty(); }));
        runner->stop();
        QVERIFY(QTest::qWaitFor([&] { return m_ended.has_value(); }));
        QCOMPARE(m_ended->problem->kind, Error::Kind::Cancelled);
        QCOMPARE(m_ended->text, u"half"_s);
        QCOMPARE(valueOf(m_store->chargesOf(u"c"_s)).size(), 1);
    }

    void withoutAKeyNothingIsSent()
    {
        FakeChatClient client;
        const TrialReply reply = run(client, false);
        QCOMPARE(reply.problem->kind, Error::Kind::Unauthorized);
        QVERIFY(client.requests().isEmpty());
    }

private:
    TrialRunner *start(FakeChatClient &client, bool keyless)
    {
        m_seen.clear();
        m_ended.reset();
        TrialRunner::Trial trial{.turn = {.conversationId = u"c"_s,
                                          .provider = {.name = u"openai"_s, .needsKey = !keyless},
                                          .model = u"gpt-4.1"_s,
                                          .strategy = u"sliding"_s,
                                          .kind = Charge::Kind::Lab},
                                 .conversation = m_conversation,
                                 .plan = {},
                                 .counter = TokenCounter()};
        trial.plan.use.history = 500;
        auto *runner = new TrialRunner({*m_store, client, *m_vault, PriceList::shipped(), m_clock},
                                       trial, this);
        connect(runner, &TrialRunner::grew, this, [this](const QString &text) { m_seen += text; });
        connect(runner, &TrialRunner::ended, this,
                [this](const TrialReply &reply) { m_ended = reply; });
        runner->start();
        return runner;
    }

    TrialReply run(FakeChatClient &client, bool keyless)
    {
        start(client, keyless);
        const bool ended = QTest::qWaitFor([&] { return m_ended.has_value(); });
        return ended ? *m_ended : TrialReply{.problem = Error{Error::Kind::Internal, {}}};
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConversationStore> m_store;
    std::unique_ptr<KeyVault> m_vault;
    Conversation m_conversation;
    QString m_seen;
    std::optional<TrialReply> m_ended;
};

QTEST_GUILESS_MAIN(TestTrialRunner)
#include "tst_trialrunner.moc"
