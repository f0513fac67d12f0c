#include "core/store/engine.h"
#include "core/store/migrations.h"
#include "core/store/sqlite.h"
#include "tests/support/fakeclock.h"
#include "tests/support/oldstore.h"

#include <QTest>

#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_old = std::make_unique<OldStore>();
    }

    void aStoreOfEachOlderVersionIsTakenOver_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= sqliteEngine().newestVersion(); ++version)
            QTest::addRow("version %d", version) << version;
    }

    void aStoreOfEachOlderVersionIsTakenOver()
    {
        QFETCH(int, version);
        const QString path = m_folder->filePath(u"store.db"_s);
        make(path, version);
        ConversationStore store(m_clock);
        const StoreInfo info = valueOf(store.open(path));
        QCOMPARE(info.version, sqliteEngine().newestVersion());
        QVERIFY(!info.readOnly);

        m_old->isWholeIn(store);
        valueOf(store.createConversation({.title = u"new"_s}));
    }

private:
    /// A store that was filled by the first program and last opened by one of that version.
    void make(const QString &path, int version)
    {
        const auto opened = Connection::open(path, Connection::Access::ReadWrite);
        QVERIFY(opened);
        Connection &connection = **opened;
        const QList<QStringList> steps = Sqlite::schemaSteps();
        run(connection, {u"PRAGMA application_id = %1"_s.arg(Sqlite::applicationId)});
        run(connection, steps.first());
        m_old->fill(connection);
        for (const QStringList &step : steps.mid(1, version - 1))
            run(connection, step);
        run(connection, {u"PRAGMA user_version = %1"_s.arg(version)});
    }

    static void run(Connection &connection, const QStringList &statements)
    {
        for (const QString &statement : statements) {
            const Result<void> done = connection.exec(statement);
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        }
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OldStore> m_old;
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
