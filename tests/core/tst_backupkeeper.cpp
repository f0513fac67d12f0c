#include "core/session/backupkeeper.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestBackupKeeper : public QObject
{
    Q_OBJECT

private slots:
    void makesOneADayAndKeepsTheNewest()
    {
        const TestPlace place(TestPlace::Kind::File);
        FakeClock clock;
        ConversationStore store(clock);
        valueOf(store.open(place.location()));
        BackupKeeper keeper(store, clock);
        QSignalSpy made(&keeper, &BackupKeeper::made);
        keeper.watch(place.location(), 2);
        keeper.look();
        QTRY_COMPARE(made.size(), 1);
        keeper.look(); // the day is not over
        clock.advance(86'400'000 - 1);
        keeper.look();
        QTest::qWait(20);
        QCOMPARE(made.size(), 1);
        for (int day = 2; day <= 4; ++day) {
            clock.advance(86'400'000);
            keeper.look();
            QTRY_COMPARE(made.size(), day);
        }
        const QStringList copies = BackupKeeper::copiesIn(BackupKeeper::folderOf(place.location()));
        QCOMPARE(copies.size(), 2);
        QCOMPARE(copies.first(), made.last().first().toString());
    }

    void anotherFolderMayBeShared()
    {
        const TestPlace place(TestPlace::Kind::File);
        const QTemporaryDir folder(storeFolderTemplate());
        FakeClock clock;
        ConversationStore store(clock);
        valueOf(store.open(place.location()));
        BackupKeeper keeper(store, clock);
        QSignalSpy made(&keeper, &BackupKeeper::made);
        keeper.watch(place.location(), 1, folder.path());
        QCOMPARE(keeper.folder(), folder.filePath(u"store.db.backups"_s));
        QFile others(folder.filePath(u"2026-01-01-000000.db"_s));
        QVERIFY(others.open(QIODevice::WriteOnly));
        for (int copy = 1; copy <= 2; ++copy) {
            keeper.make();
            QTRY_COMPARE(made.size(), copy);
            clock.advance(1000);
        }
        QCOMPARE(BackupKeeper::copiesIn(keeper.folder()).size(), 1);
        QVERIFY(others.exists());
        QVERIFY(BackupKeeper::timeOf(made.last().first().toString()) < clock.now());
        keeper.watch(u"postgresql://an@localhost/skein"_s, 7);
        keeper.make();
        QCOMPARE(keeper.folder(), QString());
    }

    void aCopyIsTheStore()
    {
        const TestPlace place(TestPlace::Kind::File);
        FakeClock clock;
        QString path;
        {
            ConversationStore store(clock);
            valueOf(store.open(place.location()));
            valueOf(store.createConversation({.title = u"kept"_s}));
            BackupKeeper keeper(store, clock);
            QSignalSpy made(&keeper, &BackupKeeper::made);
            keeper.watch(place.location(), 7);
            keeper.look();
            QTRY_COMPARE(made.size(), 1);
            path = made.first().first().toString();
            valueOf(store.createConversation({.title = u"after"_s}));
        }
        // Put back as the manual says.
        QVERIFY(QFile::remove(place.location()));
        QVERIFY(QFile::copy(path, place.location()));
        ConversationStore store(clock);
        const StoreInfo info = valueOf(store.open(place.location()));
        QVERIFY(!info.readOnly);
        QCOMPARE(valueOf(store.conversations({}, {}, 10)).rows.size(), 1);
    }

    void aServerAndZeroMakeNone()
    {
        const TestPlace place(TestPlace::Kind::File);
        FakeClock clock;
        ConversationStore store(clock);
        valueOf(store.open(place.location()));
        BackupKeeper keeper(store, clock);
        QSignalSpy made(&keeper, &BackupKeeper::made);
        QSignalSpy failed(&keeper, &BackupKeeper::failed);
        keeper.watch(u"postgresql://an@db/skein"_s, 7);
        keeper.look();
        keeper.watch(place.location(), 0);
        keeper.look();
        QTest::qWait(50);
        QCOMPARE(made.size() + failed.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestBackupKeeper)
#include "tst_backupkeeper.moc"
