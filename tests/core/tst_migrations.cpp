#include "core/store/engine.h"
#include "core/store/migrations.h"
#include "core/store/sqlite.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate()); }

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

        // The first version has no sums by one thing at a time: they are made of its charges.
        if (version == 1) {
            const QList<ChargeSum> sums =
                valueOf(store.chargeSums({0, 3 * 86'400'000LL}, SumBy::User));
            QCOMPARE(sums.size(), 1);
            QCOMPARE(sums[0].key, u"an"_s);
            QCOMPARE(sums[0].totals.cost, Money{3000});
        }
        for (const StoreFinding &finding : valueOf(store.examine(false)))
            QVERIFY2(!finding.isProblem || finding.what.startsWith(u"ledger"_s),
                     qPrintable(finding.what));
        valueOf(store.createConversation({.title = u"new"_s}));
    }

private:
    /// A store as a program of that version left it.
    void make(const QString &path, int version)
    {
        const auto opened = Connection::open(path, Connection::Access::ReadWrite);
        QVERIFY(opened);
        Connection &connection = **opened;
        QStringList statements{u"PRAGMA application_id = %1"_s.arg(Sqlite::applicationId)};
        for (const QStringList &step : Sqlite::schemaSteps().first(version))
            statements += step;
        statements += u"PRAGMA user_version = %1"_s.arg(version);
        if (version == 1)
            statements += chargesOfTheFirstVersion();
        for (const QString &statement : std::as_const(statements)) {
            const Result<void> done = connection.exec(statement);
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        }
        QVERIFY(connection.engine().addWorkspace(connection, newId(), m_clock.now()));
    }

    static QStringList chargesOfTheFirstVersion()
    {
        QStringList statements;
        for (int i = 1; i <= 2; ++i)
            statements += u"INSERT INTO charge VALUES (%1, 1, 'c%1', '', '', '', 'an', %2, 'p', "
                          "'m', 's', 'turn', 'provider', 10, 0, 0, 5, 0, NULL, %3, "
                          "'usage × price', 1, 1, NULL, NULL, NULL, '', x'00')"_s.arg(
                              QString::number(i), QString::number(i * 86'400'000LL),
                              QString::number(i * 1000));
        statements += u"INSERT INTO hour_sum SELECT 1, at_ms / 3600000, 'an', 'p', 'm', 's', "
                      "'turn', 1, 10, 0, 0, 5, 0, amount_pico, 0, 0 FROM charge"_s;
        return statements;
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
