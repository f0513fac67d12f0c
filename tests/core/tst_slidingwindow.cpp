#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestSlidingWindow : public QObject
{
    Q_OBJECT

private slots:
    void sends_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("sent");

        QTest::addRow("nothing of nothing") << u""_s << 100 << u""_s;
        QTest::addRow("all when all fits") << u"u10 a10 u10"_s << 33 << u"1 2 3"_s;
        QTest::addRow("whole turns only") << u"u10 a10 u10"_s << 32 << u"3"_s;
        QTest::addRow("system before older turns")
            << u"s5 u10 a10 u10 a10 u10"_s << 38 << u"1 4 5 6"_s;
        QTest::addRow("a system message from anywhere first")
            << u"u10 a10 s5 u10 a10 u10"_s << 38 << u"3 4 5 6"_s;
        QTest::addRow("no hole behind a long turn")
            << u"u1 a1 u1 a50 u1 a1 u1"_s << 20 << u"5 6 7"_s;
        QTest::addRow("no answer without its question") << u"a10 u10 a10 u10"_s << 99 << u"2 3 4"_s;
        QTest::addRow("a tool call with its result") << u"u5 c5 t5 a5 u5"_s << 28 << u"1 2 3 4 5"_s;
        QTest::addRow("no tool call without its result") << u"u5 c5 a5 u5"_s << 99 << u"1 3 4"_s;
        QTest::addRow("what belongs to the question") << u"u9 a9 u5 c5 t5"_s << 20 << u"3 4 5"_s;
        QTest::addRow("the question before what belongs to it")
            << u"u5 c9 t9 c5 t5"_s << 20 << u"1 4 5"_s;
    }

    void sends()
    {
        QFETCH(QString, pattern);
        QFETCH(int, limit);
        QFETCH(QString, sent);

        const ContextPlan plan = planned(u"sliding"_s, threadOf(pattern), limit);
        QCOMPARE(sentIds(plan), sent);
        QVERIFY(plan.fits());
    }

    void neverMoreThanTheLastN()
    {
        const QList<Message> thread = threadOf(u"u1 a1 u1 a1 a1 u1 a1 u1"_s);
        QCOMPARE(sentIds(planned(u"sliding"_s, thread, 99, {{u"last"_s, 3}})), u"6 7 8"_s);
        QCOMPARE(sentIds(planned(u"sliding"_s, thread, 99, {{u"last"_s, 5}})), u"6 7 8"_s);
        QCOMPARE(sentIds(planned(u"sliding"_s, thread, 99, {{u"last"_s, 6}})), u"3 4 5 6 7 8"_s);
    }

    void tokensBoundTheHistory()
    {
        const QList<Message> thread = threadOf(u"u10 a10 u10 a10 u10"_s);
        QCOMPARE(sentIds(planned(u"sliding"_s, thread, 99, {{u"tokens"_s, 39}})), u"3 4 5"_s);
        QCOMPARE(sentIds(planned(u"sliding"_s, thread, 99, {{u"tokens"_s, 40}})), u"1 2 3 4 5"_s);
    }

    void saysWhy()
    {
        const ContextPlan plan =
            planned(u"sliding"_s, threadOf(u"u1 a1 u1 a1 u1 a1 u1"_s), 99, {{u"last"_s, 5}});
        QCOMPARE(reasonOf(plan, u"1"_s), u"dropped older-than-last-5"_s);
        QCOMPARE(reasonOf(plan, u"3"_s), u"kept among-last-5"_s);
        QCOMPARE(reasonOf(plan, u"7"_s), u"kept newest-question"_s);
    }

    void fullSaysByHowMuchItIsOver()
    {
        const ContextPlan plan = planned(u"full"_s, threadOf(u"s5 u10 a10 u10"_s), 30);
        QCOMPARE(sentIds(plan), u"1 2 3 4"_s);
        QVERIFY(!plan.fits());
        QCOMPARE(plan.overBy(), 8);
        QVERIFY(planned(u"full"_s, threadOf(u"s5 u10 a10 u10"_s), 38).fits());
    }
};

QTEST_GUILESS_MAIN(TestSlidingWindow)
#include "tst_slidingwindow.moc"
