#include "core/session/demomonth.h"
#include "core/session/storemove.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

// From one store to another and back: two files, or a file and a server where there is one.

namespace {

struct Place
{
    explicit Place(TestPlace::Kind kind)
        : place(kind)
    {
        reopen();
    }

    /// As a program that died and was started again.
    void reopen()
    {
        store.reset();
        store = std::make_unique<ConversationStore>(clock);
        valueOf(store->open(place.location()));
    }

    FakeClock clock;
    TestPlace place;
    std::unique_ptr<ConversationStore> store;
};

void fill(ConversationStore &store, int count)
{
    const DemoMonth month({.conversations = count, .lastDay = QDate(2026, 10, 31)});
    QList<Bundle> bundles;
    for (int i = 0; i < count; ++i)
        bundles += month.bundle(i);
    bundles[0].conversation.active = false; // removed, and moved all the same
    bundles[1].summaries = {{.id = newId(), .text = u"So far."_s, .version = 1}};
    bundles[1].marks.excluded = {bundles[1].messages[0].id};
    valueOf(store.importBundles(bundles));
    Charge erased = sampleCharge(7);
    erased.id = newId();
    erased.conversationId = newId();
    erased.at = QDateTime(QDate(2026, 10, 5), QTime(1, 2), Qt::UTC);
    succeed(store.addCharges({erased}));
    succeed(store.setValue(u"monthlyBudget"_s, u"12"_s));
    succeed(store.saveTemplate({.id = u"hello"_s, .name = u"Hello"_s, .text = u"Good day"_s}));
}

Result<MoveCount> moved(ConversationStore &from, ConversationStore &to)
{
    StoreMove move(from, to);
    const QFuture<Result<MoveCount>> future = move.run();
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
        qFatal("it does not end");
    return future.result();
}

ChargeTotals totals(ConversationStore &store)
{
    const auto sums = valueOf(store.chargeSums({0, 2'000'000'000'000}, SumBy::Nothing));
    return sums.isEmpty() ? ChargeTotals() : sums.first().totals;
}

} // namespace

class TestStoreMove : public QObject
{
    Q_OBJECT

private slots:
    void everythingArrivesAndComesBack()
    {
        Place home(TestPlace::Kind::File);
        Place away(TestPlace::kind());
        Place back(TestPlace::Kind::File);
        fill(*home.store, 30);
        const Result<MoveCount> there = moved(*home.store, *away.store);
        QVERIFY2(there, there ? "" : qPrintable(there.error().detail));
        QCOMPARE(there->conversations, 30);
        QCOMPARE(there->different, QStringList());
        QCOMPARE(there->leftOut, QStringList());
        const Result<MoveCount> here = moved(*away.store, *back.store);
        QVERIFY(here);
        QCOMPARE(here->conversations, 30);
        QCOMPARE(here->messages, there->messages);
        QCOMPARE(here->charges, there->charges);
        QCOMPARE(here->different, QStringList());

        QCOMPARE(totals(*back.store), totals(*home.store));
        QCOMPARE(valueOf(back.store->value(u"monthlyBudget"_s)), u"12"_s);
        QCOMPARE(valueOf(back.store->templates()), valueOf(home.store->templates()));
        for (const StoreFinding &finding : valueOf(away.store->examine(false)))
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
    }

    void goesOnWhereItWasBrokenOff()
    {
        Place home(TestPlace::Kind::File);
        Place away(TestPlace::kind());
        fill(*home.store, 450); // three lots
        {
            StoreMove move(*home.store, *away.store);
            QSignalSpy progress(&move, &StoreMove::progressed);
            const auto future = move.run();
            QVERIFY(progress.wait(30'000));
        } // in the middle of whatever it did
        away.reopen();
        const qint64 before = valueOf(away.store->info()).conversations;
        QVERIFY(before >= 199 && before < 449);
        {
            StoreMove move(*home.store, *away.store);
            connect(&move, &StoreMove::progressed, &move, &StoreMove::cancel);
            QCOMPARE(errorOf(finished(move.run())).kind, Error::Kind::Cancelled);
        }
        const Result<MoveCount> rest = moved(*home.store, *away.store);
        QVERIFY(rest);
        QCOMPARE(rest->conversations, 450);
        QCOMPARE(rest->different, QStringList());
        QCOMPARE(valueOf(away.store->info()).conversations, 449); // without the one removed
        QCOMPARE(totals(*away.store), totals(*home.store));
        // Once more adds nothing.
        QCOMPARE(moved(*home.store, *away.store)->conversations, 450);
        QCOMPARE(totals(*away.store), totals(*home.store));
    }

    void whatIsAnotherOverThereIsSaidAndKept()
    {
        Place home(TestPlace::Kind::File);
        Place away(TestPlace::kind());
        fill(*home.store, 5);
        QVERIFY(moved(*home.store, *away.store));
        const Conversation row = valueOf(away.store->conversations({}, {}, 1)).rows.constFirst();
        (void)valueOf(away.store->changeConversation(row.id, {.title = u"Ours"_s}));
        const Result<MoveCount> again = moved(*home.store, *away.store);
        QVERIFY(again);
        QCOMPARE(again->different, QStringList{row.id});
        QCOMPARE(again->conversations, 4);
        QCOMPARE(valueOf(away.store->conversation(row.id)).title, u"Ours"_s);
    }

    void aStoreIsNotMovedIntoItself()
    {
        Place home(TestPlace::kind());
        QCOMPARE(moved(*home.store, *home.store).error().kind, Error::Kind::BadInput);
    }

    void aConversationThatTheOtherRefusesIsLeftOut()
    {
        if (TestPlace::kind() == TestPlace::Kind::File)
            QSKIP("a file takes every id");
        Place home(TestPlace::Kind::File);
        Place away(TestPlace::kind());
        fill(*home.store, 3);
        valueOf(home.store->importBundles({{.conversation = {.id = u"no uuid"_s}}}));
        const Result<MoveCount> count = moved(*home.store, *away.store);
        QVERIFY(count);
        QCOMPARE(count->conversations, 3);
        QCOMPARE(count->leftOut.size(), 1);
        QVERIFY(count->leftOut.first().startsWith("no uuid"_L1));
    }

private:
    template <typename T>
    static QFuture<T> finished(const QFuture<T> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
            qFatal("it does not end");
        return future;
    }
};

QTEST_GUILESS_MAIN(TestStoreMove)
#include "tst_storemove.moc"
