#include "core/exchange/skeinexporter.h"
#include "core/session/demomonth.h"
#include "core/session/storemove.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <memory>
#include <thread>

#include <unistd.h>

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
    bundles[2].messages[0].author = u"minh"_s;
    valueOf(store.importBundles(bundles));
    Charge erased = sampleCharge(7);
    erased.id = newId();
    erased.conversationId = newId();
    erased.at = QDateTime(QDate(2026, 10, 5), QTime(1, 2), Qt::UTC);
    (void)valueOf(store.addCharges({erased}));
    succeed(store.setValue(u"monthlyBudget"_s, u"12"_s));
    succeed(store.saveTemplate({.id = u"hello"_s, .name = u"Hello"_s, .text = u"Good day"_s}));
}

/// Every third charge is worth twice what was billed, and one that had no price has one.
void reprice(ConversationStore &store, const QString &reason)
{
    Repricing entry{.id = newId(),
                    .at = QDateTime(QDate(2026, 11, 2), QTime(8, 0), Qt::UTC),
                    .author = u"an"_s,
                    .reason = reason};
    QList<RepricedCharge> lines;
    const QList<Charge> charges = valueOf(store.charges({}, {}));
    for (qsizetype i = 0; i < charges.size(); i += 3) {
        const Charge &charge = charges[i];
        lines.append({.chargeId = charge.id,
                      .before = charge.amount,
                      .amount = Money{charge.amount.value_or(Money{}).pico * 2 + 1},
                      .basis = Charge::Basis::UsageTimesPrice,
                      .rates = {.input = 5, .output = 6},
                      .priceRow = u"later"_s});
        entry.before += charge.amount.value_or(Money{});
        entry.after += *lines.last().amount;
        entry.unpriced += charge.amount ? 0 : 1;
    }
    entry.charges = lines.size();
    succeed(store.reprice(entry, lines));
}

/// Over all that a store holds, with the charges as they were billed and what they are worth.
QByteArray hashOf(ConversationStore &store)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    SkeinExporter exporter(SkeinExporter::Layout::Lines);
    const auto add = [&](const Charge &charge) {
        hash.addData(exporter.conversation({.charges = {charge}}));
        hash.addData(charge.repricing.toUtf8());
    };
    for (const QString &id : valueOf(store.conversationIds({}, 10'000))) {
        Bundle bundle = valueOf(store.bundle(id, Worth::AsBilled));
        for (Message &message : bundle.messages)
            message.sequence = 0; // each store counts for itself
        hash.addData(exporter.conversation(bundle));
    }
    QList<Charge> charges = valueOf(store.charges({}, {}));
    charges += valueOf(store.looseCharges({}, {}, Worth::AsBilled));
    std::sort(charges.begin(), charges.end(),
              [](const Charge &a, const Charge &b) { return a.id < b.id; });
    for (const Charge &charge : std::as_const(charges))
        add(charge);
    for (const Repricing &entry : valueOf(store.repricings())) {
        hash.addData((entry.id + entry.author + entry.reason).toUtf8());
        for (const RepricedCharge &line : valueOf(store.repricedCharges(entry.id)))
            hash.addData(line.chargeId.toUtf8() + QByteArray::number(line.amount->pico));
    }
    return hash.result().toHex();
}

constexpr int smallLot = 8;

/// This program as one that moves and is killed: a moment after its `steps`th step; 0: never.
int moveAndDie(const QStringList &words)
{
    const SystemClock clock;
    ConversationStore from(clock);
    ConversationStore to(clock);
    valueOf(from.open(words[0]));
    valueOf(to.open(words[1]));
    StoreMove move(from, to, nullptr, smallLot);
    int left = words[2].toInt();
    QObject::connect(&move, &StoreMove::progressed, &move, [&] {
        if (--left != 0)
            return;
        std::thread([moment = std::chrono::microseconds(words[3].toInt())] {
            std::this_thread::sleep_for(moment);
            ::kill(::getpid(), SIGKILL);
        }).detach();
    });
    const QFuture<Result<MoveCount>> future = move.run();
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    const Result<MoveCount> count = future.result();
    return count && count->different.isEmpty() && count->leftOut.isEmpty() ? 0 : 1;
}

/// How it ended: killed, or with what status.
QString movedByAnother(const TestPlace &from, const TestPlace &to, int steps, int microseconds)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--move"_s, from.location(), to.location(), QString::number(steps),
                   QString::number(microseconds)});
    if (!process.waitForFinished(60'000))
        qFatal("it does not end");
    return process.exitStatus() == QProcess::CrashExit ? u"killed"_s
                                                       : QString::number(process.exitCode());
}

Result<MoveCount> moved(ConversationStore &from, ConversationStore &to)
{
    StoreMove move(from, to, nullptr, smallLot);
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
        const QList<Charge> billed = valueOf(home.store->charges({}, {}));
        reprice(*home.store, u"a discount"_s);
        reprice(*home.store, u"and another"_s);
        const Result<MoveCount> there = moved(*home.store, *away.store);
        QVERIFY2(there, there ? "" : qPrintable(there.error().detail));
        QCOMPARE(there->conversations, 30);
        QCOMPARE(there->different, QStringList());
        QCOMPARE(there->leftOut, QStringList());
        QCOMPARE(there->charges, billed.size());
        QCOMPARE(there->repricings, 2);
        const Result<MoveCount> here = moved(*away.store, *back.store);
        QVERIFY(here);
        QCOMPARE(here->conversations, 30);
        QCOMPARE(here->messages, there->messages);
        QCOMPARE(here->charges, there->charges);
        QCOMPARE(here->different, QStringList());
        QCOMPARE(here->repricings, 2);

        for (const auto &place : {&home, &away, &back}) {
            QCOMPARE(hashOf(*place->store), hashOf(*home.store));
            QCOMPARE(valueOf(place->store->repricings()), valueOf(home.store->repricings()));
            const auto isBilled = [&](const QString &sql) {
                return place->place.value(u"SELECT "_s + sql).toLongLong();
            };
            QCOMPARE(isBilled(u"count(*) FROM charge"_s), billed.size());
            Money sum;
            for (const Charge &charge : billed)
                sum += charge.amount.value_or(Money{});
            QCOMPARE(isBilled(u"sum(amount_pico) FROM charge"_s), sum.pico);
            QCOMPARE(isBilled(u"count(*) FROM repriced_charge"_s), 2 * ((billed.size() + 2) / 3));
        }
        QCOMPARE(totals(*back.store), totals(*home.store));
        QCOMPARE(valueOf(back.store->value(u"monthlyBudget"_s)), u"12"_s);
        QCOMPARE(valueOf(back.store->templates()), valueOf(home.store->templates()));
        isSound(*away.store);
        isSound(*back.store);
    }

    void aMoveThatIsKilledGoesOnAndNothingIsLostOrDoubled()
    {
        Place home(TestPlace::Kind::File);
        Place away(TestPlace::kind());
        Place back(TestPlace::Kind::File);
        fill(*home.store, 64); // eight lots, then what is spent
        reprice(*home.store, u"a discount"_s);
        reprice(*home.store, u"and another"_s);
        const QByteArray whole = hashOf(*home.store);
        const QList<std::pair<const Place *, const Place *>> ways{{&home, &away}, {&away, &back}};
        int killed = 0;
        for (const auto &[from, to] : ways) {
            for (Place *place : {&home, &away, &back})
                place->store.reset();
            // After the first step: at once, while it writes, while it compares.
            for (const int microseconds : {0, 700, 5'000})
                killed += movedByAnother(from->place, to->place, 1, microseconds) == "killed"_L1;
            // A step further each time, to the last lot, the loose charge and the log.
            for (int step = 2; step <= 4; ++step)
                killed += movedByAnother(from->place, to->place, step, 700 * step) == "killed"_L1;
            QCOMPARE(movedByAnother(from->place, to->place, 0, 0), u"0"_s);
        }
        QVERIFY2(killed > 6, qPrintable(QString::number(killed)));
        for (Place *place : {&home, &away, &back}) {
            place->reopen();
            QCOMPARE(hashOf(*place->store), whole);
            QCOMPARE(totals(*place->store), totals(*home.store));
            isSound(*place->store);
            for (const char *table : {"conversation", "message", "attempt", "charge", "repricing",
                                      "repriced_charge", "summary", "hand_mark", "reply_template"})
                QCOMPARE(place->place.value(u"SELECT count(*) FROM %1"_s.arg(QLatin1String(table))),
                         home.place.value(u"SELECT count(*) FROM %1"_s.arg(QLatin1String(table))));
        }
        // Once more adds nothing.
        QCOMPARE(moved(*home.store, *away.store)->repricings, 2);
        QCOMPARE(hashOf(*away.store), whole);
    }

    void chargesThatAreWorthSomethingElseThereAreSaid()
    {
        Place home(TestPlace::Kind::File);
        Place away(TestPlace::kind());
        fill(*home.store, 5);
        QVERIFY(moved(*home.store, *away.store));
        reprice(*home.store, u"here"_s);
        reprice(*away.store, u"there"_s);
        const QByteArray there = hashOf(*away.store);
        const Result<MoveCount> count = moved(*home.store, *away.store);
        QVERIFY(count);
        QCOMPARE(count->repricings, 0);
        QCOMPARE(count->leftOut.size(), 1);
        QVERIFY(count->leftOut.first().startsWith("re-pricing "_L1));
        QCOMPARE(hashOf(*away.store), there);
        isSound(*away.store);
    }

    void aTemplateThatIsThereIsLeftAsItIs()
    {
        Place home(TestPlace::Kind::File);
        Place away(TestPlace::kind());
        fill(*home.store, 3);
        const ReplyTemplate ours{.id = u"hello"_s, .name = u"Hello"_s, .text = u"Ours"_s};
        succeed(away.store->saveTemplate(ours));
        QVERIFY(moved(*home.store, *away.store));
        QCOMPARE(valueOf(away.store->templates()), QList<ReplyTemplate>{ours});
    }

    void goesOnWhereItWasBrokenOff()
    {
        Place home(TestPlace::Kind::File);
        Place away(TestPlace::kind());
        fill(*home.store, 20); // three lots
        {
            StoreMove move(*home.store, *away.store, nullptr, smallLot);
            QSignalSpy progress(&move, &StoreMove::progressed);
            const auto future = move.run();
            QVERIFY(progress.wait(30'000));
        } // in the middle of whatever it did
        away.reopen();
        const qint64 before = valueOf(away.store->info()).conversations;
        QVERIFY(before >= 7 && before < 19);
        {
            StoreMove move(*home.store, *away.store, nullptr, smallLot);
            connect(&move, &StoreMove::progressed, &move, &StoreMove::cancel);
            QCOMPARE(errorOf(finished(move.run())).kind, Error::Kind::Cancelled);
        }
        const Result<MoveCount> rest = moved(*home.store, *away.store);
        QVERIFY(rest);
        QCOMPARE(rest->conversations, 20);
        QCOMPARE(rest->different, QStringList());
        QCOMPARE(valueOf(away.store->info()).conversations, 19); // without the one removed
        QCOMPARE(totals(*away.store), totals(*home.store));
        // Once more adds nothing.
        QCOMPARE(moved(*home.store, *away.store)->conversations, 20);
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
    static void isSound(ConversationStore &store)
    {
        for (const StoreFinding &finding : valueOf(store.examine(false)))
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
    }

    template <typename T>
    static QFuture<T> finished(const QFuture<T> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
            qFatal("it does not end");
        return future;
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (const QStringList words = QCoreApplication::arguments(); words.value(1) == "--move"_L1)
        return moveAndDie(words.mid(2));
    TestStoreMove test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storemove.moc"
