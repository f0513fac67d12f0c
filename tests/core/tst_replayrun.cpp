#include "core/cost/chargecalculator.h"
#include "core/session/demowriter.h"
#include "core/session/replayrun.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestReplayRun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_store = std::make_unique<ConversationStore>(m_clock);
        valueOf(m_store->open(m_folder->filePath(u"store.db"_s)));
        const DemoMonth month(
            {.conversations = 60, .days = 30, .seed = 5, .lastDay = QDate(2026, 10, 31)});
        DemoWriter writer(*m_store, month);
        QFuture<Result<DemoCount>> written = writer.write();
        QVERIFY(QTest::qWaitFor([&] { return written.isFinished(); }, 30'000));
        QVERIFY(written.result());
        m_report = replayed(query());
    }

    void cleanupTestCase() { m_store.reset(); }

    void whatWasBilledIsWhatTheLedgerHas()
    {
        const ReplayReport &report = m_report;
        const QList<Charge> charges = valueOf(m_store->charges({}, {}));
        Money cost;
        for (const Charge &charge : charges)
            cost += charge.amount.value_or(Money());
        const BilledTotals &billed = report.figures.all.billed;
        QCOMPARE(billed.requests, charges.size());
        QCOMPARE(billed.cost, cost);
        QCOMPARE(report.figures.conversations, 60);
        QCOMPARE(report.figures.all.totals[0].requests, charges.size());
    }

    void thePartsSumToTheWhole()
    {
        const ReplayFigures &figures = m_report.figures;
        const auto sum = [](const auto &parts) {
            ReplayPart all;
            for (const ReplayPart &part : parts)
                all += part;
            return all;
        };
        QCOMPARE(sum(figures.days), figures.all);
        QCOMPARE(sum(figures.users), figures.all);
        QCOMPARE(sum(figures.models), figures.all);
        QVERIFY(figures.days.size() > 15 && figures.users.size() > 3);
    }

    void theSameIsFoundOnEveryRun() { QVERIFY(replayed(query()).figures == m_report.figures); }

    void aUserAndADayAreTakenAlone()
    {
        const ReplayFigures &all = m_report.figures;
        const QString user = all.users.firstKey();
        ReplayQuery own = query();
        own.filter.userId = user;
        QCOMPARE(replayed(own).figures.all, all.users.value(user));

        const QDate day = std::next(all.days.keyBegin(), 12).operator*();
        ReplayQuery one = query();
        one.filter.from = day.startOfDay(Qt::UTC);
        one.filter.to = day.addDays(1).startOfDay(Qt::UTC);
        QCOMPARE(replayed(one).figures.all, all.days.value(day));
    }

    void aModelWithoutAPriceIsNotFree()
    {
        ReplayQuery asked = query();
        asked.models = {{u"nobody"_s, u"no-such-model"_s}};
        const ReplayTotals totals = replayed(asked).figures.all.totals[0];
        QCOMPARE(totals.unpriced, totals.requests);
        QVERIFY(!totals.wholeCost());
    }

    void aBudgetIsKept()
    {
        ReplayQuery asked = query();
        asked.ways = {*replayWay(u"sliding-blocks"_s, {}, 400), *replayWay(u"full"_s, {}, 400)};
        const ReplayPart all = replayed(asked).figures.all;
        const size_t models = size_t(asked.models.size());
        QVERIFY(all.totals[0].prompt / all.totals[0].requests <= 400);
        QCOMPARE(all.totals[models].refused, 0);
        QVERIFY(*all.totals[0].wholeCost() < *all.totals[models].wholeCost());
        QCOMPARE(all.full[0], all.totals[models]);
    }

    void anEmptyTimeIsNothing()
    {
        ReplayQuery asked = query();
        asked.filter.from = QDateTime(QDate(2020, 1, 1), {}, Qt::UTC);
        asked.filter.to = QDateTime(QDate(2020, 1, 2), {}, Qt::UTC);
        const ReplayReport report = replayed(asked);
        QCOMPARE(report.figures.conversations, 0);
        QVERIFY(report.figures.all.totals.empty());
    }

    void aRunThatIsCancelledHasNoReport()
    {
        ReplayRun run(*m_store, PriceList::shipped());
        QFuture<Result<ReplayReport>> report = run.start(query());
        run.cancel();
        QVERIFY(QTest::qWaitFor([&] { return report.isFinished(); }));
        QCOMPARE(errorOf(report).kind, Error::Kind::Cancelled);
    }

    void itSaysHowFarItIs()
    {
        ReplayRun run(*m_store, PriceList::shipped());
        QSignalSpy progress(&run, &ReplayRun::progressed);
        QFuture<Result<ReplayReport>> report = run.start(query());
        QVERIFY(QTest::qWaitFor([&] { return report.isFinished(); }, 30'000));
        QCOMPARE(progress.last()[0].toLongLong(), 60);
        QCOMPARE(progress.last()[1].toLongLong(), 60);
    }

private:
    static ReplayQuery query()
    {
        return {.ways = {*replayWay(u"full"_s, {}, 0), *replayWay(u"sliding"_s, {}, 0),
                         *replayWay(u"sliding-blocks"_s, {}, 600),
                         *replayWay(u"summary"_s, {}, 600), *replayWay(u"semantic"_s, {}, 600)},
                .models = {{u"openai"_s, u"gpt-4.1"_s}, {}, {u"openai"_s, u"gpt-4"_s}},
                .now = QDateTime(QDate(2026, 11, 1), {}, Qt::UTC)};
    }

    ReplayReport replayed(const ReplayQuery &query)
    {
        ReplayRun run(*m_store, PriceList::shipped());
        QFuture<Result<ReplayReport>> report = run.start(query);
        if (!QTest::qWaitFor([&] { return report.isFinished(); }, 60'000))
            return {};
        return valueOf(report);
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConversationStore> m_store;
    ReplayReport m_report;
};

QTEST_GUILESS_MAIN(TestReplayRun)

#include "tst_replayrun.moc"
