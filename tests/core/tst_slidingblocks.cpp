#include "core/context/comparison.h"
#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Twenty-token turns, and a question.
QString turns(int count)
{
    return u"u10 a10 "_s.repeated(count) + u"u10"_s;
}

} // namespace

class TestSlidingBlocks : public QObject
{
    Q_OBJECT

private slots:
    void sends_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("sent");

        // The history may hold 100 tokens, and is cut to 50.
        QTest::addRow("all while it fits") << turns(4) << u"1 2 3 4 5 6 7 8 9"_s;
        QTest::addRow("half of the budget after the cut") << turns(5) << u"7 8 9 10 11"_s;
        QTest::addRow("the same block and more") << turns(6) << u"7 8 9 10 11 12 13"_s;
        QTest::addRow("the same block up to the next cut")
            << turns(7) << u"7 8 9 10 11 12 13 14 15"_s;
        QTest::addRow("the next block") << turns(8) << u"13 14 15 16 17"_s;
        QTest::addRow("the question alone behind a turn too long") << u"u10 a95 u10"_s << u"3"_s;
    }

    void sends()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, sent);
        const ContextPlan plan = planned(u"sliding-blocks"_s, threadOf(pattern), 103);
        QCOMPARE(sentIds(plan), sent);
        QVERIFY(plan.fits());
    }

    void aLongThreadIsCutRarely()
    {
        const QList<Message> thread = threadOf(u"s20 "_s + turns(400));
        int cuts = 0;
        ContextPlan before;
        for (qsizetype end = 2; end <= thread.size(); end += 2) {
            ContextPlan plan = planned(u"sliding-blocks"_s, thread.first(end), 1023);
            const bool isLonger = samePrefixTokens(before, plan) == before.use.total() - 3;
            cuts += before.items.isEmpty() || isLonger ? 0 : 1;
            before = std::move(plan);
        }
        QVERIFY2(cuts >= 13 && cuts <= 15, qPrintable(QString::number(cuts)));
    }

    void theProviderServesMostFromItsCache()
    {
        const QList<Message> thread = threadOf(u"s600 "_s + u"u40 a40 "_s.repeated(300));
        const PlanInput input{.thread = thread,
                              .budget = {.window = 8600, .replyReserve = 0},
                              .counter = TokenCounter()};
        const auto replayed = [&](const QString &id) {
            return *replayCache(**strategyById(id), input, 300).share();
        };
        QVERIFY(replayed(u"sliding-blocks"_s) > 0.94);
        QVERIFY(replayed(u"full"_s) > 0.94);
        QVERIFY(replayed(u"sliding"_s) < 0.3);
    }

    void aLargerShareCutsLess()
    {
        const QList<Message> thread = threadOf(turns(5));
        QCOMPARE(sentIds(planned(u"sliding-blocks"_s, thread, 103, {{u"share"_s, 0.9}})),
                 u"3 4 5 6 7 8 9 10 11"_s);
    }

    void tokensBoundTheHistory()
    {
        const ContextPlan plan =
            planned(u"sliding-blocks"_s, threadOf(turns(5)), 9999, {{u"tokens"_s, 100}});
        QCOMPARE(sentIds(plan), u"7 8 9 10 11"_s);
        QCOMPARE(reasonOf(plan, u"1"_s), u"dropped before-cut"_s);
        QCOMPARE(reasonOf(plan, u"7"_s), u"kept stable-block"_s);
    }
};

QTEST_GUILESS_MAIN(TestSlidingBlocks)
#include "tst_slidingblocks.moc"
