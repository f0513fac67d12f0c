#include "core/store/conversationstore.h"

#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The result of a future, waiting with the event loop.
template <typename T>
T taken(QFuture<T> future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 10'000); }();
    T result = future.takeResult();
    if (!result)
        qInfo() << result.error().detail << result.error().where;
    return result;
}

const SystemClock systemClock;

struct Open
{
    explicit Open(const QString &path)
        : store(systemClock)
        , info(taken(store.open(path)))
    {
    }

    ConversationStore store;
    Result<StoreInfo> info;
};

Message question(const QString &conversation, const QString &text)
{
    return {.conversationId = conversation, .role = Role::User, .content = text};
}

Attempt attemptAt(const Message &answer)
{
    return {.id = u"attempt-"_s + answer.id,
            .conversationId = answer.conversationId,
            .messageId = answer.id,
            .provider = u"practice"_s,
            .model = u"m"_s,
            .at = systemClock.now(),
            .requestBody = "{\"messages\":[]}",
            .plan = "{}"};
}

} // namespace

class TestConversationStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aTurnAndItsChargeAreThereAfterReopening()
    {
        QString id;
        {
            Open open(path());
            QVERIFY(open.info);
            id = taken(open.store.createConversation({.userId = u"minh"_s}))->id;
            const auto thread = taken(open.store.addMessage(question(id, u"Đổi trả thế nào?"_s)));
            QVERIFY(thread);
            Message answer{.id = u"a1"_s,
                           .parentId = thread->tree.activeLeaf(),
                           .conversationId = id,
                           .role = Role::Assistant,
                           .status = MessageStatus::Streaming};
            Attempt attempt = attemptAt(answer);
            QVERIFY(taken(open.store.beginAnswer(answer, attempt)));
            answer.status = MessageStatus::Complete;
            answer.content = u"Trong 7 ngày."_s;
            attempt.state = Attempt::State::Complete;
            const Charge charge{.id = u"c1"_s,
                                .attemptId = attempt.id,
                                .conversationId = id,
                                .messageId = answer.id,
                                .at = attempt.at,
                                .amount = Money{16'000'000'000},
                                .basis = Charge::Basis::UsageTimesPrice};
            const auto stored = taken(open.store.finishAnswer(answer, attempt, charge));
            QVERIFY(stored);
            QCOMPARE(stored->conversation.cost.pico, 16'000'000'000);
            QCOMPARE(stored->conversation.lastLine, u"Trong 7 ngày."_s);
        }
        Open again(path());
        const auto thread = taken(again.store.thread(id));
        QCOMPARE(thread->tree.branch().size(), 2);
        QCOMPARE(thread->conversation.title, u"Đổi trả thế nào?"_s);
        QCOMPARE(thread->conversation.messageCount, 2);
        QCOMPARE(taken(again.store.charges({}, {}))->size(), 1);
        QCOMPARE(taken(again.store.hourSums({}, {}))->first().cost.pico, 16'000'000'000);
        const auto attempt = taken(again.store.attemptOf(u"a1"_s));
        QCOMPARE(attempt->value_or(Attempt()).requestBody, QByteArray("{\"messages\":[]}"));
    }

    void findsWithAndWithoutDiacritics_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("hits");
        QTest::addRow("as written") << u"đơn hàng"_s << 1;
        QTest::addRow("without diacritics") << u"don hang"_s << 1;
        QTest::addRow("a prefix") << u"HÀ"_s << 1;
        QTest::addRow("syntax is text") << u"\"đơn AND (*"_s << 0;
        QTest::addRow("another word") << u"hóa đơn"_s << 0;
        QTest::addRow("nothing but signs") << u"?!"_s << 0;
    }

    void findsWithAndWithoutDiacritics()
    {
        QFETCH(QString, words);
        QFETCH(int, hits);
        Open open(path());
        const QString id = taken(open.store.createConversation({}))->id;
        QVERIFY(taken(open.store.addMessage(question(id, u"Cho hỏi đơn hàng 4711 đâu?"_s))));
        const auto found = taken(open.store.search(words, {}, 10));
        QVERIFY(found);
        QCOMPARE(found->size(), hits);
        if (words == u"don hang"_s)
            QCOMPARE(found->first().snippet,
                     u"Cho hỏi \u0002đơn\u0003 \u0002hàng\u0003 4711 đâu?"_s);
    }

    void pagesLoseNoRowAmongEqualTimes()
    {
        Open open(path());
        const QDateTime same(QDate(2026, 11, 1), QTime(9, 0), Qt::UTC);
        QSet<QString> made;
        for (int i = 0; i < 25; ++i)
            made +=
                taken(open.store.createConversation({.createdAt = same, .pinned = i % 7 == 0}))->id;
        QSet<QString> seen;
        std::optional<ConversationKey> after;
        int pages = 0;
        do {
            const auto page = taken(open.store.conversations({}, after, 4));
            QVERIFY(page);
            for (const Conversation &row : page->rows)
                seen += row.id;
            after = page->next;
        } while (after && ++pages < 100);
        QCOMPARE(seen, made);
        QCOMPARE(pages, 6);
    }

    void importingTwiceAddsNothing()
    {
        Open open(path());
        const Bundle bundle{
            .conversation = {.id = u"x"_s,
                             .title = u"Import"_s,
                             .createdAt = systemClock.now(),
                             .updatedAt = systemClock.now()},
            .messages = {{.id = u"x1"_s, .conversationId = u"x"_s, .content = u"hi"_s}}};
        QCOMPARE(taken(open.store.importBundles({bundle}))->first().messagesAdded, 1);
        const auto second = taken(open.store.importBundles({bundle}));
        QVERIFY(!second->first().added);
        QCOMPARE(second->first().messagesAdded, 0);
    }

    void aStreamThatWasCutKeepsItsText()
    {
        QString id;
        {
            Open open(path());
            id = taken(open.store.createConversation({}))->id;
            QVERIFY(taken(open.store.addMessage(question(id, u"?"_s))));
            const Message answer{.id = u"a1"_s,
                                 .conversationId = id,
                                 .role = Role::Assistant,
                                 .status = MessageStatus::Streaming};
            QVERIFY(taken(open.store.beginAnswer(answer, attemptAt(answer))));
            open.store.journal(u"a1"_s, u"half an ans"_s);
            QTest::qWait(600);
        } // ends without finishAnswer, as a killed program does
        Open again(path());
        const auto thread = taken(again.store.thread(id));
        QCOMPARE(thread->tree.find(u"a1"_s)->content, u"half an ans"_s);
        QCOMPARE(thread->tree.find(u"a1"_s)->status, MessageStatus::Interrupted);
        QVERIFY(!taken(again.store.charges({}, {}))->first().amount);
    }

    void aFileThatIsNoStoreIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("existed");
        QTest::addRow("garbage") << QByteArray(5000, 'x') << false;
        QTest::addRow("cut to nothing") << QByteArray() << true;
    }

    void aFileThatIsNoStoreIsRefusedAndLeftAlone()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, existed);
        if (existed)
            QVERIFY(Open(path()).info);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();

        const Open open(path());
        QVERIFY(!open.info);
        QCOMPARE(open.info.error().kind, Error::Kind::StoreDamaged);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void aStoreOfALaterVersionIsOnlyRead()
    {
        QVERIFY(Open(path()).info);
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"later"_s);
            database.setDatabaseName(path());
            QVERIFY(database.open());
            QSqlQuery(database).exec(u"PRAGMA user_version = 99"_s);
            database.close();
        }
        QSqlDatabase::removeDatabase(u"later"_s);

        Open open(path());
        QVERIFY(open.info);
        QVERIFY(open.info->readOnly);
        const auto refused = taken(open.store.createConversation({}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::StoreNewer);
    }

    void theExaminationFindsAndMendsWrongSums()
    {
        Open open(path());
        const Charge charge{
            .id = u"c"_s, .conversationId = u"x"_s, .at = systemClock.now(), .amount = Money{5}};
        QVERIFY(taken(open.store.addCharge(charge, {.id = u"t"_s, .at = charge.at})));
        const auto problems = [&](bool repair) {
            int count = 0;
            const auto found = taken(open.store.examine(repair));
            for (const StoreFinding &finding : *found)
                count += finding.isProblem && !finding.mended ? 1 : 0;
            return count;
        };
        QCOMPARE(problems(false), 0);
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"meddler"_s);
            database.setDatabaseName(path());
            QVERIFY(database.open());
            QSqlQuery(database).exec(u"UPDATE charge_hour SET cost_pico = 7"_s);
            QVERIFY(!QSqlQuery(database).exec(u"UPDATE charge SET amount_pico = 7"_s));
            database.close();
        }
        QSqlDatabase::removeDatabase(u"meddler"_s);
        QCOMPARE(problems(false), 1);
        QCOMPARE(problems(true), 0);
        QCOMPARE(problems(false), 0);
    }

private:
    QString path() const { return m_folder->filePath(u"store.db"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestConversationStore)
#include "tst_conversationstore.moc"
