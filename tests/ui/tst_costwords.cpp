#include "ui/cost/costwords.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCostWords : public QObject
{
    Q_OBJECT

private slots:
    void aChangeIsSaidInWordsThatMeanSomething_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("words");

        QTest::addRow("less") << -0.85 << u"−85%"_s;
        QTest::addRow("as before") << 0.004 << u"0%"_s;
        QTest::addRow("more") << 3.4 << u"+340%"_s;
        QTest::addRow("a multiple") << 11.0 << u"12 times as much"_s;
        QTest::addRow("no multiple to picture") << 2376.0 << u"more than 100 times as much"_s;
    }

    void aChangeIsSaidInWordsThatMeanSomething()
    {
        QFETCH(double, share);
        QFETCH(QString, words);
        QCOMPARE(CostWords::signedPercent(share), words);
    }
};

QTEST_MAIN(TestCostWords)
#include "tst_costwords.moc"
