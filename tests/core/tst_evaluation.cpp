#include "core/context/evaluation.h"
#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A plan in which the messages of these ids are sent.
ContextPlan planOf(const QStringList &sent, const QStringList &all, int limit = 100)
{
    ContextPlan plan;
    for (const QString &id : all)
        plan.items.append(
            {.id = id, .verdict = sent.contains(id) ? Verdict::Kept : Verdict::Dropped});
    plan.use = {.system = 7, .history = int(sent.size()) * 10, .question = 9, .limit = limit};
    return plan;
}

Probe probe(const QStringList &evidence, const QString &tag = {})
{
    return {.source = u"talk"_s, .question = u"Where?"_s, .evidence = evidence, .tag = tag};
}

/// Eighty turns, each about an animal of its own.
QList<Message> longTalk()
{
    const QStringList animals{u"otters"_s, u"badgers"_s, u"herons"_s, u"lizards"_s, u"moths"_s};
    QList<Message> thread;
    for (int i = 0; i < 160; ++i) {
        const QString animal = animals[i / 2 % animals.size()];
        thread.append({.id = QString::number(i + 1),
                       .role = i % 2 == 0 ? Role::User : Role::Assistant,
                       .content = i % 2 == 0
                           ? u"Tell me how %1 live in year %2."_s.arg(animal).arg(i)
                           : u"In year %2 the %1 sleep in burrow number %2 by the river and eat "
                             "what they find there."_s.arg(animal)
                                 .arg(i)});
    }
    TokenCounter().count(thread);
    return thread;
}

const QStringList four{u"1"_s, u"2"_s, u"3"_s, u"4"_s};

} // namespace

class TestEvaluation : public QObject
{
    Q_OBJECT

private slots:
    void recallIsTheShareOfTheEvidenceThatIsSent()
    {
        Evaluation evaluation;
        QVERIFY(evaluation.add(u"a"_s, 10, probe({u"1"_s, u"2"_s}), planOf({u"1"_s}, four), 2));
        QVERIFY(evaluation.add(u"a"_s, 10, probe({u"3"_s}), planOf({u"3"_s}, four), 4));
        const QList<EvaluationRow> rows = evaluation.rows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].tag, u"all"_s);
        QCOMPARE(rows[0].n, 2);
        QCOMPARE(rows[0].recall, 0.75);
        QCOMPARE(rows[0].all, 0.5);
        QCOMPARE(rows[0].tokens, 10.0);
        QCOMPARE(rows[0].ms, 3.0);
        QVERIFY(rows[0].low >= 0.5 && rows[0].low < 0.75);
        QVERIFY(rows[0].high > 0.75 && rows[0].high <= 1);
    }

    void whatIsSentInPartIsNotEvidence()
    {
        Evaluation evaluation;
        ContextPlan plan = planOf({u"1"_s, u"2"_s}, four);
        plan.items[0].verdict = Verdict::Shortened;
        plan.items[1].verdict = Verdict::Summarised;
        evaluation.add(u"a"_s, 10, probe({u"1"_s, u"2"_s}), plan, 0);
        QCOMPARE(evaluation.rows()[0].recall, 0.0);
    }

    void evidenceThatDoesNotExistDoesNotCount()
    {
        Evaluation evaluation;
        QVERIFY(!evaluation.add(u"a"_s, 10, probe({u"9"_s}), planOf(four, four), 0));
        QVERIFY(evaluation.add(u"a"_s, 10, probe({u"1"_s, u"9"_s}), planOf(four, four), 0));
        QCOMPARE(evaluation.rows()[0].n, 1);
        QCOMPARE(evaluation.rows()[0].recall, 1.0);
    }

    void tagsAreSummedUpApartAndTogether()
    {
        Evaluation evaluation;
        evaluation.add(u"a"_s, 10, probe({u"1"_s}, u"refund"_s), planOf({u"1"_s}, four), 0);
        evaluation.add(u"a"_s, 10, probe({u"1"_s}, u"size"_s), planOf({}, four), 0);
        evaluation.add(u"b"_s, 10, probe({u"1"_s}, u"size"_s), planOf({u"1"_s}, four), 0);
        QStringList told;
        for (const EvaluationRow &row : evaluation.rows())
            told += u"%1 %2 %3"_s.arg(row.strategy, row.tag).arg(row.recall);
        QCOMPARE(told.join(u", "_s), u"a refund 1, a size 0, a all 0.5, b size 1, b all 1"_s);
    }

    void aDifferenceInsideItsIntervalIsNone_data()
    {
        QTest::addColumn<int>("misses");
        QTest::addColumn<bool>("different");
        QTest::addRow("one probe of a hundred") << 1 << false;
        QTest::addRow("thirty of a hundred") << 30 << true;
    }

    void aDifferenceInsideItsIntervalIsNone()
    {
        QFETCH(int, misses);
        QFETCH(bool, different);
        Evaluation evaluation;
        for (int i = 0; i < 100; ++i) {
            evaluation.add(u"good"_s, 10, probe({u"1"_s}), planOf(four, four), 0);
            evaluation.add(u"other"_s, 10, probe({u"1"_s}),
                           planOf(i < misses ? QStringList() : four, four), 0);
        }
        const QList<RecallDifference> differences = evaluation.differences();
        QCOMPARE(differences.size(), 1);
        QCOMPARE(differences[0].strategy, u"other"_s);
        QCOMPARE(differences[0].best, u"good"_s);
        QVERIFY(qAbs(differences[0].difference + misses / 100.0) < 1e-9);
        QCOMPARE(differences[0].isDifferent(), different);
    }

    void whatIsOverTheBudgetIsNotCompared()
    {
        Evaluation evaluation;
        evaluation.add(u"full"_s, 10, probe({u"1"_s}), planOf(four, four, 20), 0);
        evaluation.add(u"other"_s, 10, probe({u"1"_s}), planOf({}, four), 0);
        QVERIFY(evaluation.differences().isEmpty());
        QCOMPARE(evaluation.rows()[0].over, 1.0);
        QCOMPARE(evaluation.rows()[1].over, 0.0);
    }

    void theSameSeedDrawsTheSameIntervals()
    {
        Evaluation evaluation;
        for (int i = 0; i < 40; ++i)
            evaluation.add(u"a"_s, 10, probe({u"1"_s}), planOf(i % 3 ? four : QStringList(), four),
                           0);
        QCOMPARE(evaluation.rows(5)[0].low, evaluation.rows(5)[0].low);
        QVERIFY(evaluation.rows(5)[0].low < evaluation.rows(5)[0].recall);
    }

    void theBudgetCoversWhatIsSelected()
    {
        const QList<Message> thread = threadOf(u"s50 u10 a10 u10 a10 u10 a10"_s);
        const Message question{
            .id = u"q"_s, .content = u"Which?"_s, .tokens = 30, .encoding = Encoding::O200k};
        PlanInput input{.thread = thread, .draft = &question, .counter = TokenCounter()};
        setSelectionBudget(input, 40);
        QCOMPARE(input.budget.promptLimit(), 50 + 30 + 40 + TokenCounter::requestOverhead);
    }

    void howLongTheQuestionIsChangesNothing_data()
    {
        QTest::addColumn<QString>("strategy");
        for (const Strategy &strategy : strategies())
            QTest::addRow("%s", qPrintable(strategy.id)) << strategy.id;
    }

    void howLongTheQuestionIsChangesNothing()
    {
        QFETCH(QString, strategy);
        const QList<Message> thread = longTalk();
        QStringList evidence;
        for (const Message &message : thread)
            evidence += message.id;
        for (const int budget : {100, 300, 1000, 1020, 2000}) {
            QStringList told;
            for (const int marks : {0, 30, 150}) {
                const QString text = u"Where do the otters sleep?"_s + u" ?!"_s.repeated(marks);
                Message question{.id = u"question"_s, .content = text};
                PlanInput input{.thread = thread, .draft = &question, .counter = TokenCounter()};
                input.counter.count(question);
                const auto checked = checkOptions(**strategyById(strategy), {});
                input.options = *checked;
                setSelectionBudget(input, budget);
                const ContextPlan plan = (*strategyById(strategy))->plan(input);
                told += sentIds(plan) + u' ' + QString::number(plan.use.retrieved);
            }
            QCOMPARE(told[1], told[0]);
            QCOMPARE(told[2], told[0]);
        }
    }

    void aTagNamedAllIsCountedOnce()
    {
        Evaluation evaluation;
        evaluation.add(u"a"_s, 10, probe({u"1"_s}, u"all"_s), planOf({u"1"_s}, four), 0);
        QCOMPARE(evaluation.rows().size(), 1);
        QCOMPARE(evaluation.rows()[0].n, 1);
    }

    void allOfItIsOneAndNotNearlyOne()
    {
        Evaluation evaluation;
        for (int n = 0; n < 49; ++n) // 49 times the 49th part is not 1
            evaluation.add(u"a"_s, 10, probe({u"1"_s}), planOf({u"1"_s}, four, 5), 0);
        const EvaluationRow row = evaluation.rows()[0];
        QVERIFY(row.recall == 1 && row.all == 1 && row.over == 1); // not qFuzzyCompare()
    }

    void everyProbeIsPlannedUnderEveryBudget()
    {
        const QList<Message> thread = threadOf(u"u10 a10 u10 a10 u10 a10"_s);
        const PlanInput input{.thread = thread, .counter = TokenCounter()};
        const EvaluationGrid grid{{{u"sliding"_s, {}}}, {20, 1000}};
        Evaluation evaluation;
        double now = 0;
        const QList<Probe> leftOut = evaluation.run(input, {probe({u"1"_s}), probe({u"gone"_s})},
                                                    grid, [&now] { return now += 1.5; });
        QCOMPARE(leftOut, QList<Probe>{probe({u"gone"_s})});
        const QList<EvaluationRow> rows = evaluation.rows();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].recall, 0.0);
        QCOMPARE(rows[0].tokens, 20.0);
        QCOMPARE(rows[0].ms, 1.5);
        QCOMPARE(rows[1].recall, 1.0);
        QCOMPARE(rows[1].tokens, 60.0);
    }
};

QTEST_GUILESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
