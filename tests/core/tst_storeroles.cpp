#include "core/store/conversationstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

// Who sees and does what in a team's store. What is not allowed is refused by the database, so
// much of this is asked with SQL written by hand over the login's own connection.

class TestStoreRoles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString why = TestPlace::whySkipped(TestPlace::Kind::Server); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_server = std::make_unique<TestPlace>(TestPlace::Kind::Server);
        ConversationStore store(m_clock);
        valueOf(store.open(m_server->location()));
        addMember(u"an"_s, u"agent"_s, u"north"_s);
        addMember(u"binh"_s, u"agent"_s, u"north"_s);
        addMember(u"chi"_s, u"agent"_s, u"south"_s);
        addMember(u"dung"_s, u"lead"_s, u"north"_s);
        addMember(u"giang"_s, u"manager"_s, {});
        addMember(u"hoa"_s, u"manager"_s, {}, u"true"_s);
        addMember(u"khanh"_s, u"admin"_s, {});
        for (const QString &agent : agents())
            m_conversations.insert(agent, workAs(agent));
    }

    void cleanupTestCase()
    {
        if (!m_server)
            return;
        for (const QString &login : std::as_const(m_logins)) // they are the whole server's
            m_server->exec(u"DROP ROLE "_s + login);
        m_server.reset();
    }

    void listsWhatTheRoleMaySee_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QStringList>("seen");
        QTest::addRow("an agent") << u"an"_s << QStringList{u"an"_s};
        QTest::addRow("another agent") << u"binh"_s << QStringList{u"binh"_s};
        QTest::addRow("a lead") << u"dung"_s << QStringList{u"an"_s, u"binh"_s};
        QTest::addRow("a manager") << u"giang"_s << QStringList{};
        QTest::addRow("a manager who may read") << u"hoa"_s << agents();
        QTest::addRow("an admin") << u"khanh"_s << agents();
    }

    void listsWhatTheRoleMaySee()
    {
        QFETCH(QString, member);
        QFETCH(QStringList, seen);
        ConversationStore store(m_clock);
        valueOf(store.open(urlOf(member)));
        QStringList users;
        for (const Conversation &row : valueOf(store.conversations({}, {}, 10)).rows)
            users += row.userId;
        users.sort();
        QCOMPARE(users, seen);
        QCOMPARE(valueOf(store.search(u"secret"_s, {}, 10)).size(), seen.size());
        const StoreInfo info = valueOf(store.info());
        QCOMPARE(info.conversations, seen.size());
        QCOMPARE(info.tags, seen.isEmpty() ? QStringList() : QStringList{u"refund"_s});
        QCOMPARE(valueOf(store.messageCount()), 2 * seen.size());
        QStringList found;
        std::optional<SearchKey> after;
        while (found.size() <= seen.size()) {
            const QList<SearchHit> hits =
                valueOf(store.search(u"secret"_s, {.hitsTogether = true}, 1, after));
            if (hits.isEmpty())
                break;
            found += hits.first().conversation.userId;
            after = hits.first().key;
        }
        found.sort();
        QCOMPARE(found, seen);
        for (const QString &agent : agents()) {
            const auto thread = store.thread(m_conversations[agent]).takeResult();
            QCOMPARE(bool(thread), seen.contains(agent));
        }
    }

    void aLeadTurnsThePagesOfTheWholeTeam()
    {
        ConversationStore store(m_clock);
        valueOf(store.open(urlOf(u"dung"_s)));
        const auto page = [&](const ConversationFilter &filter,
                              const std::optional<ConversationKey> &after = {}) {
            return valueOf(store.conversations(filter, after, 1));
        };
        const ConversationPage first = page({});
        const ConversationPage second = page({}, first.next);
        QCOMPARE(first.rows.size() + second.rows.size(), 2);
        QVERIFY(first.rows.constFirst().updatedAt >= second.rows.constFirst().updatedAt);
        QVERIFY(first.rows.constFirst().userId != second.rows.constFirst().userId);
        QVERIFY(!second.next);
        QCOMPARE(page({.userId = u"binh"_s}).rows.constFirst().userId, u"binh"_s);
        QVERIFY(page({.userId = u"chi"_s}).rows.isEmpty()); // of another team
    }

    void nobodyCountsForOthers()
    {
        const auto an = loginAs(u"an"_s);
        QCOMPARE(an->ask(u"SELECT user_id FROM conversation_count WHERE user_id <> 'an'"_s).rows,
                 0);
        QVERIFY(!an->ask(u"INSERT INTO conversation_count VALUES (1, 'an', 'tag', 'forged', 1)"_s)
                     .error.isEmpty());
    }

    void nobodyButTheOwnerLoads()
    {
        const auto an = loginAs(u"an"_s);
        QVERIFY(an->ask(u"SET skein.loading = 'on'"_s).error.isEmpty());
        const QString insert = u"INSERT INTO message (workspace_id, id, conversation_id, role, "
                               "status, created_at, tokens, encoding, name, tool_call_id, model, "
                               "hash, content, reasoning, tool_calls, search) VALUES (1, '%2', "
                               "'%1', 'user', 'complete', '%3', 1, '', '', '', '', '', 'kept', '', "
                               "'', 'forged') RETURNING CASE WHEN search = 'kept' THEN 1 END"_s;
        const QString id = newId();
        const auto at = [&](const QString &time) {
            return about(QString(insert).replace(u"%2"_s, id).replace(u"%3"_s, time));
        };
        const Answer first = an->ask(at(u"1999-11-01Z"_s));
        QVERIFY2(first.error.isEmpty(), qPrintable(first.error));
        QCOMPARE(first.rows, 1); // with the words of its text
        QCOMPARE(an->ask(at(u"1998-10-01Z"_s)).rows, 0); // an id is there once
        (void)an->ask(u"DELETE FROM message WHERE id = '%1'"_s.arg(id));
    }

    void countsWhatTheRoleMaySee_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<int>("charges");
        QTest::addRow("an agent") << u"an"_s << 1;
        QTest::addRow("a lead") << u"dung"_s << 2;
        QTest::addRow("a manager") << u"giang"_s << 3;
        QTest::addRow("an admin") << u"khanh"_s << 3;
    }

    void countsWhatTheRoleMaySee()
    {
        QFETCH(QString, member);
        QFETCH(int, charges);
        ConversationStore store(m_clock);
        valueOf(store.open(urlOf(member)));
        QCOMPARE(valueOf(store.charges({}, {})).size(), charges);
        const qint64 now = m_clock.now().toMSecsSinceEpoch();
        const auto ofUsers =
            valueOf(store.chargeSums({now - 7'200'000, now + 7'200'000}, SumBy::User));
        QCOMPARE(ofUsers.size(), charges);
    }

    void addsUpWhatTheRoleMaySee_data() { countsWhatTheRoleMaySee_data(); }

    // The sums of everybody, which limits are kept by, are in no report of one's own.
    void addsUpWhatTheRoleMaySee()
    {
        QFETCH(QString, member);
        QFETCH(int, charges);
        ConversationStore store(m_clock);
        valueOf(store.open(urlOf(member)));
        const QDateTime from = m_clock.now().addDays(-2);
        const QDateTime to = m_clock.now().addDays(2);
        for (const SumBy by : {SumBy::Nothing, SumBy::User, SumBy::Provider, SumBy::Model,
                               SumBy::Strategy, SumBy::Kind, SumBy::Conversation}) {
            // Whole days with the edges, an hour alone, and a part of it.
            for (const qint64 halfMs : {qint64(172'800'000), qint64(3'600'000), qint64(60'000)}) {
                const qint64 now = m_clock.now().toMSecsSinceEpoch();
                const auto sums = valueOf(store.chargeSums({now - halfMs, now + halfMs}, by));
                ChargeTotals total;
                for (const ChargeSum &sum : sums)
                    total += sum.totals;
                QCOMPARE(total.requests, charges);
                QCOMPARE(total.cost.pico, 1000 * charges);
            }
        }
        const ChargeDetails details = valueOf(store.chargeDetails(from, to, {}, 8));
        QCOMPARE(details.conversations, charges);
        QCOMPARE(details.conversationSpend.pico, 1000 * charges);
        QCOMPARE(details.dearest.size(), charges);
    }

    void anAgentReadsNoRowOfAnotherWithAnySql_data()
    {
        QTest::addColumn<QString>("sql");
        const QString of = u" WHERE conversation_id = '%1'"_s;
        QTest::addRow("conversations") << u"SELECT title FROM conversation WHERE id = '%1'"_s;
        QTest::addRow("messages") << u"SELECT content FROM message"_s + of;
        QTest::addRow("attempts") << u"SELECT request_body FROM attempt"_s + of;
        QTest::addRow("charges") << u"SELECT amount_pico FROM charge"_s + of;
        QTest::addRow("tags") << u"SELECT tag FROM conversation_tag"_s + of;
        QTest::addRow("summaries") << u"SELECT text FROM summary"_s + of;
        QTest::addRow("marks") << u"SELECT mark FROM hand_mark"_s + of;
        QTest::addRow("sums") << u"SELECT cost_pico FROM charge_sum WHERE key = '%1'"_s;
        QTest::addRow("sums of a user") << u"SELECT cost_pico FROM hour_sum WHERE user_id = 'an'"_s;
        QTest::addRow("members") << u"SELECT role FROM member WHERE login <> session_user"_s;
        QTest::addRow("whatever a condition lets slip")
            << u"SELECT content FROM message WHERE conversation_id = '%1' "
               "AND 1 / (length(content) - 20) = 0"_s;
        QTest::addRow("counting") << u"SELECT nullif(count(*), 0) FROM message"_s + of;
        QTest::addRow("changing") << u"UPDATE message SET content = '' "
                                     "WHERE conversation_id = '%1' RETURNING content"_s;
        QTest::addRow("removing") << u"DELETE FROM conversation WHERE id = '%1' RETURNING title"_s;
    }

    void anAgentReadsNoRowOfAnotherWithAnySql()
    {
        QFETCH(QString, sql);
        const auto login = loginAs(u"binh"_s);
        const Answer answer = login->ask(about(sql));
        QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
        QCOMPARE(answer.rows, 0);
        // The statement finds something where it may.
        const auto own = loginAs(u"khanh"_s);
        if (sql.startsWith("SELECT"_L1) && !sql.contains("summary"_L1) && !sql.contains("mark"_L1))
            QVERIFY(own->ask(about(sql)).rows > 0);
    }

    void isRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("sql");
        const QString message =
            u"INSERT INTO message (workspace_id, id, conversation_id, role, status, created_at, "
            "tokens, encoding, name, tool_call_id, model, hash, content, reasoning, tool_calls) "
            "VALUES (1, gen_random_uuid(), '%1', 'user', 'complete', '2026-11-01', 0, '', '', '', "
            "'', '', 'slipped in', '', '')"_s;
        QTest::addRow("a message in another's conversation") << u"binh"_s << message;
        QString inOthersName = message;
        inOthersName.replace(u"reasoning, tool_calls)"_s, u"reasoning, tool_calls, author)"_s);
        QTest::addRow("a message in another's name")
            << u"an"_s << inOthersName.replace(u"'', '')"_s, u"'', '', 'binh')"_s);
        QTest::addRow("putting a message into another's mouth")
            << u"an"_s << u"UPDATE message SET author = 'binh' WHERE role = 'user'"_s;
        QTest::addRow("a message of a manager who only reads") << u"hoa"_s << message;
        QTest::addRow("a tag on another's conversation")
            << u"binh"_s << u"INSERT INTO conversation_tag VALUES (1, '%1', 'mine')"_s;
        QTest::addRow("a conversation in another's name")
            << u"binh"_s
            << u"INSERT INTO conversation SELECT 1, gen_random_uuid(), 'an', true, false, now(), "
               "now(), '', '', '', '', '', NULL, NULL, 0, 0, 0, false, '', ''"_s;
        QTest::addRow("giving a conversation away")
            << u"binh"_s << u"UPDATE conversation SET user_id = 'an'"_s;
        QTest::addRow("changing a charge") << u"an"_s << u"UPDATE charge SET amount_pico = 0"_s;
        QTest::addRow("removing charges") << u"khanh"_s << u"DELETE FROM charge"_s;
        const QString repricing = u"INSERT INTO repricing SELECT 1, 1, gen_random_uuid(), now(), "
                                  u"'%1', 'why', NULL, NULL, "
                                  "'', '', 1, 0, 0, 0, '', session_user"_s;
        QTest::addRow("re-pricing by an agent") << u"an"_s << repricing;
        QTest::addRow("what a charge is worth, by an agent")
            << u"an"_s
            << u"INSERT INTO repriced_charge SELECT 1, 1, gen_random_uuid(), id, amount_pico, 0, "
               "basis, 0, 0, NULL, NULL, NULL, '' FROM charge WHERE conversation_id = '%1'"_s;
        QTest::addRow("emptying the ledger") << u"khanh"_s << u"TRUNCATE charge"_s;
        QTest::addRow("changing sums") << u"an"_s
                                       << u"INSERT INTO charge_sum SELECT workspace_id, "
                                          "dimension, hours, start + 24, key, 0, 0, 0, 0, 0, 0, 0, "
                                          "0, 0 FROM charge_sum"_s;
        QTest::addRow("a month's own table") << u"an"_s << u"SELECT * FROM message_2026_11"_s;
        QTest::addRow("which attempts were charged") << u"an"_s << u"SELECT * FROM charged"_s;
        QTest::addRow("without row security")
            << u"an"_s << u"SET row_security = off; SELECT * FROM message"_s;
        QTest::addRow("becoming an admin")
            << u"an"_s << u"INSERT INTO member VALUES (1, 'x', 'x', 'admin', '')"_s;
        QTest::addRow("becoming another") << u"an"_s << u"SET SESSION AUTHORIZATION skein"_s;
        QTest::addRow("a budget by an agent")
            << u"an"_s << u"INSERT INTO setting VALUES (1, 'monthlyBudget', '{}')"_s;
        QTest::addRow("a trigger of one's own")
            << u"an"_s << u"DROP TRIGGER message_once ON message"_s;
    }

    void isRefused()
    {
        QFETCH(QString, member);
        QFETCH(QString, sql);
        const auto login = loginAs(member);
        const Answer answer = login->ask(about(sql));
        QVERIFY(!answer.error.isEmpty());
    }

    void oneIsWhoTheServerSays()
    {
        ConversationStore store(m_clock);
        const StoreInfo info = valueOf(store.open(urlOf(u"dung"_s)));
        QCOMPARE(info.user, u"dung"_s);
        QCOMPARE(info.role, u"lead"_s);
        ConversationStore owner(m_clock);
        const StoreInfo owned = valueOf(owner.open(m_server->location()));
        QCOMPARE(owned.user, QString());
        QCOMPARE(owned.role, u"owner"_s);
    }

    void aQuestionIsOfWhoeverAsksIt()
    {
        const QString id = m_conversations[u"binh"_s];
        ConversationStore store(m_clock);
        valueOf(store.open(urlOf(u"dung"_s)));
        Message question = sampleMessage(id, {}, Role::User, u"Shall I?"_s);
        question.author = u"Dũng of the laptop"_s; // as the settings of a machine say
        valueOf(store.appendMessage(question));
        ConversationStore other(m_clock);
        valueOf(other.open(urlOf(u"binh"_s)));
        const QList<Message> branch = valueOf(other.thread(id)).tree.branch();
        QCOMPARE(branch.first().author, u"binh"_s);
        QCOMPARE(branch[1].author, QString()); // an answer
        QCOMPARE(branch.last().author, u"dung"_s);
    }

    void eachHasADraftOfHisOwn()
    {
        const QString id = m_conversations[u"binh"_s];
        ConversationStore binh(m_clock);
        valueOf(binh.open(urlOf(u"binh"_s)));
        ConversationStore dung(m_clock);
        valueOf(dung.open(urlOf(u"dung"_s)));
        QCOMPARE(valueOf(binh.changeConversation(id, {.draft = u"Dear"_s})).draft, u"Dear"_s);
        QCOMPARE(valueOf(dung.conversation(id)).draft, QString());
        QCOMPARE(valueOf(dung.changeConversation(id, {.draft = u"Wait!"_s})).draft, u"Wait!"_s);
        QCOMPARE(valueOf(binh.conversations({}, {}, 10)).rows.first().draft, u"Dear"_s);
        QCOMPARE(valueOf(binh.changeConversation(id, {.draft = QString()})).draft, QString());
        QCOMPARE(valueOf(dung.conversation(id)).draft, u"Wait!"_s);
        QCOMPARE(loginAs(u"khanh"_s)->ask(u"SELECT text FROM draft"_s).rows, 0);

        const QString begun =
            valueOf(binh.createConversation({.userId = u"binh"_s, .draft = u"first"_s})).id;
        QCOMPARE(valueOf(binh.conversation(begun)).draft, u"first"_s);
        succeed(binh.eraseConversation(begun));
        QCOMPARE(m_server->value(u"SELECT count(*) FROM draft"_s).toInt(), 1);
    }

    void onlyWhoSeesAllExamines()
    {
        ConversationStore store(m_clock);
        valueOf(store.open(urlOf(u"an"_s)));
        QCOMPARE(errorOf(store.examine(false)).kind, Error::Kind::StoreDenied);
        ConversationStore whole(m_clock);
        valueOf(whole.open(urlOf(u"khanh"_s)));
        for (const StoreFinding &finding : valueOf(whole.examine(true)))
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
    }

    void oneselfCannotBePromoted()
    {
        const auto login = loginAs(u"an"_s);
        QCOMPARE(login->ask(u"UPDATE member SET role = 'admin' RETURNING role"_s).rows, 0);
        QCOMPARE(loginAs(u"an"_s)->ask(u"SELECT 1 FROM member WHERE role = 'agent'"_s).rows, 1);
    }

    void aLoginThatIsNoMemberSeesNothing()
    {
        m_server->exec(u"CREATE ROLE %1 LOGIN PASSWORD 'secret' IN ROLE skein_member"_s.arg(
            login(u"stranger"_s)));
        m_logins += login(u"stranger"_s);
        const auto stranger = loginAs(u"stranger"_s);
        for (const QString &table :
             {u"conversation"_s, u"message"_s, u"charge"_s, u"charge_sum"_s, u"setting"_s})
            QCOMPARE(stranger->ask(u"SELECT 1 FROM "_s + table).rows, 0);
    }

private:
    struct Answer
    {
        int rows = 0;
        QString error;
    };

    /// SQL written by hand over a connection of a member's own.
    class Login
    {
        Q_DISABLE_COPY_MOVE(Login)

    public:
        explicit Login(const QUrl &url)
        {
            m_database = QSqlDatabase::addDatabase(u"QPSQL"_s, u"login "_s + newId());
            m_database.setHostName(url.host());
            m_database.setPort(url.port());
            m_database.setDatabaseName(url.path().mid(1));
            m_database.setUserName(url.userName());
            m_database.setPassword(url.password());
            if (!m_database.open())
                qFatal("%s", qPrintable(m_database.lastError().text()));
            (void)ask(u"SET search_path = skein"_s);
        }
        ~Login()
        {
            const QString name = m_database.connectionName();
            m_database = {};
            QSqlDatabase::removeDatabase(name);
        }

        Answer ask(const QString &sql)
        {
            QSqlQuery query(m_database);
            Answer answer;
            bool more = query.exec(sql);
            while (more) {
                while (query.isSelect() && query.next())
                    answer.rows += query.value(0).isNull() ? 0 : 1;
                more = query.nextResult();
            }
            answer.error = query.lastError().isValid() ? query.lastError().text() : QString();
            return answer;
        }

    private:
        QSqlDatabase m_database;
    };

    /// %1 for the conversation of An.
    QString about(QString sql) const { return sql.replace(u"%1"_s, m_conversations[u"an"_s]); }

    static QStringList agents() { return {u"an"_s, u"binh"_s, u"chi"_s}; }

    /// Roles are the whole server's, so each database has names of its own.
    QString login(const QString &member) const
    {
        return member + u'_' + m_server->url().path().mid(6);
    }

    void addMember(const QString &member, const QString &role, const QString &team,
                   const QString &readsTexts = u"false"_s)
    {
        m_logins += login(member);
        m_server->exec(u"CREATE ROLE %1 LOGIN PASSWORD 'secret' IN ROLE skein_member; "
                       "INSERT INTO member VALUES (1, '%1', '%2', '%3', '%4', %5)"_s.arg(
                           login(member), member, role, team, readsTexts));
    }

    QString urlOf(const QString &member) const
    {
        QUrl url = m_server->url();
        url.setUserName(login(member));
        url.setPassword(u"secret"_s);
        return url.toString();
    }

    std::unique_ptr<Login> loginAs(const QString &member) const
    {
        return std::make_unique<Login>(QUrl(urlOf(member)));
    }

    /// A turn of a member, through the program.
    QString workAs(const QString &member)
    {
        ConversationStore store(m_clock);
        valueOf(store.open(urlOf(member)));
        const Conversation made = valueOf(store.createConversation({.tags = {u"refund"_s}}));
        if (made.userId != member)
            qFatal("it belongs to %s", qPrintable(made.userId));
        valueOf(store.appendMessage(sampleMessage(made.id, {}, Role::User, u"a secret"_s)));
        Message answer = sampleMessage(made.id, valueOf(store.conversation(made.id)).activeLeaf,
                                       Role::Assistant, {});
        const Attempt attempt = sampleAttempt(answer);
        succeed(store.beginAnswer(answer, attempt));
        answer.content = u"an answer"_s;
        Charge charge = sampleCharge(1000);
        charge.userId = member;
        valueOf(store.finishAnswer(answer, attempt, charge));
        return made.id;
    }

    FakeClock m_clock;
    std::unique_ptr<TestPlace> m_server;
    QStringList m_logins;
    QHash<QString, QString> m_conversations;
};

QTEST_GUILESS_MAIN(TestStoreRoles)
#include "tst_storeroles.moc"
