#include "ui/lab/recallchart.h"

#include <QGuiApplication>
#include <QTest>

#include <cmath>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

TrialCard card(const QString &id, const QString &strategy, int budget)
{
    return {.id = id, .strategy = strategy, .budgetTokens = budget};
}

EvaluationRow row(const QString &id, int budget, double recall, double over = 0)
{
    return {.strategy = id, .budget = budget, .n = 4, .recall = recall, .over = over};
}

} // namespace

class TestRecallChart : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void aCardIsALineOverTheBudgets()
    {
        const StackData chart =
            recallChart({row(u"a"_s, 1000, 0.9), row(u"a"_s, 250, 0.5), row(u"b"_s, 250, 0.4)},
                        {card(u"a"_s, u"hybrid"_s, 1), card(u"b"_s, u"sliding"_s, 1)}, {});
        QCOMPARE(chart.labels, (QStringList{u"250"_s, u"1k"_s}));
        QCOMPARE(chart.lines.size(), 2);
        QCOMPARE(chart.lines[0].values, (QList<double>{0.5, 0.9}));
        QVERIFY(std::isnan(chart.lines[1].values[1])); // which was not measured
        QVERIFY(chart.lines[0].style != chart.lines[1].style); // not told by colour alone
        QVERIFY(chart.tips[0].contains(u"Hybrid: 50"_s));
    }

    void cardsThatDifferInTheBudgetAloneHaveOneLine()
    {
        const StackData chart =
            recallChart({row(u"a"_s, 250, 0.5), row(u"b"_s, 250, 0.5)},
                        {card(u"a"_s, u"hybrid"_s, 1000), card(u"b"_s, u"hybrid"_s, 2000)}, {});
        QCOMPARE(chart.lines.size(), 1);
    }

    void whatDoesNotFitIsNotDrawn()
    {
        const StackData chart =
            recallChart({row(u"a"_s, 250, 1, 0.5)}, {card(u"a"_s, u"full"_s, 0)}, {});
        QVERIFY(std::isnan(chart.lines[0].values[0]));
        QVERIFY(chart.tips[0].contains(u"does not fit"_s));
        QCOMPARE(chart.lines[0].name, u"Full history: fits none of these budgets"_s);
    }

    void nothingMeasuredIsNoLine()
    {
        QVERIFY(recallChart({}, {card(u"a"_s, u"full"_s, 0)}, {}).lines.isEmpty());
    }
};

QTEST_MAIN(TestRecallChart)
#include "tst_recallchart.moc"
