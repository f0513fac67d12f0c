#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <memory>

#include <sys/resource.h>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

// What becomes of a store when the world around it fails.

namespace {

const QString partial = u"Your order 4711 left the house on"_s;

/// No file can grow beyond so many bytes while this lives, as on a disk that is full.
class FullDisk
{
    Q_DISABLE_COPY_MOVE(FullDisk)

public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

/// The program that is killed: begins an answer, lets its text arrive and waits.
int streamUntilKilled(const QString &path)
{
    SystemClock clock;
    ConversationStore store(clock);
    valueOf(store.open(path));
    const Conversation conversation = valueOf(store.createConversation({.id = u"c"_s}));
    const Message question = sampleMessage(conversation.id, {}, Role::User, u"Where is it?"_s);
    valueOf(store.addMessage(question));
    Message answer = sampleMessage(conversation.id, question.id, Role::Assistant, {});
    succeed(store.beginAnswer(answer, sampleAttempt(answer)));
    store.journal(answer.id, partial);
    QTimer::singleShot(300, &store, [&] {
        valueOf(store.createConversation({.id = u"behind the journal"_s}));
        std::puts("streaming");
        std::fflush(stdout);
    });
    return QCoreApplication::exec();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

/// Runs statements on a file that no store has open.
void runSql(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"outside"_s);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("cannot open %s", qPrintable(path));
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                qFatal("%s", qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(u"outside"_s);
}

} // namespace

class TestStoreFile : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_path = m_folder->filePath(u"store.db"_s);
    }

    void aKilledProgramLeavesTheTextThatHadCome()
    {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {u"--stream"_s, m_path});
        QVERIFY(program.waitForReadyRead());
        QCOMPARE(program.readLine(), QByteArray("streaming\n"));
        program.kill();
        QVERIFY(program.waitForFinished());

        ConversationStore store(m_clock);
        QVERIFY(!valueOf(store.open(m_path)).readOnly); // the dead program's lock does not hold
        const Thread thread = valueOf(store.thread(u"c"_s));
        QCOMPARE(thread.tree.messages().size(), 2);
        const Message answer = thread.tree.messages().constLast();
        QCOMPARE(answer.content, partial);
        QCOMPARE(answer.status, MessageStatus::Interrupted);
        QVERIFY(thread.conversation.hasError);
        QCOMPARE(valueOf(store.attempts(u"c"_s)).constFirst().state, Attempt::State::Interrupted);
        const QList<Charge> charges = valueOf(store.chargesOf(u"c"_s));
        QCOMPARE(charges.size(), 1);
        QCOMPARE(charges[0].basis, Charge::Basis::Unpriced);
        QVERIFY(isSound(store));
    }

    void aFullDiskLosesNothing()
    {
        ConversationStore store(m_clock);
        valueOf(store.open(m_path));
        valueOf(store.createConversation({.id = u"c"_s}));
        valueOf(store.addMessage(sampleMessage(u"c"_s, {}, Role::User, u"before"_s)));
        const Message large = sampleMessage(u"c"_s, {}, Role::User, QString(2'000'000, u'x'));
        {
            const FullDisk disk(1'000'000);
            const Error error = errorOf(store.addMessage(large));
            QCOMPARE(error.kind, Error::Kind::StoreFull);
            QCOMPARE(error.where, m_path);
            QCOMPARE(valueOf(store.thread(u"c"_s)).tree.messages().size(), 1);
        }
        QCOMPARE(valueOf(store.addMessage(large)).tree.messages().size(), 2);
        QVERIFY(isSound(store));
    }

    void aNewStoreOnAFullDiskLeavesNothingHalf()
    {
        ConversationStore store(m_clock);
        {
            const FullDisk disk(20'000);
            const Error error = errorOf(store.open(m_path));
            QVERIFY2(error.kind == Error::Kind::StoreFull, qPrintable(error.detail));
        }
        QVERIFY(!QFile::exists(m_path));
        ConversationStore again(m_clock);
        QVERIFY(!valueOf(again.open(m_path)).readOnly);
    }

    void aSecondProgramReads()
    {
        ConversationStore first(m_clock);
        valueOf(first.open(m_path));
        valueOf(first.createConversation({.id = u"c"_s, .title = u"Raincoat"_s}));
        ConversationStore second(m_clock);
        const StoreInfo info = valueOf(second.open(m_path));
        QVERIFY(info.readOnly);
        QCOMPARE(info.whyReadOnly->kind, Error::Kind::StoreBusy);
        QCOMPARE(valueOf(second.conversation(u"c"_s)).title, u"Raincoat"_s);
        QCOMPARE(errorOf(second.createConversation({})).kind, Error::Kind::StoreBusy);
        valueOf(first.createConversation({.id = u"d"_s}));
        QVERIFY(second.conversation(u"d"_s).takeResult());
    }

    void aStoreOfANewerProgramIsOnlyRead()
    {
        makeStore();
        runSql(m_path, {u"PRAGMA user_version = 99"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s});
        const QByteArray before = bytesOf(m_path);
        {
            ConversationStore store(m_clock);
            const StoreInfo info = valueOf(store.open(m_path));
            QVERIFY(info.readOnly);
            QCOMPARE(info.whyReadOnly->kind, Error::Kind::StoreNewer);
            QVERIFY2(info.whyReadOnly->detail.contains(u"99"_s),
                     qPrintable(info.whyReadOnly->detail));
            QCOMPARE(valueOf(store.conversation(u"c"_s)).title, u"Raincoat"_s);
            QCOMPARE(errorOf(store.createConversation({})).kind, Error::Kind::StoreNewer);
        }
        QVERIFY(bytesOf(m_path) == before);
    }

    void whatIsNoStoreIsLeftAsItIs_data()
    {
        QTest::addColumn<int>("damage");
        QTest::addRow("garbage") << 0;
        QTest::addRow("a file without its end") << 1;
        QTest::addRow("a file with another beginning") << 2;
        QTest::addRow("a file whose tables were written over") << 3;
        QTest::addRow("a store that was emptied") << 4;
        QTest::addRow("a database of another program") << 5;
        QTest::addRow("another store in its place") << 6;
    }

    void whatIsNoStoreIsLeftAsItIs()
    {
        QFETCH(int, damage);
        makeStore();
        write(m_path, damaged(bytesOf(m_path), damage));
        const QByteArray before = bytesOf(m_path);
        {
            ConversationStore store(m_clock);
            const Error error = errorOf(store.open(m_path));
            QCOMPARE(error.kind, Error::Kind::StoreDamaged);
            QCOMPARE(error.where, m_path);
            QVERIFY(!error.detail.isEmpty());
            QCOMPARE(errorOf(store.createConversation({})).kind, Error::Kind::StoreDamaged);
            QCOMPARE(errorOf(store.info()).kind, Error::Kind::StoreDamaged);
        }
        QVERIFY(bytesOf(m_path) == before);
    }

    void aBackupIsWholeAndReplacesAnOlderOne()
    {
        const QString copy = m_folder->filePath(u"copy.db"_s);
        write(copy, "an older one");
        {
            ConversationStore store(m_clock);
            valueOf(store.open(m_path));
            valueOf(store.createConversation({.id = u"c"_s, .title = u"Raincoat"_s}));
            succeed(store.backup(copy));
            QCOMPARE(errorOf(store.backup(m_path)).kind, Error::Kind::BadInput);
            QVERIFY(!store.backup(m_folder->filePath(u"no/folder.db"_s)).takeResult());
        }
        ConversationStore store(m_clock);
        QVERIFY(!valueOf(store.open(copy)).readOnly);
        QCOMPARE(valueOf(store.conversation(u"c"_s)).title, u"Raincoat"_s);
        QVERIFY(isSound(store));
    }

    void aFolderInItsPlaceIsSaid()
    {
        QVERIFY(QDir().mkpath(m_path));
        ConversationStore store(m_clock);
        QVERIFY(!store.open(m_path).takeResult());
    }

private:
    void makeStore()
    {
        ConversationStore store(m_clock);
        valueOf(store.open(m_path));
        valueOf(store.createConversation({.id = u"c"_s, .title = u"Raincoat"_s}));
    }

    QByteArray damaged(QByteArray bytes, int damage) const
    {
        constexpr qsizetype pageSize = 4096;
        switch (damage) {
        case 0:
            return QByteArray("This is a letter and no store.\n").repeated(500);
        case 1:
            return bytes.first(bytes.size() / 2);
        case 2:
            return bytes.replace(0, 16, "Some other form.");
        case 3:
            return bytes.replace(pageSize, 20 * pageSize, QByteArray(20 * pageSize, '\x5a'));
        case 4:
            return {};
        case 5: {
            const QString other = m_folder->filePath(u"other.db"_s);
            runSql(other, {u"CREATE TABLE song (title TEXT)"_s});
            return bytesOf(other);
        }
        default: {
            const QString other = m_folder->filePath(u"other.db"_s);
            ConversationStore store(m_clock);
            valueOf(store.open(other));
            valueOf(store.createConversation({}));
            succeed(store.backup(m_folder->filePath(u"copy.db"_s)));
            return bytesOf(m_folder->filePath(u"copy.db"_s));
        }
        }
    }

    static bool isSound(ConversationStore &store)
    {
        const QList<StoreFinding> findings = valueOf(store.examine(false));
        return std::none_of(findings.begin(), findings.end(),
                            [](const StoreFinding &finding) { return finding.isProblem; });
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 3 && words[1] == "--stream"_L1)
        return streamUntilKilled(words[2]);
    TestStoreFile test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storefile.moc"
