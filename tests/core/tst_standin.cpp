#include "core/store/conversationstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/patience.h"
#include "tests/support/relay.h"
#include "tests/support/storesamples.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

// A store on a server that goes away and comes back: nothing that was written is lost or there
// twice, and what was read is still to be read.

class TestStandin : public QObject
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
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_server = std::make_unique<TestPlace>(TestPlace::Kind::Server);
        m_relay = std::make_unique<Relay>(quint16(m_server->url().port()));
        m_other = std::make_unique<ConversationStore>(m_clock);
        valueOf(m_other->open(m_server->location()));
        open();
    }

    void cleanup()
    {
        m_store.reset();
        m_other.reset();
        m_relay.reset();
        m_server.reset();
    }

    void whatIsWrittenMeanwhileIsThereAfterwards()
    {
        const QString before = valueOf(m_store->createConversation({.title = u"before"_s})).id;
        lose();
        const QString id = valueOf(m_store->createConversation({})).id;
        turn(id, {}, u"Where is my parcel?"_s);
        turn(before, {}, u"And mine?"_s);
        valueOf(m_store->changeConversation(before, {.tags = QStringList{u"parcel"_s}}));
        QCOMPARE(valueOf(m_store->conversations({}, {}, 10)).rows.size(), 2);
        QCOMPARE(valueOf(m_store->thread(id)).tree.messages().size(), 2);
        TRY_COMPARE(m_state.waiting, 8);
        QCOMPARE(valueOf(m_other->conversations({}, {}, 10)).rows.size(), 1);

        find();
        const Thread there = valueOf(m_other->thread(id));
        QCOMPARE(there.tree.messages().size(), 2);
        QCOMPARE(there.tree.messages().last().status, MessageStatus::Complete);
        QCOMPARE(there.conversation.title, u"Where is my parcel?"_s);
        QCOMPARE(there.conversation.cost, Money{7});
        QCOMPARE(valueOf(m_other->thread(before)).conversation.tags, QStringList{u"parcel"_s});
        QCOMPARE(m_server->value(u"SELECT count(*) FROM charge"_s).toInt(), 2);
    }

    void aTurnThatIsCutIsFinishedOnce()
    {
        const QString id = valueOf(m_store->createConversation({})).id;
        const Message question = sampleMessage(id, {}, Role::User, u"hello"_s);
        valueOf(m_store->addMessage(question));
        Message answer = sampleMessage(id, question.id, Role::Assistant, {});
        const Attempt attempt = sampleAttempt(answer);
        succeed(m_store->beginAnswer(answer, attempt));
        lose();
        answer.content = u"good day"_s;
        answer.status = MessageStatus::Complete;
        const StoredAnswer stored =
            valueOf(m_store->finishAnswer(answer, attempt, sampleCharge(7)));
        QCOMPARE(stored.answer.content, u"good day"_s);
        find();
        QCOMPARE(valueOf(m_other->thread(id)).tree.messages().last().content, u"good day"_s);
        QCOMPARE(valueOf(m_other->conversation(id)).cost, Money{7});
    }

    void aWriteWhoseAnswerWasLostIsDoneOnce()
    {
        const QString id = valueOf(m_store->createConversation({})).id;
        // COMMIT waits until there is a gate.
        m_server->exec(u"CREATE TABLE public.gate (); CREATE FUNCTION public.tarry() RETURNS "
                       "trigger LANGUAGE plpgsql AS $$ BEGIN WHILE NOT EXISTS (SELECT FROM "
                       "public.gate) LOOP PERFORM pg_sleep(0.02);END LOOP;RETURN NULL;END $$; "
                       "CREATE CONSTRAINT TRIGGER tarry AFTER UPDATE ON conversation DEFERRABLE "
                       "INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.tarry()"_s);
        auto opening = qScopeGuard([this] { // else nothing ends where a check fails
            m_server->exec(u"INSERT INTO public.gate DEFAULT VALUES"_s);
        });
        const Message message = sampleMessage(id, {}, Role::User, u"hello"_s);
        const auto writing = m_store->addMessage(message);
        const auto changing = m_store->changeConversation(id, {.tags = QStringList{u"kept"_s}});
        TRY_COMPARE(m_server
                        ->value(u"SELECT count(*) FROM pg_stat_activity WHERE query = 'COMMIT' "
                                "AND state = 'active' AND datname = current_database()"_s)
                        .toInt(),
                    1);
        m_relay->loseAnswers(); // the server does it, and nobody hears
        m_server->exec(u"INSERT INTO public.gate DEFAULT VALUES"_s);
        opening.dismiss();
        TRY_COMPARE(m_server->value(u"SELECT count(*) FROM message"_s).toInt(), 1);
        m_relay->cut();
        valueOf(writing);
        valueOf(changing);
        TRY_COMPARE(m_state.waiting, 2);
        m_server->exec(u"DROP FUNCTION public.tarry CASCADE; DROP TABLE public.gate"_s);
        find();
        QCOMPARE(m_server->value(u"SELECT count(*) FROM message"_s).toInt(), 1);
        QCOMPARE(valueOf(m_other->conversation(id)).messageCount, 1);
        QCOMPARE(valueOf(m_other->conversation(id)).tags, QStringList{u"kept"_s});
    }

    void aServerThatNoLongerAnswersIsLeft()
    {
        const QString id = valueOf(m_store->createConversation({})).id;
        m_relay->loseAnswers();
        const auto writing = m_store->addMessage(sampleMessage(id, {}, Role::User, u"hello"_s));
        TRY_COMPARE(m_state.kind, StoreState::Kind::Offline);
        valueOf(writing);
        m_relay->cut();
        find();
        QCOMPARE(valueOf(m_other->thread(id)).tree.messages().size(), 1);
    }

    void aServerThatOnlyLetsInIsLeft()
    {
        const QString id = valueOf(m_store->createConversation({})).id;
        m_relay->onlyLetIn();
        const auto writing = m_store->addMessage(sampleMessage(id, {}, Role::User, u"hello"_s));
        TRY_COMPARE(m_state.kind, StoreState::Kind::Offline);
        valueOf(writing);
        m_store.reset();
        m_relay->cut();
        open();
        TRY_COMPARE(m_state.waiting, 1);
        find();
        QCOMPARE(valueOf(m_other->thread(id)).tree.messages().size(), 1);
    }

    void aStoreEndsThoughTheServerNoLongerAnswers()
    {
        const QString id = valueOf(m_store->createConversation({})).id;
        m_relay->loseAnswers();
        const auto writing = m_store->addMessage(sampleMessage(id, {}, Role::User, u"hello"_s));
        const auto reading = m_store->conversations({}, {}, 10);
        m_store.reset();
        QVERIFY(writing.isFinished() && writing.result());
        QVERIFY(reading.isFinished());
        m_relay->cut();
        open();
        TRY_COMPARE(m_state.waiting, 1);
        find();
        QCOMPARE(valueOf(m_other->thread(id)).tree.messages().size(), 1);
    }

    void everyCutInAFlowOfTurnsLosesNothing()
    {
        const QString id = valueOf(m_store->createConversation({})).id;
        QString parent;
        for (int round = 0; round < 6; ++round) {
            parent = turn(id, parent, u"question %1"_s.arg(round));
            if (round % 2 == 0)
                lose();
            else
                find();
        }
        const Thread there = valueOf(m_other->thread(id));
        QCOMPARE(there.tree.messages().size(), 12);
        QCOMPARE(there.tree.branch().size(), 12);
        QCOMPARE(there.conversation.messageCount, 12);
        QCOMPARE(there.conversation.cost, Money{42});
    }

    void theProgramStartsWithoutTheServer()
    {
        const QString id = valueOf(m_store->createConversation({.title = u"kept"_s})).id;
        turn(id, {}, u"hello"_s);
        m_store.reset();
        m_relay->cut();
        open();
        TRY_COMPARE(m_state.kind, StoreState::Kind::Offline);
        QCOMPARE(valueOf(m_store->thread(id)).tree.messages().size(), 2);
        QCOMPARE(valueOf(m_store->search(u"hello"_s, {}, 10)).size(), 1);
        turn(id, {}, u"again"_s);
        m_store.reset(); // and ends without it
        open();
        TRY_COMPARE(m_state.waiting, 3);
        find();
        QCOMPARE(valueOf(m_other->thread(id)).tree.messages().size(), 4);
    }

    void aServerThatWasNeverThereIsSaid()
    {
        m_relay->cut();
        ConversationStore store(m_clock);
        const QTemporaryDir empty(storeFolderTemplate());
        QCOMPARE(errorOf(store.open(location(), empty.path())).kind, Error::Kind::StoreUnreachable);
    }

    void whatIsNotInTheCopyIsSaid()
    {
        const QString id = valueOf(m_other->createConversation({})).id;
        lose();
        QCOMPARE(errorOf(m_store->thread(id)).kind, Error::Kind::StoreUnreachable);
        QCOMPARE(errorOf(m_store->eraseConversation(id)).kind, Error::Kind::StoreUnreachable);
    }

    void whatIsErasedIsNotKept()
    {
        const QString mine = valueOf(m_store->createConversation({.title = u"mine"_s})).id;
        const QString theirs = valueOf(m_store->createConversation({.title = u"theirs"_s})).id;
        succeed(m_store->eraseConversation(mine));
        succeed(m_other->eraseConversation(theirs));
        QCOMPARE(valueOf(m_store->conversationsById({mine, theirs})).size(), 0);
        lose();
        QCOMPARE(valueOf(m_store->conversations({}, {}, 10)).rows.size(), 0);
    }

    void whatOthersChangedMeanwhileIsNotOverwritten()
    {
        const Conversation seen = valueOf(m_store->createConversation({.title = u"new"_s}));
        lose();
        valueOf(m_other->changeConversation(seen.id, {.title = u"theirs"_s}, seen));
        valueOf(m_store->changeConversation(seen.id, {.title = u"mine"_s}, seen));
        const QString later = valueOf(m_store->createConversation({.title = u"later"_s})).id;
        QSignalSpy refused(m_store.get(), &ConversationStore::refused);
        m_relay->mend();
        TRY_COMPARE(refused.size(), 1);
        QCOMPARE(m_refusals.size(), 1);
        m_refusals.clear();
        QCOMPARE(refused[0][0].value<Deed>().change.title, u"mine"_s);
        QCOMPARE(refused[0][1].value<Error>().kind, Error::Kind::StoreConflict);
        QCOMPARE(valueOf(m_other->conversation(seen.id)).title, u"theirs"_s);
        QCOMPARE(valueOf(m_other->conversation(later)).title, u"later"_s);
        QCOMPARE(valueOf(m_store->conversation(seen.id)).title, u"theirs"_s);
    }

    void aChangeThatOnlyANewerProgramKnowsIsKeptAndSaid()
    {
        const QString id = valueOf(m_store->createConversation({.title = u"old"_s})).id;
        const QString other = valueOf(m_store->createConversation({})).id;
        lose();
        m_store.reset();
        execInCopy(u"INSERT INTO outbox (kind, conversation_id, id, attempt_id, detail, quiet) "
                   "VALUES ('merge', '%1', 'x', '', '{}', 0)"_s.arg(id));
        open();
        valueOf(m_store->changeConversation(id, {.title = u"after it"_s}));
        valueOf(m_store->changeConversation(other, {.title = u"beside it"_s}));
        QSignalSpy refused(m_store.get(), &ConversationStore::refused);
        m_relay->mend();
        TRY_COMPARE(refused.size(), 1);
        TRY_COMPARE(m_state.waiting, 2);
        QCOMPARE(m_state.kind, StoreState::Kind::Online);
        QCOMPARE(refused[0][0].value<Deed>().kind, Deed::Kind::Unknown);
        QCOMPARE(refused[0][1].value<Error>().kind, Error::Kind::StoreNewer);
        QCOMPARE(valueOf(m_other->conversation(other)).title, u"beside it"_s);
        QCOMPARE(valueOf(m_other->conversation(id)).title, u"old"_s);
        m_store.reset();
        QCOMPARE(execInCopy(u"SELECT group_concat(kind) FROM outbox WHERE refused = ''"_s),
                 u"merge,change"_s);
    }

    void oneIsKnownByNameWithoutTheServer()
    {
        const QString login = u"minh_"_s + m_server->url().path().mid(6);
        m_server->exec(
            u"CREATE ROLE %1 LOGIN PASSWORD 'secret' IN ROLE skein_member; "
            "INSERT INTO member VALUES (1, '%1', 'minh', 'agent', 'north')"_s.arg(login));
        m_login = login;
        open();
        const QString id = valueOf(m_store->createConversation({})).id;
        m_store.reset();
        m_relay->cut();
        const StoreInfo info = open();
        QCOMPARE(info.user, u"minh"_s);
        QCOMPARE(info.role, u"agent"_s);
        Message question = sampleMessage(id, {}, Role::User, u"hello"_s);
        question.author = u"Me"_s;
        valueOf(m_store->addMessage(question));
        TRY_COMPARE(m_state.kind, StoreState::Kind::Offline);
        find();
        QCOMPARE(valueOf(m_other->thread(id)).tree.branch().last().author, u"minh"_s);
        m_store.reset();
        m_login.clear();
        m_server->exec(u"DROP ROLE "_s + login);
    }

    void onAFullServerWritesWaitAndReadsDoNot()
    {
        const QString id = valueOf(m_store->createConversation({})).id;
        m_server->exec(u"CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS "
                       "$$ BEGIN RAISE disk_full;END $$; CREATE TRIGGER refuse "
                       "BEFORE INSERT ON message FOR EACH ROW EXECUTE FUNCTION public.refuse()"_s);
        const Message message = sampleMessage(id, {}, Role::User, u"hello"_s);
        valueOf(m_store->addMessage(message));
        TRY_COMPARE(m_state.kind, StoreState::Kind::WritesWait);
        QCOMPARE(m_state.why->kind, Error::Kind::StoreFull);
        const QString theirs = valueOf(m_other->createConversation({})).id;
        QCOMPARE(valueOf(m_store->conversation(theirs)).id, theirs);
        m_server->exec(u"DROP FUNCTION public.refuse CASCADE"_s);
        TRY_COMPARE(m_state.kind, StoreState::Kind::Online);
        QCOMPARE(valueOf(m_other->thread(id)).tree.messages().size(), 1);
    }

    void aServerThatTakesNoWritesIsStillRead()
    {
        const QString id = valueOf(m_store->createConversation({})).id;
        const QString name = m_server->url().path().mid(1);
        m_server->exec(u"ALTER DATABASE %1 SET default_transaction_read_only = on"_s.arg(name));
        endConnections();
        valueOf(m_store->changeConversation(id, {.title = u"mine"_s}));
        TRY_COMPARE(m_state.kind, StoreState::Kind::WritesWait);
        QCOMPARE(m_state.why->kind, Error::Kind::StoreReadOnly);
        m_server->exec(u"SET default_transaction_read_only = off; "
                       "ALTER DATABASE %1 RESET default_transaction_read_only"_s.arg(name));
        endConnections();
        TRY_COMPARE(m_state.kind, StoreState::Kind::Online);
        QCOMPARE(m_server->value(u"SELECT title FROM conversation"_s).toString(), u"mine"_s);
    }

private:
    QString location() const
    {
        QUrl url = m_server->url();
        url.setPort(m_relay->port());
        if (!m_login.isEmpty()) {
            url.setUserName(m_login);
            url.setPassword(u"secret"_s);
        }
        return url.toString();
    }

    /// Behind the program's back; the first value that it finds.
    QString execInCopy(const QString &sql) const
    {
        QString found;
        {
            QSqlDatabase copy = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"copy"_s);
            copy.setDatabaseName(
                QDir(m_folder->path()).entryInfoList({u"*.db"_s}).first().filePath());
            if (!copy.open())
                qFatal("%s", qPrintable(copy.lastError().text()));
            QSqlQuery query(copy);
            if (!query.exec(sql))
                qFatal("%s", qPrintable(query.lastError().text()));
            if (query.next())
                found = query.value(0).toString();
        }
        QSqlDatabase::removeDatabase(u"copy"_s);
        return found;
    }

    StoreInfo open()
    {
        m_state = {};
        m_store = std::make_unique<ConversationStore>(m_clock);
        connect(m_store.get(), &ConversationStore::stateChanged, this,
                [this](const StoreState &state) { m_state = state; });
        m_refusals.clear();
        connect(m_store.get(), &ConversationStore::refused, this,
                [this](const Deed &, const Error &error) { m_refusals += error.detail; });
        const StoreInfo info = valueOf(m_store->open(location(), m_folder->path()));
        m_store->listen();
        return info;
    }

    void lose()
    {
        m_relay->cut();
        TRY_COMPARE(m_state.kind, StoreState::Kind::Offline);
        QVERIFY(m_state.why);
    }

    void find()
    {
        m_relay->mend();
        TRY_COMPARE(m_state.kind, StoreState::Kind::Online);
        QCOMPARE(m_state.waiting, 0);
        QCOMPARE(m_refusals, QStringList());
    }

    void endConnections()
    {
        m_server->exec(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                       "WHERE datname = current_database() AND pid <> pg_backend_pid()"_s);
    }

    /// A question and its answer; the id of the answer.
    QString turn(const QString &id, const QString &parent, const QString &text)
    {
        const Message question = sampleMessage(id, parent, Role::User, text);
        valueOf(m_store->addMessage(question));
        Message answer = sampleMessage(id, question.id, Role::Assistant, {});
        Attempt attempt = sampleAttempt(answer);
        succeed(m_store->beginAnswer(answer, attempt));
        answer.content = u"an answer"_s;
        answer.status = MessageStatus::Complete;
        attempt.state = Attempt::State::Complete;
        valueOf(m_store->finishAnswer(answer, attempt, sampleCharge(7)));
        return answer.id;
    }

    FakeClock m_clock;
    QString m_login; ///< empty: the owner
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestPlace> m_server;
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<ConversationStore> m_other;
    std::unique_ptr<ConversationStore> m_store;
    StoreState m_state;
    QStringList m_refusals;
};

QTEST_GUILESS_MAIN(TestStandin)
#include "tst_standin.moc"
