#include "core/cost/turncosts.h"
#include "tests/support/charges.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

Charge of(const QString &message, int minute, const QString &cost)
{
    Charge charge = chargeAt(u"2026-11-22T10:00:00Z"_s, u"a"_s, cost);
    charge.at = charge.at.addSecs(minute * 60);
    charge.messageId = message;
    return charge;
}

} // namespace

class TestTurnCosts : public QObject
{
    Q_OBJECT

private slots:
    void turnsStandInOrderWithTheSumSoFar()
    {
        const QList<TurnCost> turns =
            turnCosts({of(u"two"_s, 5, u"0.2"_s), of(u"one"_s, 1, u"0.1"_s)});
        QCOMPARE(turns.size(), 2);
        QCOMPARE(turns[0].messageId, u"one"_s);
        QCOMPARE(turns[0].freshTokens, 400);
        QCOMPARE(turns[0].cachedTokens, 600);
        QCOMPARE(turns[0].outputTokens, 100);
        QCOMPARE(turns[1].cost, dollars(u"0.2"_s));
        QCOMPARE(turns[1].soFar, dollars(u"0.3"_s));
    }

    void aSummaryCountsIntoTheTurnItWasMadeFor()
    {
        const QList<TurnCost> turns = turnCosts({of(u"one"_s, 1, u"0.1"_s), of({}, 2, u"0.01"_s),
                                                 of(u"two"_s, 3, u"0.2"_s), of({}, 4, u"0.02"_s)});
        QCOMPARE(turns.size(), 2);
        QCOMPARE(turns[0].cost, dollars(u"0.1"_s));
        QCOMPARE(turns[1].cost, dollars(u"0.23"_s));
        QCOMPARE(turns[1].soFar, dollars(u"0.33"_s));
    }

    void chargesWithoutAnyAnswerAreOneTurn()
    {
        QVERIFY(turnCosts({}).isEmpty());
        const QList<TurnCost> turns = turnCosts({of({}, 2, u"0.01"_s), of({}, 3, u"0.01"_s)});
        QCOMPARE(turns.size(), 1);
        QCOMPARE(turns[0].soFar, dollars(u"0.02"_s));
    }

    void aTurnWithoutPriceIsNotFree()
    {
        const QList<TurnCost> turns =
            turnCosts({of(u"one"_s, 1, {}), of(u"two"_s, 2, u"0.1"_s), of(u"two"_s, 3, {})});
        QVERIFY(!turns[0].cost);
        QVERIFY(!turns[0].isComplete);
        QCOMPARE(turns[1].cost, dollars(u"0.1"_s));
        QVERIFY(!turns[1].isComplete);
    }
};

QTEST_GUILESS_MAIN(TestTurnCosts)
#include "tst_turncosts.moc"
