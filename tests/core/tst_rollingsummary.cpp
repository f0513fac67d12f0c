#include "core/context/rollingsummary.h"
#include "core/context/storedsummary.h"
#include "core/context/summarytask.h"
#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

PlanInput inputOf(const QList<Message> &thread)
{
    return {.thread = std::span(thread.constData(), size_t(thread.size())),
            .budget = {.window = 1000, .replyReserve = 0},
            .options = {{u"messages"_s, 8}},
            .counter = TokenCounter()};
}

/// Turns that say something worth keeping.
QList<Message> talk(int turns)
{
    QList<Message> thread = threadOf(u"u20 a20 "_s.repeated(turns) + u"u20"_s);
    for (Message &message : thread)
        message.content = u"Parcel %1 costs %2 dollars and comes on Monday."_s.arg(message.id)
                              .arg(message.id.toInt() * 7);
    return thread;
}

Summary stored(const QString &lastCovered)
{
    return {.text = u"They talked about parcels."_s,
            .lastCovered = lastCovered,
            .madeBy = u"gpt-4o-mini"_s};
}

} // namespace

class TestRollingSummary : public QObject
{
    Q_OBJECT

private slots:
    void theOlderHalfGoes_data()
    {
        QTest::addColumn<int>("messages");
        QTest::addColumn<int>("tokens");
        QTest::addColumn<QString>("firsts");

        QTest::addRow("when there are more messages than may stay")
            << 4 << 1000 << u"0 0 2 2 4 4"_s;
        QTest::addRow("when there are more tokens than may stay") << 100 << 130 << u"0 0 0 3 3 3"_s;
        QTest::addRow("never, where all may stay") << 100 << 1000 << u"0 0 0 0 0 0"_s;
        QTest::addRow("but not the turn itself") << 1 << 1 << u"0 1 2 3 4 5"_s;
    }

    void theOlderHalfGoes()
    {
        QFETCH(int, messages);
        QFETCH(int, tokens);
        const QList<Message> thread = threadOf(u"u20 a20 "_s.repeated(6));
        const PlanInput input = inputOf(thread);
        const PlanBuilder builder(input);
        TurnWindow window(builder, {.messages = messages, .tokens = tokens}, 0);
        QStringList firsts;
        for (int turn = 0; turn < 6; ++turn) {
            window.take(turn);
            firsts += QString::number(window.first());
        }
        QTEST(firsts.join(u' '), "firsts");
    }

    void aFurtherMessageLeavesTheSummaryAsItWas()
    {
        QString before;
        int changes = 0;
        for (int turns = 10; turns < 22; ++turns) {
            const QList<Message> thread = talk(turns);
            const PlanInput input = inputOf(thread);
            const PlanBuilder builder(input);
            const QString text =
                rollingSummary(builder, input, {}, {.messages = 8, .tokens = 1000}).summary.text;
            QVERIFY(!text.isEmpty());
            changes += text == before ? 0 : 1;
            before = text;
        }
        QVERIFY2(changes <= 7, qPrintable(QString::number(changes)));
    }

    void aStoredSummaryIsExtendedAndNotMadeAnew()
    {
        const QList<Message> thread = talk(12);
        const PlanInput input = inputOf(thread);
        const PlanBuilder builder(input);
        const RollingSummary made =
            rollingSummary(builder, input, {stored(u"8"_s), 4}, {.messages = 8, .tokens = 1000});
        QVERIFY(made.summary.text.startsWith(u"They talked about parcels."_s));
        QVERIFY(!made.summary.text.contains(u"Parcel 7 "_s));
        QVERIFY(made.summary.text.contains(u"Parcel 9 "_s));
        QVERIFY(made.firstTurn > 4);
        QCOMPARE(made.extended, 2 * (made.firstTurn - 4));
    }

    void whatWasPinnedOrExcludedIsNotInIt()
    {
        const QList<Message> thread = talk(12);
        PlanInput input = inputOf(thread);
        input.marks = {.pinned = {u"1"_s}, .excluded = {u"3"_s}};
        const PlanBuilder builder(input);
        const QString text =
            rollingSummary(builder, input, {}, {.messages = 8, .tokens = 1000}).summary.text;
        QVERIFY(!text.contains(u"Parcel 1 "_s) && !text.contains(u"Parcel 3 "_s));
        QVERIFY(text.contains(u"Parcel 5 "_s));
    }

    void aModelIsAskedForWhatNoSummaryCovers()
    {
        const QList<Message> thread = talk(12);
        const auto task = summaryTask(inputOf(thread), 10'000);
        QVERIFY(task);
        const QString sent = task->request.messages.last().content;
        QVERIFY(sent.contains(u"User: Parcel 1 "_s));
        QVERIFY(sent.contains(u"Assistant: Parcel %1 "_s.arg(task->lastCovered)));
        QVERIFY(!sent.contains(u"Parcel 25 "_s)); // the question
        QCOMPARE(task->messages, task->lastCovered.toInt());
        QCOMPARE(task->request.messages.first().role, Role::System);
        QCOMPARE(task->request.use.total(), task->request.use.limit);
    }

    void aModelIsAskedToGoOnFromTheStoredSummary()
    {
        const QList<Message> thread = talk(12);
        PlanInput input = inputOf(thread);
        input.summaries = {stored(u"8"_s)};
        const auto task = summaryTask(input, 10'000);
        QVERIFY(task);
        const QString sent = task->request.messages.last().content;
        QVERIFY(sent.contains(u"They talked about parcels."_s));
        QVERIFY(!sent.contains(u"Parcel 8 "_s));
        QVERIFY(sent.contains(u"Parcel 9 "_s));
    }

    void aModelIsNotAsked_data()
    {
        QTest::addColumn<int>("turns");
        QTest::addColumn<QString>("lastCovered");
        QTest::addRow("where all goes as it is") << 3 << QString();
        QTest::addRow("where the stored summary covers enough") << 12 << u"20"_s;
    }

    void aModelIsNotAsked()
    {
        QFETCH(int, turns);
        QFETCH(QString, lastCovered);
        const QList<Message> thread = talk(turns);
        PlanInput input = inputOf(thread);
        if (!lastCovered.isEmpty())
            input.summaries = {stored(lastCovered)};
        QVERIFY(!summaryTask(input, 10'000));
    }

    void aLongThreadIsCaughtUpWithStepByStep()
    {
        const QList<Message> thread = talk(60);
        PlanInput input = inputOf(thread);
        int steps = 0;
        for (auto task = summaryTask(input, 300); task; task = summaryTask(input, 300)) {
            QVERIFY(task->messages > 0);
            QVERIFY(task->request.messages.last().tokens < 400);
            input.summaries.append(stored(task->lastCovered));
            ++steps;
            QVERIFY(steps < 60);
        }
        QVERIFY(steps > 3);
    }

    void anEndlessMessageIsShortened()
    {
        QList<Message> thread = talk(12);
        thread[0].content = u"A very long story, and it goes on. "_s.repeated(2000);
        thread[0].tokens = -1;
        QList<Message> counted = thread;
        TokenCounter().count(counted);
        const auto task = summaryTask(inputOf(counted), 2000);
        QVERIFY(task);
        QVERIFY(task->request.use.total() < 2500);
    }
};

QTEST_GUILESS_MAIN(TestRollingSummary)
#include "tst_rollingsummary.moc"
