#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestLadder : public QObject
{
    Q_OBJECT

private slots:
    void takesTheFirstRungThatFits_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("rung");
        QTest::addColumn<QString>("sent");

        const QString six = u"u10 a10 "_s.repeated(5) + u"u10"_s;
        QTest::addRow("everything") << six << 113 << 0 << u"1 2 3 4 5 6 7 8 9 10 11"_s;
        QTest::addRow("the last ten") << six << 112 << 1 << u"3 4 5 6 7 8 9 10 11"_s;
        QTest::addRow("system counted in the last ten")
            << u"s30 "_s + six << 112 << 2 << u"1 4 5 8 9 12"_s;
        QTest::addRow("every second turn")
            << u"u10 a10 u10 a10 u10 a10 u10 a90 u10"_s << 60 << 2 << u"1 2 5 6 9"_s;
        QTest::addRow("the newest that fit")
            << u"u10 a10 u10 a10 u10 a90 u10 a10 u10"_s << 60 << 3 << u"7 8 9"_s;
        QTest::addRow("the question alone") << u"u10 a90 u10 a90 u10"_s << 60 << 3 << u"5"_s;
    }

    void takesTheFirstRungThatFits()
    {
        QFETCH(QString, pattern);
        QFETCH(int, limit);
        QFETCH(int, rung);
        QFETCH(QString, sent);

        const ContextPlan plan = planned(u"ladder"_s, threadOf(pattern), limit);
        QCOMPARE(sentIds(plan), sent);
        QVERIFY(plan.fits());
        QCOMPARE(plan.notices.contains({Notice::Code::NextRung, rung}), rung > 0);
    }
};

QTEST_GUILESS_MAIN(TestLadder)
#include "tst_ladder.moc"
