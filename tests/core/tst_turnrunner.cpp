#include "core/session/chatsession.h"
#include "tests/support/fakechatclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

#include <cmath>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestTurnRunner : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_store = std::make_unique<ConversationStore>(m_clock);
        valueOf(m_store->open(m_folder->filePath(u"store.db"_s)));
    }

    void cleanup() { m_store.reset(); }

    void withoutAModelNothingIsSentAndItsProviderIsNamed()
    {
        FakeChatClient client({FakeAnswer{.pieces = {u"Yes."_s}, .summary = {.status = 200}}});
        KeyVault vault(m_folder->path(), false);
        ChatSession session({*m_store, client, vault, PriceList::shipped(), m_clock});
        std::optional<Error> failure;
        connect(&session, &ChatSession::turnFailed, this,
                [&failure](const QString &, const Error &error) { failure = error; });
        valueOf(m_store->createConversation({.id = u"one"_s}));

        session.submit({.conversationId = u"one"_s,
                        .text = u"Is it there?"_s,
                        .provider = {.name = u"Ollama"_s, .needsKey = false},
                        .strategy = u"full"_s});

        QVERIFY(QTest::qWaitFor([&] { return session.busyCount() == 0; }));
        QVERIFY(failure);
        QCOMPARE(failure->kind, Error::Kind::ModelMissing);
        QCOMPARE(failure->where, u"Ollama"_s);
        QVERIFY(client.requests().isEmpty());
        QCOMPARE(valueOf(m_store->thread(u"one"_s)).tree.branch().size(), 1); // the words are kept
    }

    /// Also of a plan whose counts are scaled by what was learnt before.
    void whatAProviderReportsIsLearntFromThePlansCounts()
    {
        const QString text = u"A question of some length, and so on. "_s.repeated(100);
        const int counted =
            TokenCounter().message({.role = Role::User, .content = text}) + 3; // of the request
        const FakeAnswer answer{
            .pieces = {u"Yes."_s},
            .summary = {.usage = Usage{.prompt = 2 * counted, .basis = Usage::Basis::Provider},
                        .wasSent = true,
                        .status = 200}};
        FakeChatClient client({answer});
        KeyVault vault(m_folder->path(), false);
        ChatSession session({*m_store, client, vault, PriceList::shipped(), m_clock});
        for (const QString &id : {u"one"_s, u"two"_s}) {
            valueOf(m_store->createConversation({.id = id}));
            session.submit({.conversationId = id,
                            .text = text,
                            .provider = {.name = u"shop"_s, .needsKey = false},
                            .model = u"llama"_s,
                            .strategy = u"full"_s});
            QVERIFY(QTest::qWaitFor([&] { return session.busyCount() == 0; }));
            const double factor = session.models().counter(u"shop"_s, u"llama"_s).tokens().factor;
            QVERIFY2(std::abs(factor - 2.0) < 0.01, QByteArray::number(factor).constData());
        }
    }

private:
    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConversationStore> m_store;
};

QTEST_GUILESS_MAIN(TestTurnRunner)
#include "tst_turnrunner.moc"
