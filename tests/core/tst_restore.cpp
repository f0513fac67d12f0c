#include "core/store/restore.h"
#include "core/store/storeprobe.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

// Going back to a copy: what was there before is never lost, and what is no copy changes nothing.

class TestRestore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_path = m_folder->filePath(u"skein.db"_s);
        m_copy = m_folder->filePath(u"copy.db"_s);
        ConversationStore store(m_clock);
        valueOf(store.open(m_path));
        valueOf(store.createConversation({.title = u"kept"_s}));
        succeed(store.backup(m_copy));
        valueOf(store.createConversation({.title = u"after it"_s}));
    }

    void theCopyIsThereAndWhatWasIsKept()
    {
        const Result<QString> kept = restoreStore(m_copy, m_path, m_clock);
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
        QCOMPARE(titlesIn(m_path), QStringList{u"kept"_s});
        QCOMPARE(titlesIn(*kept), (QStringList{u"after it"_s, u"kept"_s}));
        QVERIFY(QFile::exists(m_copy));
        const Result<QString> back = restoreStore(*kept, m_path, m_clock); // and back again
        QVERIFY(!back); // within the same second its name is taken
        m_clock.advance(1000);
        QVERIFY(restoreStore(*kept, m_path, m_clock));
        QCOMPARE(titlesIn(m_path), (QStringList{u"after it"_s, u"kept"_s}));
    }

    void whatAProgramThatDiedHadWrittenIsKept()
    {
        {
            const std::unique_ptr<ConversationStore> store = opened(m_path);
            valueOf(store->createConversation({.title = u"in the log"_s}));
            for (const QString &part : {u""_s, u"-wal"_s})
                QVERIFY(QFile::copy(m_path + part, m_path + u".died"_s + part));
        }
        for (const QString &part : {u""_s, u"-wal"_s}) {
            QFile::remove(m_path + part);
            QVERIFY(QFile::rename(m_path + u".died"_s + part, m_path + part));
        }
        const Result<QString> kept = restoreStore(m_copy, m_path, m_clock);
        QVERIFY(kept);
        QCOMPARE(titlesIn(*kept).size(), 3);
        QCOMPARE(titlesIn(m_path).size(), 1);
    }

    void whatIsBrokenIsKeptAsItIs()
    {
        const QByteArray garbage(10'000, 'x');
        overwrite(m_path, garbage);
        const Result<QString> kept = restoreStore(m_copy, m_path, m_clock);
        QVERIFY(kept);
        QFile broken(*kept);
        QVERIFY(broken.open(QIODevice::ReadOnly));
        QCOMPARE(broken.readAll(), garbage);
        QCOMPARE(titlesIn(m_path), QStringList{u"kept"_s});
    }

    void whereNothingIsTheCopyComes()
    {
        QFile::remove(m_path);
        const Result<QString> kept = restoreStore(m_copy, m_path, m_clock);
        QVERIFY(kept);
        QCOMPARE(*kept, QString());
        QCOMPARE(titlesIn(m_path), QStringList{u"kept"_s});
    }

    void aCopyOfAnotherStoreIsTakenToo()
    {
        const QString other = m_folder->filePath(u"other.db"_s);
        {
            const std::unique_ptr<ConversationStore> store = opened(other);
            valueOf(store->createConversation({.title = u"theirs"_s}));
        }
        QVERIFY(restoreStore(other, m_path, m_clock));
        QCOMPARE(titlesIn(m_path), QStringList{u"theirs"_s});
    }

    void whatIsNoCopyChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("garbage") << QByteArray(5000, 'x');
        QTest::addRow("empty") << QByteArray();
        QTest::addRow("the beginning of one") << QByteArray("SQLite format 3\0", 16);
    }

    void whatIsNoCopyChangesNothing()
    {
        QFETCH(QByteArray, bytes);
        overwrite(m_copy, bytes);
        QVERIFY(!restoreStore(m_copy, m_path, m_clock));
        QVERIFY(!restoreStore(m_folder->filePath(u"nothing.db"_s), m_path, m_clock));
        QCOMPARE(titlesIn(m_path).size(), 2);
        QCOMPARE(before(), QStringList());
    }

    void aStoreThatIsOpenIsLeftAlone()
    {
        const std::unique_ptr<ConversationStore> store = opened(m_path);
        const Result<QString> kept = restoreStore(m_copy, m_path, m_clock);
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, Error::Kind::StoreBusy);
    }

    void lookingTellsWhatIsThereAndMakesNothing()
    {
        const StoreProbe copy = valueOf(probeStore(m_copy));
        QVERIFY(copy.isThere && !copy.isOlder() && !copy.isNewer());
        QCOMPARE(copy.info.conversations, 1);
        const QString nothing = m_folder->filePath(u"new.db"_s);
        QVERIFY(!valueOf(probeStore(nothing)).isThere);
        QVERIFY(!QFile::exists(nothing));
        QCOMPARE(errorOf(probeStore(m_folder->path())).kind, Error::Kind::BadInput);
        overwrite(m_copy, "some words");
        QCOMPARE(errorOf(probeStore(m_copy)).kind, Error::Kind::BadInput);
        QCOMPARE(errorOf(probeStore(u"postgresql://an@127.0.0.1:1/skein"_s)).kind,
                 Error::Kind::StoreUnreachable);
    }

    void lookingAtAServerMakesNothing()
    {
        if (const QString why = TestPlace::whySkipped(TestPlace::Kind::Server); !why.isEmpty())
            QSKIP(qPrintable(why));
        const TestPlace server(TestPlace::Kind::Server);
        QVERIFY(!valueOf(probeStore(server.location())).isThere);
        QVERIFY(!server.value(u"SELECT to_regnamespace('skein') IS NOT NULL"_s).toBool());
        {
            const std::unique_ptr<ConversationStore> store = opened(server.location());
            valueOf(store->createConversation({}));
        }
        const StoreProbe there = valueOf(probeStore(server.location()));
        QCOMPARE(there.info.conversations, 1);
        QCOMPARE(there.info.role, u"owner"_s);
        server.exec(u"UPDATE schema_version SET version = 3"_s);
        QVERIFY(valueOf(probeStore(server.location())).isOlder());
        server.exec(u"UPDATE schema_version SET version = 1000"_s);
        QVERIFY(valueOf(probeStore(server.location())).isNewer());
    }

private:
    std::unique_ptr<ConversationStore> opened(const QString &location) const
    {
        auto store = std::make_unique<ConversationStore>(m_clock);
        valueOf(store->open(location));
        return store;
    }

    QStringList titlesIn(const QString &path) const
    {
        QStringList titles;
        const std::unique_ptr<ConversationStore> store = opened(path);
        for (const Conversation &row : valueOf(store->conversations({}, {}, 10)).rows)
            titles += row.title;
        titles.sort();
        return titles;
    }

    QStringList before() const
    {
        return QDir(m_folder->path()).entryList({u"*.before-*"_s, u"*.restoring"_s});
    }

    static void overwrite(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QString m_copy;
};

QTEST_GUILESS_MAIN(TestRestore)
#include "tst_restore.moc"
