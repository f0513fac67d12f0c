#include "core/base/resources.h"
#include "core/store/connection.h"
#include "core/store/conversationstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/oldstore.h"
#include "tests/support/patience.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>
#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

// What becomes of a store on a server when the server, or what one asks of it, is not right.

namespace {

using Server = TestPlace;
constexpr auto onServer = Server::Kind::Server;

/// What opening says.
Error refusal(const QString &location)
{
    FakeClock clock;
    ConversationStore store(clock);
    return errorOf(store.open(location));
}

} // namespace

class TestStoreServer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString why = Server::whySkipped(onServer); !why.isEmpty())
            QSKIP(qPrintable(why));
    }

    void init() { m_server = std::make_unique<Server>(onServer); }
    void cleanup() { m_server.reset(); }

    void aWrongPasswordIsSaid()
    {
        QUrl url = m_server->url();
        url.setPassword(u"wrong"_s);
        const Error error = refusal(url.toString());
        QCOMPARE(error.kind, Error::Kind::StoreDenied);
        QVERIFY(!error.where.contains("wrong"_L1));
        QVERIFY(!error.detail.contains("wrong"_L1));
    }

    void whatAServerSaysInAnotherLanguageIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addRow("a wrong password")
            << QByteArray("28P01")
            << QByteArray("Passwort-Authentifizierung für Benutzer »an« fehlgeschlagen")
            << Error::Kind::StoreDenied;
        QTest::addRow("no such login")
            << QByteArray("28000") << QByteArray("Rolle »an« existiert nicht")
            << Error::Kind::StoreDenied;
        QTest::addRow("no such database")
            << QByteArray("3D000") << QByteArray("Datenbank »skein« existiert nicht")
            << Error::Kind::StoreUnfit;
        QTest::addRow("it begins")
            << QByteArray("57P03") << QByteArray("das Datenbanksystem startet")
            << Error::Kind::StoreUnreachable;
    }

    void whatAServerSaysInAnotherLanguageIsUnderstood()
    {
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, words);
        QFETCH(Error::Kind, kind);
        const QByteArray fields =
            QByteArray("SFATAL\0VFATAL\0C", 15) + code + '\0' + 'M' + words + QByteArray("\0\0", 2);
        QByteArray refused("E\0\0\0", 4);
        refused += char(fields.size() + 4);
        refused += fields;
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [=] {
                socket->readAll();
                socket->write(refused);
                socket->disconnectFromHost();
            });
        });
        FakeClock clock;
        ConversationStore store(clock);
        const auto opening = store.open(
            u"postgresql://an:wrong@127.0.0.1:%1/skein?sslmode=disable"_s.arg(server.serverPort()));
        TRY_VERIFY(opening.isFinished());
        const Error error = errorOf(opening);
        QCOMPARE(error.kind, kind);
        QVERIFY2(error.detail.contains(QString::fromUtf8(words)), qPrintable(error.detail));
        QVERIFY(!error.detail.contains("wrong"_L1));
    }

    void aDatabaseThatIsNotThereIsSaid()
    {
        QUrl url = m_server->url();
        url.setPath(u"/no_such_database"_s);
        const Error error = refusal(url.toString());
        QCOMPARE(error.kind, Error::Kind::StoreUnfit);
        QVERIFY(error.detail.contains("no_such_database"_L1));
    }

    void aServerThatIsNotThereIsSaid()
    {
        QUrl url = m_server->url();
        url.setPort(1);
        QCOMPARE(refusal(url.toString()).kind, Error::Kind::StoreUnreachable);
    }

    void anotherEncodingIsSaidAndNothingIsMade()
    {
        m_server->exec(u"CREATE DATABASE latin_%1 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' "
                       "TEMPLATE template0"_s.arg(name()));
        QUrl url = m_server->url();
        url.setPath(u"/latin_"_s + name());
        const Error error = refusal(url.toString());
        QCOMPARE(error.kind, Error::Kind::StoreUnfit);
        QVERIFY2(error.detail.contains("LATIN1"_L1), qPrintable(error.detail));
        m_server->exec(u"DROP DATABASE latin_%1 WITH (FORCE)"_s.arg(name()));
    }

    void aMissingRightIsSaidAndNothingIsMade()
    {
        const QString url = loginAs(u"guest"_s);
        QCOMPARE(refusal(url).kind, Error::Kind::StoreDenied);
        QVERIFY(!hasStore());
        dropLogin(u"guest"_s);
    }

    void aMissingExtensionIsSaidAndNothingIsMade()
    {
        m_server->exec(u"CREATE FUNCTION public.refuse() RETURNS event_trigger LANGUAGE plpgsql AS "
                       "$$ BEGIN RAISE feature_not_supported "
                       "USING MESSAGE = 'extension \"unaccent\" is not available';END $$; "
                       "CREATE EVENT TRIGGER refuse ON ddl_command_start "
                       "WHEN TAG IN ('CREATE EXTENSION') EXECUTE FUNCTION public.refuse()"_s);
        const Error error = refusal(m_server->location());
        m_server->exec(u"DROP EVENT TRIGGER refuse; DROP FUNCTION public.refuse"_s);
        QVERIFY2(error.kind == Error::Kind::StoreUnfit, qPrintable(error.detail));
        QVERIFY2(error.detail.contains("unaccent"_L1), qPrintable(error.detail));
        QVERIFY(!hasStore());
    }

    void aStoreOfANewerProgramIsOnlyRead()
    {
        FakeClock clock;
        {
            ConversationStore store(clock);
            valueOf(store.open(m_server->location()));
            valueOf(store.createConversation({.title = u"kept"_s}));
        }
        m_server->exec(u"UPDATE schema_version SET version = 1000"_s);
        ConversationStore store(clock);
        const StoreInfo info = valueOf(store.open(m_server->location()));
        QVERIFY(info.readOnly);
        QCOMPARE(info.whyReadOnly->kind, Error::Kind::StoreNewer);
        QCOMPARE(valueOf(store.conversations({}, {}, 10)).rows.size(), 1);
        QCOMPARE(errorOf(store.createConversation({})).kind, Error::Kind::StoreNewer);
    }

    void anOlderStoreIsBroughtUpByItsOwnerOnly()
    {
        FakeClock clock;
        QString id;
        {
            ConversationStore store(clock);
            valueOf(store.open(m_server->location()));
            id = valueOf(store.createConversation({.title = u"kept"_s})).id;
        }
        const auto version = [&] {
            return m_server->value(u"SELECT version FROM schema_version"_s).toInt();
        };
        const int newest = version();
        m_server->exec(u"UPDATE schema_version SET version = version - 1"_s);
        const QString url = loginAs(u"late"_s);
        m_server->exec(u"GRANT skein_member TO late_%1"_s.arg(name()));
        const Error error = refusal(url);
        QCOMPARE(error.kind, Error::Kind::StoreUnfit);
        QVERIFY2(error.detail.contains("whoever owns"_L1), qPrintable(error.detail));
        dropLogin(u"late"_s);

        ConversationStore store(clock);
        QVERIFY(!valueOf(store.open(m_server->location())).readOnly);
        QCOMPARE(valueOf(store.conversation(id)).title, u"kept"_s);
        QCOMPARE(version(), newest);
    }

    void aStoreOfEachOlderVersionIsTakenOverWithItsRows_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 2; version < int(steps().size()); ++version)
            QTest::addRow("version %d", version) << version;
    }

    void aStoreOfEachOlderVersionIsTakenOverWithItsRows()
    {
        QFETCH(int, version);
        const OldStore old;
        makeOld(version, old);
        FakeClock clock;
        {
            ConversationStore store(clock);
            QCOMPARE(valueOf(store.open(m_server->location())).version, int(steps().size()));
            old.isWholeIn(store);
        }
        QCOMPARE(m_server->value(u"SELECT count(*) FROM message"_s).toInt(), 2);
        QCOMPARE(m_server->value(u"SELECT count(*) FROM charge"_s).toInt(), 3);
        ConversationStore again(clock); // and once more, with a turn of today
        QVERIFY(!valueOf(again.open(m_server->location())).readOnly);
        valueOf(
            again.appendMessage(sampleMessage(old.conversation(), {}, Role::User, u"And now?"_s)));
        QCOMPARE(valueOf(again.thread(old.conversation())).tree.branch().size(), 3);
    }

    void aDraftOfAMemberStaysWithTheMember()
    {
        const QString login = u"an_"_s + name();
        m_server->exec(u"CREATE ROLE "_s + login);
        const OldStore old;
        makeOld(7, old, u"INSERT INTO member VALUES (1, '%1', 'an', 'agent', '')"_s.arg(login));
        FakeClock clock;
        ConversationStore store(clock);
        valueOf(store.open(m_server->location()));
        QCOMPARE(valueOf(store.conversation(old.conversation())).draft, QString());
        QCOMPARE(m_server->value(u"SELECT text FROM draft WHERE login = '%1'"_s.arg(login)),
                 QVariant(u"Dear customer"_s));
        m_server->exec(u"DROP ROLE "_s + login);
    }

    void theServersClockDecides()
    {
        FakeClock clock;
        ConversationStore store(clock);
        valueOf(store.open(m_server->location()));
        QCOMPARE(m_server
                     ->value(u"SELECT set_config('skein.moment', '2026-01-01T00:00:00Z', false); "
                             "SELECT set_config('skein.skew', '-3600', false); "
                             "SELECT moment() = '2025-12-31T23:00:00Z'"_s)
                     .toBool(),
                 true);
        QCOMPARE(valueOf(store.createConversation({})).createdAt, clock.now()); // it is right here
    }

    void aPoolerThatGivesOthersTheConnectionIsSaid()
    {
        const auto opened = Connection::open(m_server->location(), Connection::Access::Read);
        QVERIFY(bool(opened));
        QVERIFY(bool((*opened)->value(u"SELECT 1"_s)));
        QVERIFY(bool((*opened)->exec(u"DEALLOCATE ALL"_s))); // as on another connection
        const Result<QVariant> value = (*opened)->value(u"SELECT 1"_s);
        QCOMPARE(value.error().kind, Error::Kind::StoreUnfit);
        QVERIFY2(value.error().detail.contains("pool_mode = session"_L1),
                 qPrintable(value.error().detail));
    }

    void whereNobodyMoreIsLetInIsSaid()
    {
        m_server->exec(u"ALTER DATABASE %1 CONNECTION LIMIT 0"_s.arg(name()));
        const QString url = loginAs(u"late"_s);
        const Error error = refusal(url);
        m_server->exec(u"ALTER DATABASE %1 CONNECTION LIMIT -1"_s.arg(name()));
        dropLogin(u"late"_s);
        QCOMPARE(error.kind, Error::Kind::StoreUnreachable);
        QVERIFY2(error.detail.contains("too many connections"_L1), qPrintable(error.detail));
    }

    void aReplicaIsOnlyRead()
    {
        FakeClock clock;
        {
            ConversationStore store(clock);
            valueOf(store.open(m_server->location()));
        }
        m_server->exec(u"ALTER DATABASE %1 SET default_transaction_read_only = on"_s.arg(name()));
        ConversationStore store(clock);
        const StoreInfo info = valueOf(store.open(m_server->location()));
        QVERIFY(info.readOnly);
        QCOMPARE(info.whyReadOnly->kind, Error::Kind::StoreReadOnly);
        QCOMPARE(errorOf(store.createConversation({})).kind, Error::Kind::StoreReadOnly);
        m_server->exec(u"SET default_transaction_read_only = off; "
                       "ALTER DATABASE %1 RESET default_transaction_read_only"_s.arg(name()));
    }

    void aStoreShowsWhereItIsWithoutThePassword()
    {
        FakeClock clock;
        ConversationStore store(clock);
        const StoreInfo info = valueOf(store.open(m_server->location()));
        QVERIFY(!info.location.contains(m_server->url().password()));
        QVERIFY(info.location.startsWith("postgresql://"_L1));
        QVERIFY(info.version > 0);
    }

    void offThisMachineACheckedCertificateIsRequired()
    {
        const Error error = refusal(u"postgresql://an@team.example/skein?sslmode=require"_s);
        QCOMPARE(error.kind, Error::Kind::BadInput);
        QVERIFY(error.detail.contains("verify-full"_L1));
    }

    void aCertificateOfUnknownAuthorityIsRefused()
    {
        QUrl url = m_server->url();
        url.setHost(u"localhost"_s);
        url.setQuery(u"sslmode=verify-full&sslrootcert=/etc/ssl/certs/ca-certificates.crt"_s);
        QCOMPARE(refusal(url.toString()).kind, Error::Kind::TlsFailed);

        url.setQuery(u"sslmode=verify-full&sslrootcert="_s
                     + qEnvironmentVariable("SKEIN_TEST_POSTGRES_CA"));
        FakeClock clock;
        ConversationStore store(clock);
        valueOf(store.open(url.toString()));
    }

    void aCutConnectionIsMadeAnew()
    {
        FakeClock clock;
        ConversationStore store(clock);
        valueOf(store.open(m_server->location()));
        valueOf(store.createConversation({}));
        valueOf(store.conversations({}, {}, 10));
        m_server->exec(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                       "WHERE datname = current_database() AND pid <> pg_backend_pid()"_s);
        QCOMPARE(valueOf(store.conversations({}, {}, 10)).rows.size(), 1);
        valueOf(store.createConversation({}));
        QCOMPARE(valueOf(store.conversations({}, {}, 10)).rows.size(), 2);
    }

    void anAnswerOfAnotherProgramIsLeftAlone()
    {
        FakeClock clock;
        auto first = std::make_unique<ConversationStore>(clock);
        valueOf(first->open(m_server->location()));
        const QString id = valueOf(first->createConversation({})).id;
        const Message answer = sampleMessage(id, {}, Role::Assistant, {});
        succeed(first->beginAnswer(answer, sampleAttempt(answer)));

        const auto status = [&](ConversationStore &store) {
            return valueOf(store.thread(id)).tree.find(answer.id)->status;
        };
        {
            ConversationStore second(clock);
            valueOf(second.open(m_server->location()));
            QCOMPARE(status(second), MessageStatus::Streaming);
        }
        first.reset(); // dies in the middle
        ConversationStore third(clock);
        valueOf(third.open(m_server->location()));
        QCOMPARE(status(third), MessageStatus::Interrupted);
        QCOMPARE(valueOf(third.chargesOf(id)).size(), 1);
    }

    void everyKeyBeginsWithTheWorkspace()
    {
        FakeClock clock;
        ConversationStore store(clock);
        valueOf(store.open(m_server->location()));
        QCOMPARE(m_server
                     ->value(u"SELECT string_agg(indexrelid::regclass::text, ', ') "
                             "FROM pg_index JOIN pg_class ON pg_class.oid = indrelid "
                             "JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0] "
                             "WHERE relnamespace = 'skein'::regnamespace AND indisunique "
                             "AND attname <> 'workspace_id'"_s)
                     .toString(),
                 QString());
    }

    void aMonthHasTablesOfItsOwn()
    {
        FakeClock clock;
        ConversationStore store(clock);
        valueOf(store.open(m_server->location()));
        const QString id = valueOf(store.createConversation({})).id;
        Bundle bundle{.conversation = {.id = newId()}};
        for (const int month : {1, 2, 12}) {
            Message message = sampleMessage(bundle.conversation.id, {}, Role::User, u"hello"_s);
            message.createdAt = QDateTime(QDate(2025, month, 3), QTime(4, 5), Qt::UTC);
            bundle.messages.append(message);
        }
        valueOf(store.importBundles({bundle}));
        valueOf(store.addMessage(sampleMessage(id, {}, Role::User, u"now"_s)));
        QCOMPARE(m_server
                     ->value(u"SELECT string_agg(DISTINCT tableoid::regclass::text, ' ' "
                             "ORDER BY tableoid::regclass::text) FROM message"_s)
                     .toString(),
                 u"message_2025_01 message_2025_02 message_2025_12 message_2026_11"_s);
    }

private:
    static QStringList steps()
    {
        QStringList paths;
        QStringList names = QDir(u":/postgres"_s).entryList({u"[0-9]*.sql"_s}, QDir::Files);
        std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
            return a.section(u'-', 0, 0).toInt() < b.section(u'-', 0, 0).toInt();
        });
        for (const QString &name : names)
            paths += u":/postgres/"_s + name;
        return paths;
    }

    /// A store that was filled when there were two steps and last opened by a program that knew
    /// `version` of them.
    void makeOld(int version, const OldStore &old, const QString &more = {}) const
    {
        const auto opened = Connection::open(m_server->location(), Connection::Access::ReadWrite);
        QVERIFY(opened);
        const auto run = [&](const QString &sql) {
            const Result<void> done = (*opened)->exec(sql);
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        };
        run(u"CREATE SCHEMA skein"_s);
        run(u"CREATE TABLE skein.schema_version (version integer NOT NULL)"_s);
        run(u"INSERT INTO skein.schema_version VALUES (%1)"_s.arg(version));
        for (int step = 0; step < version; ++step) {
            if (step == 2)
                old.fill(**opened);
            run(QString::fromUtf8(readResource(steps()[step])));
        }
        if (version == 2)
            old.fill(**opened);
        if (!more.isEmpty())
            run(more);
    }

    QString name() const { return m_server->url().path().mid(1); }
    bool hasStore() const
    {
        return m_server->value(u"SELECT to_regnamespace('skein') IS NOT NULL"_s).toBool();
    }
    QString loginAs(const QString &login) const
    {
        m_server->exec(u"CREATE ROLE %1_%2 LOGIN PASSWORD 'secret'"_s.arg(login, name()));
        QUrl url = m_server->url();
        url.setUserName(login + u'_' + name());
        url.setPassword(u"secret"_s);
        return url.toString();
    }
    void dropLogin(const QString &login) const
    {
        m_server->exec(u"DROP ROLE %1_%2"_s.arg(login, name()));
    }

    std::unique_ptr<Server> m_server;
};

QTEST_GUILESS_MAIN(TestStoreServer)
#include "tst_storeserver.moc"
