#include "core/session/demomonth.h"
#include "core/store/postgreswords.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

// Many conversations at once on a server come to the same as one by one in a file.

namespace {

QList<Bundle> demo(int count)
{
    const DemoMonth month({.conversations = count, .lastDay = QDate(2026, 10, 31)});
    QList<Bundle> bundles;
    for (int i = 0; i < count; ++i)
        bundles += month.bundle(i);
    return bundles;
}

QList<ChargeSum> inOrder(QList<ChargeSum> sums)
{
    std::sort(sums.begin(), sums.end(), [](const ChargeSum &a, const ChargeSum &b) {
        return std::tie(a.span, a.key) < std::tie(b.span, b.key);
    });
    return sums;
}

/// A store in a file and one on a server, to which the same is done.
class Twins
{
    TestPlace m_file{TestPlace::Kind::File};
    TestPlace m_server{TestPlace::Kind::Server};

public:
    Twins()
    {
        valueOf(inFile.open(m_file.location()));
        valueOf(onServer.open(m_server.location()));
    }

    /// Conversations and messages added, which both must say alike.
    std::pair<int, int> import(const QList<Bundle> &bundles)
    {
        const auto a = valueOf(inFile.importBundles(bundles));
        const auto b = valueOf(onServer.importBundles(bundles));
        std::pair<int, int> sums;
        for (qsizetype i = 0; i < a.size(); ++i) {
            if (a[i].added != b[i].added || a[i].messagesAdded != b[i].messagesAdded)
                qFatal("bundle %lld differs", i);
            sums.first += a[i].added;
            sums.second += a[i].messagesAdded;
        }
        return sums;
    }

    bool haveEqual(const QList<Bundle> &bundles)
    {
        for (const Bundle &each : bundles) {
            if (plain(inFile, each.conversation.id) != plain(onServer, each.conversation.id))
                return false;
        }
        const QList<qint64> bounds{0, 1'790'000'000'000, 1'792'000'000'000, 1'900'000'000'000};
        for (const SumBy by : {SumBy::Nothing, SumBy::User, SumBy::Provider, SumBy::Model,
                               SumBy::Strategy, SumBy::Kind, SumBy::Conversation}) {
            if (inOrder(valueOf(inFile.chargeSums(bounds, by)))
                != inOrder(valueOf(onServer.chargeSums(bounds, by))))
                return false;
        }
        return true;
    }

    /// Every index, constraint and trigger.
    static QString definitions(const TestPlace &server)
    {
        return server
            .value(u"SELECT string_agg(line, chr(10) ORDER BY line) FROM ("
                   "SELECT pg_get_indexdef(indexrelid) || relname AS line FROM pg_index "
                   "JOIN pg_class ON pg_class.oid = indrelid "
                   "WHERE relnamespace = 'skein'::regnamespace AND NOT relispartition UNION ALL "
                   "SELECT conrelid::regclass::text || conname || pg_get_constraintdef(oid) "
                   "FROM pg_constraint WHERE connamespace = 'skein'::regnamespace "
                   "AND conparentid = 0 AND conrelid::regclass::text !~ '_20' UNION ALL "
                   "SELECT tgname::text || tgenabled::text || pg_get_triggerdef(pg_trigger.oid) "
                   "FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
                   "WHERE relnamespace = 'skein'::regnamespace AND NOT relispartition "
                   "AND NOT tgisinternal) AS lines"_s)
            .toString();
    }
    QString definitions() const { return definitions(m_server); }

    QStringList problems()
    {
        QStringList problems;
        for (const StoreFinding &finding : valueOf(onServer.examine(false))) {
            if (finding.isProblem)
                problems += finding.what;
        }
        return problems;
    }

    FakeClock clock;
    ConversationStore inFile{clock};
    ConversationStore onServer{clock};

private:
    static Bundle plain(ConversationStore &store, const QString &id)
    {
        Bundle bundle = valueOf(store.bundle(id));
        for (Message &message : bundle.messages)
            message.sequence = 0;
        return bundle;
    }
};

} // namespace

class TestLotImport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString why = TestPlace::whySkipped(TestPlace::Kind::Server); !why.isEmpty())
            QSKIP(qPrintable(why));
    }

    void aLotIsWhatItIsInAFile()
    {
        Twins stores;
        QList<Bundle> bundles = demo(12);
        bundles[0].summaries = {{.id = newId(),
                                 .text = u"So far\t\\N\n"_s,
                                 .createdAt = stores.clock.now(),
                                 .version = 1}};
        bundles[0].marks.pinned = {bundles[0].messages[1].id};
        bundles[1].messages[0].content = u"Зимой \t back\\slash \\. \r\n tab"_s;
        bundles[1].messages[1].createdAt = {};
        bundles[2].messages[0].createdAt = QDateTime(QDate(1969, 7, 20), QTime(20, 17), Qt::UTC);
        QCOMPARE(stores.import(bundles).first, 12);
        QVERIFY(stores.haveEqual(bundles));
        QCOMPARE(stores.problems(), QStringList());
    }

    void aLoadIsWhatItIsInAFile()
    {
        Twins stores;
        const QString before = stores.definitions();
        QCOMPARE(valueOf(stores.onServer.beginLoad()), true);
        QList<Bundle> bundles = demo(12);
        bundles[0].marks.pinned = {bundles[0].messages[1].id};
        bundles[1].messages[0].content = u"Зимой \t back\\slash \\. \r\n tab"_s;
        bundles[1].messages[1].createdAt = {};
        bundles[2].messages[0].createdAt = QDateTime(QDate(1969, 7, 20), QTime(20, 17), Qt::UTC);
        QCOMPARE(stores.import(bundles.first(5)).first, 5);
        succeed(stores.onServer.setValue(u"probes"_s, u"[]"_s));
        QCOMPARE(stores.import(bundles.mid(4)).first, 7); // one of them was there
        succeed(stores.onServer.endLoad());
        QVERIFY(stores.haveEqual(bundles));
        QCOMPARE(stores.problems(), QStringList());
        QCOMPARE(stores.definitions(), before);
        QCOMPARE(valueOf(stores.onServer.beginLoad()), false); // it has rows now
        QCOMPARE(stores.import(demo(13)).first, 1);
    }

    void aLoadThatIsBrokenOffLeavesTheStoreAsItWas()
    {
        TestPlace server(TestPlace::Kind::Server);
        FakeClock clock;
        QString before;
        {
            ConversationStore store(clock);
            valueOf(store.open(server.location()));
            before = Twins::definitions(server);
            QCOMPARE(valueOf(store.beginLoad()), true);
            valueOf(store.importBundles(demo(3)));
        }
        QCOMPARE(Twins::definitions(server), before);
        ConversationStore store(clock);
        QCOMPARE(valueOf(store.open(server.location())).conversations, 0);
        QCOMPARE(valueOf(store.beginLoad()), true);
        QList<Bundle> bundles = demo(2);
        bundles[1].messages[0].id = u"no id"_s;
        QCOMPARE(errorOf(store.importBundles(bundles)).kind, Error::Kind::BadInput);
        QCOMPARE(Twins::definitions(server), before); // at once, and it goes on
        QCOMPARE(valueOf(store.importBundles(demo(2))).size(), 2);
    }

    void aFileTakesNoLoad()
    {
        ConversationStore inFile{m_clock};
        TestPlace file{TestPlace::Kind::File};
        valueOf(inFile.open(file.location()));
        QCOMPARE(valueOf(inFile.beginLoad()), false);
    }

    void whatIsThereIsLeftAlone()
    {
        Twins stores;
        QList<Bundle> bundles = demo(6);
        (void)stores.import(bundles);
        QCOMPARE(stores.import(bundles), std::pair(0, 0));

        bundles[2].messages[0].content = u"another text"_s;
        bundles[3].messages.append(
            sampleMessage({}, bundles[3].messages.constLast().id, Role::User, u"One more thing"_s));
        Charge charge = sampleCharge(5);
        charge.id = newId();
        charge.at = stores.clock.now();
        bundles[3].charges.append(charge);
        QCOMPARE(stores.import(bundles), std::pair(0, 1));
        QVERIFY(stores.haveEqual(bundles));
        QCOMPARE(stores.problems(), QStringList());
    }

    void oneIdTwiceInALotIsOneConversation()
    {
        Twins stores;
        QList<Bundle> bundles = demo(2);
        bundles += bundles;
        QCOMPARE(stores.import(bundles).first, 2);
        QVERIFY(stores.haveEqual(bundles));
    }

    void whatIsNoIdIsSaidAndNothingIsWritten()
    {
        Twins stores;
        QList<Bundle> bundles = demo(2);
        bundles[1].messages[0].id = u"no id"_s;
        QCOMPARE(errorOf(stores.onServer.importBundles(bundles)).kind, Error::Kind::BadInput);
        QCOMPARE(valueOf(stores.onServer.info()).conversations, 0);
        QCOMPARE(valueOf(stores.onServer.importBundles(demo(2))).size(), 2); // and it goes on
    }

    void theWordsAreThoseThatTheServerMakes()
    {
        TestPlace server(TestPlace::Kind::Server);
        FakeClock clock;
        ConversationStore store(clock);
        valueOf(store.open(server.location()));
        QStringList pairs;
        for (char16_t c = 1; c < 0x2100; ++c) {
            const QString text = u"Ab%1cD 1e5 12e%1 4h30 %1x 0x1f -7"_s.arg(QChar(c));
            const auto words = Postgres::searchedWords(text);
            if (words && c != u';') // by which the place parts its statements
                pairs += u"(%1, '%2')"_s.arg(c).arg(QString(text).replace(u'\'', u"''"_s))
                    + u",(-%1, '%2')"_s.arg(c).arg(QString::fromLatin1(*words));
        }
        QVERIFY(pairs.size() > 350);
        const QVariant different =
            server.value(u"WITH given (c, word) AS (VALUES %1) SELECT string_agg(a.c::text, ' ') "
                         u"FROM given AS a "
                         "JOIN given AS b ON b.c = -a.c WHERE a.c > 0 AND "
                         "searched(a.word) <> b.word::tsvector"_s.arg(pairs.join(u',')));
        QCOMPARE(different.toString(), QString());
        QVERIFY(!Postgres::searchedWords(u"Зимой"_s));
        QVERIFY(!Postgres::searchedWords(QString(3000, u'a')));
        QCOMPARE(*Postgres::searchedWords(u"Đơn hàng"_s), QByteArray("don hang"));
    }

private:
    FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestLotImport)
#include "tst_lotimport.moc"
