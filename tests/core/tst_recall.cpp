#include "core/session/recall.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Thirty turns; the order number was said in the second message.
QList<Message> thread()
{
    QList<Message> messages;
    for (int i = 0; i < 60; ++i)
        messages.append({.id = QString::number(i),
                         .role = i % 2 == 0 ? Role::User : Role::Assistant,
                         .content = i == 1 ? u"Your parcel has the number BX-4711."_s
                                           : u"We talk about the weather, part %1."_s.arg(i)});
    TokenCounter().count(messages);
    return messages;
}

CardJob card(const QString &id, const QString &strategy, int budget)
{
    return {id,
            {.thread = thread(),
             .turn = {.strategy = strategy},
             .budget = {.window = budget, .replyReserve = 0},
             .counter = TokenCounter()}};
}

Probe probe(const QStringList &evidence)
{
    return {
        .source = u"c"_s, .question = u"What number did the parcel have?"_s, .evidence = evidence};
}

template <typename T, typename... Parameters>
T run(void (*function)(QPromise<T> &, Parameters...), std::type_identity_t<Parameters>... values)
{
    QPromise<T> promise;
    promise.start();
    function(promise, values...);
    promise.finish();
    return promise.future().resultCount() > 0 ? promise.future().result() : T();
}

} // namespace

class TestRecall : public QObject
{
    Q_OBJECT

private slots:
    void aCardSendsTheEvidenceOrNot()
    {
        const auto recalls =
            run(recallOfCards,
                {card(u"all"_s, u"full"_s, 100'000), card(u"last"_s, u"sliding"_s, 300),
                 card(u"found"_s, u"semantic"_s, 300)},
                {probe({u"1"_s}), probe({u"59"_s}), probe({u"1"_s, u"59"_s})});
        QCOMPARE(recalls.size(), 3);
        QCOMPARE(recalls[u"all"_s].row.recall, 1.0);
        QCOMPARE(recalls[u"all"_s].row.n, 3);
        QVERIFY(!recalls[u"all"_s].behind);
        QCOMPARE(recalls[u"last"_s].row.recall, 0.5);
        QCOMPARE(recalls[u"last"_s].row.all, 1.0 / 3);
        QVERIFY(recalls[u"last"_s].behind);
        QCOMPARE(recalls[u"found"_s].row.recall, 1.0);
        QVERIFY(!recalls[u"found"_s].isDifferent());
    }

    void whatCannotBeAskedCountsNowhere()
    {
        QVERIFY(
            run(recallOfCards, {card(u"a"_s, u"full"_s, 1000)}, {probe({u"gone"_s})}).isEmpty());
        QVERIFY(run(recallOfCards, {card(u"a"_s, u"none"_s, 1000)}, {probe({u"1"_s})}).isEmpty());
        QVERIFY(run(recallOfCards, {}, {probe({u"1"_s})}).isEmpty());
        QVERIFY(run(recallOfCards, {card(u"a"_s, u"full"_s, 1000)}, {}).isEmpty());
    }

    void aCurveGrowsWithTheBudget()
    {
        const QList<EvaluationRow> rows = run(recallCurves, {card(u"last"_s, u"sliding"_s, 0)},
                                              {probe({u"1"_s}), probe({u"59"_s})}, {250, 4000});
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].budget, 250);
        QCOMPARE(rows[0].recall, 0.5);
        QCOMPARE(rows[1].strategy, u"last"_s);
    }

    void aCancelledPromiseGetsNothing()
    {
        QPromise<QList<EvaluationRow>> promise;
        promise.start();
        promise.future().cancel();
        recallCurves(promise, {card(u"a"_s, u"full"_s, 0)}, {probe({u"1"_s})}, {250});
        promise.finish();
        QCOMPARE(promise.future().resultCount(), 0);
    }

    void budgetsReachTheWholeThread_data()
    {
        QTest::addColumn<int>("tokens");
        QTest::addColumn<QList<int>>("budgets");
        QTest::addRow("of nothing with one") << 0 << QList<int>{250};
        QTest::addRow("by doubling") << 900 << QList<int>{250, 500, 1000};
        QTest::addRow("or stop at eight")
            << 1'000'000 << QList<int>{250, 500, 1000, 2000, 4000, 8000, 16000, 32000};
    }

    void budgetsReachTheWholeThread()
    {
        QFETCH(int, tokens);
        QFETCH(QList<int>, budgets);
        QCOMPARE(curveBudgets(tokens), budgets);
    }
};

QTEST_GUILESS_MAIN(TestRecall)
#include "tst_recall.moc"
