#include "core/store/conversationstore.h"
#include "core/store/storelistener.h"
#include "tests/support/fakeclock.h"
#include "tests/support/patience.h"
#include "tests/support/storesamples.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

// Two people at one store on a server: what one changes the other hears, and neither writes over
// the other.

class TestStoreListener : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString why = TestPlace::whySkipped(TestPlace::Kind::Server); !why.isEmpty())
            QSKIP(qPrintable(why));
    }

    void init()
    {
        m_server = std::make_unique<TestPlace>(TestPlace::Kind::Server);
        m_mine = std::make_unique<ConversationStore>(m_clock);
        m_theirs = std::make_unique<ConversationStore>(m_clock);
        valueOf(m_mine->open(m_server->location()));
        valueOf(m_theirs->open(m_server->location()));
        m_heard.clear();
        connect(m_mine.get(), &ConversationStore::changedByOthers, this,
                [this](const StoreChange &change) { m_heard.append(change); });
    }

    void cleanup()
    {
        m_mine.reset();
        m_theirs.reset();
        m_server.reset();
    }

    void whatOthersChangeIsHeard()
    {
        listen();
        const QString id = valueOf(m_theirs->createConversation({.title = u"refund"_s})).id;
        TRY_VERIFY(hears(id, StoreChange::Kind::Row));
        valueOf(m_theirs->appendMessage(sampleMessage(id, {}, Role::User, u"hello"_s)));
        TRY_VERIFY(hears(id, StoreChange::Kind::Messages));
        m_heard.clear();
        valueOf(m_theirs->changeConversation(id, {.tags = QStringList{u"urgent"_s}}));
        TRY_VERIFY(hears(id, StoreChange::Kind::Row));
        succeed(m_theirs->eraseConversation(id));
        TRY_VERIFY(hears(id, StoreChange::Kind::Erased));
    }

    void whatOneChangesOneselfIsNot()
    {
        listen();
        const QString own = valueOf(m_mine->createConversation({})).id;
        const QString other = valueOf(m_theirs->createConversation({})).id;
        TRY_VERIFY(hears(other, StoreChange::Kind::Row));
        QVERIFY(!hears(own, StoreChange::Kind::Row));
    }

    void draftsAreNobodysBusiness()
    {
        const QString id = valueOf(m_theirs->createConversation({})).id;
        listen();
        valueOf(m_theirs->changeConversation(id, {.draft = u"half a thought"_s}));
        const QString other = valueOf(m_theirs->createConversation({})).id;
        TRY_VERIFY(hears(other, StoreChange::Kind::Row));
        QVERIFY(!hears(id, StoreChange::Kind::Row));
        QVERIFY(!hears(id, StoreChange::Kind::Messages));
    }

    void noWordsAreTold()
    {
        const QString id = newId();
        const QString notice = u"1 row %1 7 4711"_s.arg(id);
        const StoreChange told{.conversationId = id, .version = 7, .writer = 4711};
        QCOMPARE(changeFromNotice(notice), std::optional(told));
        QCOMPARE(changeFromNotice(u"2 row %1 7 4711"_s.arg(id)), std::nullopt);
        QCOMPARE(changeFromNotice(u"hello"_s), std::nullopt);
        QCOMPARE(m_server
                     ->value(u"SELECT count(*) FROM pg_trigger JOIN pg_proc ON pg_proc.oid = "
                             "tgfoid WHERE proname = 'tell_change' AND prosrc LIKE '%title%'"_s)
                     .toInt(),
                 0);
    }

    void afterACutItListensAgain()
    {
        listen();
        QSignalSpy missed(m_mine.get(), &ConversationStore::changesMissed);
        m_server->exec(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                       "WHERE datname = current_database() AND pid <> pg_backend_pid()"_s);
        TRY_COMPARE(missed.size(), 1);
        const QString id = valueOf(m_theirs->createConversation({})).id;
        TRY_VERIFY(hears(id, StoreChange::Kind::Row));
    }

    void theSecondToRenameIsTold()
    {
        const Conversation seen = valueOf(m_mine->createConversation({.title = u"new"_s}));
        valueOf(m_theirs->changeConversation(seen.id, {.title = u"theirs"_s}, seen));
        QCOMPARE(errorOf(m_mine->changeConversation(seen.id, {.title = u"mine"_s}, seen)).kind,
                 Error::Kind::StoreConflict);
        QCOMPARE(valueOf(m_mine->conversation(seen.id)).title, u"theirs"_s);
    }

    void whoHasSeenItMayChangeIt()
    {
        const Conversation first = valueOf(m_mine->createConversation({.title = u"new"_s}));
        const Conversation second =
            valueOf(m_theirs->changeConversation(first.id, {.title = u"theirs"_s}, first));
        QVERIFY(second.version > first.version);
        const Conversation third =
            valueOf(m_mine->changeConversation(first.id, {.title = u"mine"_s}, second));
        QCOMPARE(third.title, u"mine"_s);
    }

    void differentFieldsDoNotCollide()
    {
        const Conversation seen = valueOf(m_mine->createConversation({.title = u"new"_s}));
        valueOf(m_theirs->changeConversation(seen.id, {.title = u"theirs"_s}, seen));
        const Conversation both =
            valueOf(m_mine->changeConversation(seen.id, {.tags = QStringList{u"mine"_s}}, seen));
        QCOMPARE(both.title, u"theirs"_s);
        QCOMPARE(both.tags, QStringList{u"mine"_s});
    }

    void theSameChangeTwiceIsNoConflict()
    {
        const Conversation seen = valueOf(m_mine->createConversation({.title = u"new"_s}));
        valueOf(m_theirs->changeConversation(seen.id, {.title = u"same"_s}, seen));
        QCOMPARE(valueOf(m_mine->changeConversation(seen.id, {.title = u"same"_s}, seen)).title,
                 u"same"_s);
    }

    void messagesDoNotMakeATitleOld()
    {
        const Conversation seen = valueOf(m_mine->createConversation({.title = u"new"_s}));
        valueOf(m_theirs->appendMessage(sampleMessage(seen.id, {}, Role::User, u"hello"_s)));
        const Conversation now = valueOf(m_mine->conversation(seen.id));
        QCOMPARE(now.version, seen.version);
        QCOMPARE(now.messageCount, 1);
    }

    void twoWhoWriteAtTheSameTimeMakeBranches()
    {
        const QString id = valueOf(m_mine->createConversation({})).id;
        const Message root = sampleMessage(id, {}, Role::User, u"hello"_s);
        valueOf(m_mine->addMessage(root));
        QList<QFuture<Result<Thread>>> writing;
        for (int i = 0; i < 25; ++i) {
            writing.append(m_mine->addMessage(sampleMessage(id, root.id, Role::User, u"mine"_s)));
            writing.append(
                m_theirs->addMessage(sampleMessage(id, root.id, Role::User, u"theirs"_s)));
        }
        for (const auto &each : std::as_const(writing))
            valueOf(each);
        const Thread thread = valueOf(m_mine->thread(id));
        QCOMPARE(thread.conversation.messageCount, 51);
        QCOMPARE(thread.tree.messages().size(), 51);
        QCOMPARE(thread.tree.siblings(thread.tree.messages().last().id).size(), 50);
    }

private:
    /// Waits until it does.
    void listen()
    {
        QSignalSpy listening(m_mine.get(), &ConversationStore::changesMissed);
        m_mine->listen();
        TRY_COMPARE(listening.size(), 1);
    }
    bool hears(const QString &id, StoreChange::Kind kind) const
    {
        return std::any_of(m_heard.cbegin(), m_heard.cend(), [&](const StoreChange &change) {
            return change.conversationId == id && change.kind == kind;
        });
    }

    FakeClock m_clock;
    std::unique_ptr<TestPlace> m_server;
    std::unique_ptr<ConversationStore> m_mine;
    std::unique_ptr<ConversationStore> m_theirs;
    QList<StoreChange> m_heard;
};

QTEST_GUILESS_MAIN(TestStoreListener)
#include "tst_storelistener.moc"
