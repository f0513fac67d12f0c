#include "core/session/demowriter.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestDemoWriter : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_store = std::make_unique<ConversationStore>(m_clock);
        valueOf(m_store->open(m_folder->filePath(u"store.db"_s)));
    }

    void cleanup() { m_store.reset(); }

    void theStoreHoldsWhatWasCountedAndIsSound()
    {
        const DemoCount count = write(40);
        QCOMPARE(count.conversations, 40);
        QVERIFY(count.messages > 200 && count.attempts > 30);
        const QList<Charge> charges = valueOf(m_store->charges({}, {}));
        QCOMPARE(charges.size(), count.charges);
        Money cost;
        for (const Charge &charge : charges)
            cost += charge.amount.value_or(Money());
        QCOMPARE(count.cost, cost);
        for (const StoreFinding &finding : valueOf(m_store->examine(false)))
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
        QVERIFY(!valueOf(m_store->search(u"refund"_s, {}, 1)).isEmpty());
    }

    void writingTwiceAddsNothing()
    {
        const DemoCount first = write(10);
        const DemoCount second = write(10);
        QCOMPARE(second, (DemoCount{.alreadyThere = 10}));
        QCOMPARE(valueOf(m_store->charges({}, {})).size(), first.charges);
    }

    void aStoreThatMayNotBeWrittenIsSaid()
    {
        m_store = std::make_unique<ConversationStore>(m_clock); // not opened
        const DemoMonth month(options(10));
        DemoWriter writer(*m_store, month);
        QFuture<Result<DemoCount>> written = writer.write();
        QVERIFY(QTest::qWaitFor([&] { return written.isFinished(); }));
        QCOMPARE(errorOf(written).kind, Error::Kind::StoreFailed);
    }

private:
    static DemoOptions options(int conversations)
    {
        return {.conversations = conversations, .seed = 1, .lastDay = QDate(2026, 11, 22)};
    }

    DemoCount write(int conversations)
    {
        const DemoMonth month(options(conversations));
        DemoWriter writer(*m_store, month);
        QFuture<Result<DemoCount>> written = writer.write();
        if (!QTest::qWaitFor([&] { return written.isFinished(); }, 30'000))
            qFatal("it does not end");
        return valueOf(written);
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConversationStore> m_store;
};

QTEST_GUILESS_MAIN(TestDemoWriter)
#include "tst_demowriter.moc"
