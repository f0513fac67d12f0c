#include "core/session/timetravel.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<Message> talk(int messages)
{
    QList<Message> thread;
    for (int i = 0; i < messages; ++i)
        thread.append({.id = QString::number(i),
                       .role = i % 2 == 0 ? Role::User : Role::Assistant,
                       .content = u"Word %1"_s.arg(i)});
    return thread;
}

PlanJob lastFour(int messages)
{
    return {.thread = talk(messages),
            .turn = {.strategy = u"sliding"_s, .options = {{u"last"_s, 4}}},
            .budget = {.window = 100'000},
            .counter = TokenCounter()};
}

QList<FactFate> follow(const QList<CardJob> &jobs, const QStringList &messages)
{
    QPromise<QList<FactFate>> promise;
    promise.start();
    followFacts(promise, jobs, messages);
    promise.finish();
    QList<FactFate> fates;
    for (const QList<FactFate> &each : promise.future().results())
        fates += each;
    return fates;
}

} // namespace

class TestTimeTravel : public QObject
{
    Q_OBJECT

private slots:
    void aTurnEndsWithItsQuestion()
    {
        QCOMPARE(turnEnds(talk(5)), (QList<int>{1, 3, 5}));
        QCOMPARE(turnEnds({}), QList<int>());
        QCOMPARE(turnEnds({{.role = Role::System}}), QList<int>());
    }

    void aPlanOfThePastKnowsNothingOfLater()
    {
        const ContextPlan plan = PastPlans(lastFour(9)).at(5);
        QCOMPARE(plan.items.size(), 5);
        QCOMPARE(plan.items.last().id, u"4"_s);
        QCOMPARE(plan.items.first().verdict, Verdict::Dropped);
        QVERIFY(PastPlans(lastFour(9)).at(11).items.isEmpty()); // beyond its end
    }

    void aSummaryOfLaterMessagesDidNotExist()
    {
        PlanJob job = lastFour(41);
        job.turn = {.strategy = u"summary"_s,
                    .options = {{u"messages"_s, 4}, {u"extractive"_s, false}}};
        job.summaries = {{.id = u"s"_s, .text = u"All about words."_s, .lastCovered = u"20"_s}};
        PastPlans plans(job);
        QVERIFY(plans.at(41).use.summary > 0);
        QCOMPARE(plans.at(15).use.summary, 0);
        QVERIFY(plans.at(41).use.summary > 0); // one goes back and forth
    }

    void theTurnIsFoundAtWhichAFactFallsOut()
    {
        const QList<FactFate> fates = follow({{u"a"_s, lastFour(21)}}, {u"1"_s, u"18"_s, u"x"_s});
        QCOMPARE(fates.size(), 2); // one is not there
        QCOMPARE(fates[0].card, u"a"_s);
        QCOMPARE(fates[0].byTurn.size(), 11);
        QCOMPARE(fates[0].byTurn[0], Presence::NotSaid);
        QCOMPARE(fates[0].byTurn[1], Presence::Sent);
        const int lost = fates[0].lostAt();
        QVERIFY(lost > 2);
        QCOMPARE(fates[0].byTurn[lost - 2], Presence::Sent);
        QCOMPARE(fates[0].byTurn[lost - 1], Presence::Missing);
        QCOMPARE(fates[0].backAt(), 0);
        QCOMPARE(fates[1].lostAt(), 0);
    }

    void aFactThatComesBackIsSaidSo()
    {
        using enum Presence;
        const FactFate fate{.byTurn = {NotSaid, Sent, Summarised, Missing, Missing, Sent}};
        QCOMPARE(fate.lostAt(), 4);
        QCOMPARE(fate.backAt(), 6);
        QCOMPARE(FactFate().lostAt(), 0);
        QCOMPARE((FactFate{.byTurn = {NotSaid, NotSaid}}).lostAt(), 0);
    }

    void nothingIsFollowedWhereNothingIsThere()
    {
        QVERIFY(follow({}, {u"1"_s}).isEmpty());
        QVERIFY(follow({{u"a"_s, lastFour(0)}}, {u"1"_s}).isEmpty());
        QVERIFY(follow({{u"a"_s, lastFour(9)}}, {}).isEmpty());
        PlanJob unknown = lastFour(9);
        unknown.turn.strategy = u"none"_s;
        QVERIFY(follow({{u"a"_s, unknown}}, {u"1"_s}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTimeTravel)
#include "tst_timetravel.moc"
