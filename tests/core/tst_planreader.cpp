#include "core/context/planjson.h"
#include "core/context/planreader.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestPlanReader : public QObject
{
    Q_OBJECT

private slots:
    void itReadsWhatWasWritten()
    {
        ContextPlan plan{.strategy = u"semantic"_s};
        const int reasons = int(Reason::Code::ShortenedToFit) + 1;
        for (int i = 0; i < reasons; ++i) {
            PlanItem item{.id = QString::number(i), .tokens = 10 * i, .sentTokens = i};
            item.role = Role(i % 4);
            item.verdict = Verdict(i % (int(Verdict::Excluded) + 1));
            item.part = Part(i % (int(Part::Question) + 1));
            item.reason = {Reason::Code(i), i % 3 * 20};
            item.cached = i % 2 == 1;
            if (i % 4 == 0)
                item.score = 0.25 * i;
            plan.items.append(item);
        }
        for (int i = 0; i <= int(Notice::Code::PinsOverBudget); ++i)
            plan.notices.append({Notice::Code(i), i});
        plan.use = {.system = 1,
                    .pinned = 2,
                    .summary = 3,
                    .history = 4,
                    .retrieved = 5,
                    .question = 6,
                    .limit = 700};

        const Result<ContextPlan> read = planFromJson(planToJson(plan));
        QVERIFY(read);
        QCOMPARE(read->items.size(), plan.items.size());
        for (qsizetype i = 0; i < plan.items.size(); ++i)
            QVERIFY2(read->items[i] == plan.items[i], qPrintable(reasonName(plan.items[i].reason)));
        QCOMPARE(*read, plan);
    }

    void wordsOfALaterVersionGetTheirNearestMeaning()
    {
        const Result<ContextPlan> plan = planFromJson(
            R"({"strategy":"new","items":[{"id":"a","role":"user","tokens":7,"verdict":"folded",
                "reason":"moon-phase-3"}],"tokens":{"limit":10},"notices":["full-moon"]})");
        QVERIFY(plan);
        QCOMPARE(plan->items[0].verdict, Verdict::Dropped);
        QCOMPARE(plan->items[0].reason.code, Reason::Code::OverBudget);
        QCOMPARE(plan->items[0].sentTokens, 0);
        QVERIFY(plan->notices.isEmpty());
    }

    void whatIsNoPlanIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("no JSON") << "{\"items\":["_ba;
        QTest::addRow("another document") << "{\"messages\":[]}"_ba;
        QTest::addRow("a list") << "[]"_ba;
    }

    void whatIsNoPlanIsRefused()
    {
        QFETCH(QByteArray, json);
        const Result<ContextPlan> plan = planFromJson(json);
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, Error::Kind::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestPlanReader)
#include "tst_planreader.moc"
