#include "core/cost/costreport.h"
#include "tests/support/charges.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QTimeZone hanoi("Asia/Ho_Chi_Minh");

QStringList keys(const CostReport &report)
{
    QStringList keys;
    for (const CostRow &row : report.rows)
        keys.append(row.key);
    return keys;
}

/// Charges with awkward amounts, many models, users and conversations.
QList<Charge> manyCharges()
{
    QList<Charge> charges;
    for (int i = 0; i < 5000; ++i) {
        Charge charge = chargeAt(u"2026-10-30T00:00:00Z"_s, u"model-%1"_s.arg(i % 11), {});
        charge.at = charge.at.addSecs(i * 997);
        charge.userId = i % 5 ? u"user-%1"_s.arg(i % 5) : QString();
        charge.conversationId = u"conversation-%1"_s.arg(i % 37);
        if (i % 13)
            charge.amount = Money{qint64(i) * 1'234'567'891 + 1};
        charges.append(charge);
    }
    return charges;
}

} // namespace

class TestCostReport : public QObject
{
    Q_OBJECT

private slots:
    void everyGroupingHasAName()
    {
        for (int i = 0; i <= int(CostBy::Kind); ++i)
            QCOMPARE(costByFromName(costByName(CostBy(i))), CostBy(i));
        QVERIFY(!costByFromName(u"week"));
    }

    void rowsSumToTheTotal_data()
    {
        QTest::addColumn<CostBy>("by");
        for (int i = 0; i <= int(CostBy::Kind); ++i)
            QTest::addRow("%s", qPrintable(costByName(CostBy(i)))) << CostBy(i);
    }

    void rowsSumToTheTotal()
    {
        QFETCH(CostBy, by);
        QHash<QString, QStringList> tags;
        tags[u"conversation-1"_s] = {u"vip"_s, u"refund"_s};

        const QList<Charge> charges = manyCharges();
        const CostReport report = costReport(charges, by, hanoi, tags);
        CostRow sum;
        for (const CostRow &row : report.rows) {
            sum.requests += row.requests;
            sum.inputTokens += row.inputTokens;
            sum.cachedTokens += row.cachedTokens;
            sum.outputTokens += row.outputTokens;
            sum.cost += row.cost;
            sum.unpriced += row.unpriced;
        }
        QCOMPARE(sum, report.total);
        QCOMPARE(report.total.requests, charges.size());
    }

    void daysAreThoseOfTheZone()
    {
        const QList<Charge> charges{
            chargeAt(u"2026-11-22T16:59:59Z"_s, u"a"_s, u"1"_s), // 23:59:59 in Hanoi
            chargeAt(u"2026-11-22T17:00:00Z"_s, u"a"_s, u"2"_s), // midnight there
        };
        const CostReport there = costReport(charges, CostBy::Day, hanoi);
        QCOMPARE(keys(there), QStringList({u"2026-11-22"_s, u"2026-11-23"_s}));
        QCOMPARE(there.rows[1].cost, dollars(u"2"_s));
        QCOMPARE(keys(costReport(charges, CostBy::Day, QTimeZone::utc())),
                 QStringList{u"2026-11-22"_s});
    }

    void theOrderOfTheChargesDoesNotMatter()
    {
        QList<Charge> charges = manyCharges();
        const CostReport forward = costReport(charges, CostBy::Day, QTimeZone("Asia/Kolkata"));
        std::reverse(charges.begin(), charges.end());
        const CostReport backward = costReport(charges, CostBy::Day, QTimeZone("Asia/Kolkata"));
        QCOMPARE(backward.rows, forward.rows);
        QCOMPARE(backward.from, forward.from);
        QCOMPARE(backward.to, forward.to);
    }

    void theHourThatComesTwiceIsTwoRows()
    {
        const QList<Charge> charges{chargeAt(u"2026-10-25T00:30:00Z"_s, u"a"_s, u"1"_s),
                                    chargeAt(u"2026-10-25T01:30:00Z"_s, u"a"_s, u"2"_s)};
        const CostReport report = costReport(charges, CostBy::Hour, QTimeZone("Europe/Berlin"));
        QCOMPARE(keys(report),
                 QStringList({u"2026-10-25T02+02:00"_s, u"2026-10-25T02+01:00"_s}));
        QCOMPARE(report.rows[1].cost, dollars(u"2"_s));
    }

    void modelsStandDearestFirst()
    {
        const QList<Charge> charges{chargeAt(u"2026-11-22T10:00:00Z"_s, u"cheap"_s, u"0.01"_s),
                                    chargeAt(u"2026-11-22T11:00:00Z"_s, u"unknown"_s, {}),
                                    chargeAt(u"2026-11-22T12:00:00Z"_s, u"dear"_s, u"0.02"_s)};
        const CostReport report = costReport(charges, CostBy::Model, hanoi);
        QCOMPARE(keys(report), QStringList({u"dear"_s, u"cheap"_s, u"unknown"_s}));
        QCOMPARE(report.rows[2].unpriced, 1);
        QCOMPARE(report.rows[2].requests, 1);
        QVERIFY(!report.rows[2].knownCost());
        QVERIFY(report.total.knownCost()); // a sum that says how many are not in it
        QCOMPARE(report.total.unpriced, 1);
    }

    void severalTagsCountUnderTheirJoinedName()
    {
        Charge charge = chargeAt(u"2026-11-22T10:00:00Z"_s, u"a"_s, u"1"_s);
        charge.conversationId = u"one"_s;
        const CostReport report =
            costReport({charge}, CostBy::Tag, hanoi, {{u"one"_s, {u"vip"_s, u"refund"_s}}});
        QCOMPARE(keys(report), QStringList{u"refund, vip"_s});
    }

    void theReportSpansItsCharges()
    {
        const CostReport none = costReport(QList<Charge>(), CostBy::Day, hanoi);
        QVERIFY(none.rows.isEmpty());
        QVERIFY(!none.from.isValid());

        const QList<Charge> charges{chargeAt(u"2026-11-22T10:00:00Z"_s, u"a"_s, u"1"_s),
                                    chargeAt(u"2026-11-23T10:00:00Z"_s, u"a"_s, u"1"_s)};
        const CostReport report = costReport(charges, CostBy::Day, hanoi);
        QCOMPARE(report.from, charges[0].at);
        QVERIFY(report.to > charges[1].at);
    }
};

QTEST_GUILESS_MAIN(TestCostReport)
#include "tst_costreport.moc"
