#include "core/context/comparison.h"
#include "core/context/storedsummary.h"
#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString tenTurns = u"u10 a10 "_s.repeated(10) + u"u10"_s;

/// Without extracts made on this machine.
const StrategyOptions storedOnly{{u"messages"_s, 8}, {u"extractive"_s, false}};
const StrategyOptions withExtracts{{u"messages"_s, 8}};

ContextPlan summarised(const QString &pattern, const QList<Summary> &summaries, int limit,
                       const StrategyOptions &options = storedOnly)
{
    const QList<Message> thread = threadOf(pattern);
    return (*strategyById(u"summary"_s))
        ->plan({.thread = thread,
                .budget = {.window = limit, .replyReserve = 0},
                .options = options,
                .summaries = summaries,
                .counter = TokenCounter()});
}

Summary good(const QString &lastCovered, const QString &text = u"They talked about a coat."_s)
{
    return {.text = text, .lastCovered = lastCovered, .madeBy = u"gpt-4o-mini"_s};
}

} // namespace

class TestSummaryFirst : public QObject
{
    Q_OBJECT

private slots:
    void fewMessagesGoAsTheyAre()
    {
        QCOMPARE(sentIds(summarised(u"u1 a1 u1 a1 u1 a1 u1"_s, {good(u"2"_s)}, 999)),
                 u"1 2 3 4 5 6 7"_s);
    }

    void ofMoreTheSummaryGoesAndTheLastHalf()
    {
        const ContextPlan plan = summarised(tenTurns, {good(u"18"_s)}, 999);
        QCOMPARE(sentIds(plan), u"* 19 20 21"_s);
        QCOMPARE(reasonOf(plan, u"18"_s), u"summarised in-summary"_s);
        QCOMPARE(reasonOf(plan, u"19"_s), u"kept fits"_s);
        QCOMPARE(plan.messages[0].role, Role::User);
        QVERIFY(isMarkedSummary(plan.messages[0].content));
        QVERIFY(plan.messages[0].content.endsWith(u"They talked about a coat."_s));
        QCOMPARE(plan.use.summary, plan.messages[0].tokens);
    }

    void whatNoSummaryCoversGoesAsItIs()
    {
        QCOMPARE(sentIds(summarised(tenTurns, {good(u"12"_s)}, 999)),
                 u"* 13 14 15 16 17 18 19 20 21"_s);
    }

    void theNewestUsableSummaryIsTaken()
    {
        const QList<Summary> summaries{good(u"14"_s), good(u"16"_s), good(u"elsewhere"_s),
                                       good(u"18"_s, u""_s)};
        QCOMPARE(sentIds(summarised(tenTurns, summaries, 999)), u"* 17 18 19 20 21"_s);
    }

    void withoutASummaryOlderMessagesGoAndItIsSaid()
    {
        const ContextPlan plan = summarised(tenTurns, {}, 999);
        QCOMPARE(sentIds(plan), u"15 16 17 18 19 20 21"_s);
        QVERIFY(hasNotice(plan, Notice::Code::NoSummaryYet));
    }

    void aBrokenSummaryIsNeverSent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("empty") << u" \n"_s;
        QTest::addRow("cut off") << u"The customer wants to"_s;
        QTest::addRow("cut off in a list") << u"- wants a coat\n- lives in the"_s;
        QTest::addRow("reasoning") << u"<think>Let me see.</think> A coat."_s;
        QTest::addRow("a tool call") << u"{\"name\": \"f\", \"arguments\": {}}"_s;
        QTest::addRow("a refusal") << u"I'm sorry, but I can't help with that."_s;
        QTest::addRow("a refusal in Vietnamese") << u"Xin lỗi, tôi không thể tóm tắt."_s;
        QTest::addRow("an open code block") << u"```\ncode."_s;
    }

    void aBrokenSummaryIsNeverSent()
    {
        QFETCH(QString, text);
        const ContextPlan plan = summarised(tenTurns, {good(u"18"_s, text)}, 999);
        QCOMPARE(sentIds(plan), u"15 16 17 18 19 20 21"_s);
        QVERIFY(hasNotice(plan, Notice::Code::SummaryUnusable));
    }

    void aSoundSummaryIsSent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("a list without dots") << u"Facts:\n- wants a coat\n- lives in Huế"_s;
        QTest::addRow("a sentence") << u"Khách muốn đổi áo."_s;
        QTest::addRow("quoted") << u"She said: \"I want a coat.\""_s;
    }

    void aSoundSummaryIsSent()
    {
        QFETCH(QString, text);
        QCOMPARE(sentIds(summarised(tenTurns, {good(u"18"_s, text)}, 999)), u"* 19 20 21"_s);
    }

    void whatAPersonWroteIsSentAsItIs()
    {
        Summary byHand = good(u"18"_s, u"wants the"_s);
        byHand.madeBy = u"hand"_s;
        QCOMPARE(sentIds(summarised(tenTurns, {byHand}, 999)), u"* 19 20 21"_s);
    }

    void underASmallBudgetTheNewestStay()
    {
        const ContextPlan plan = summarised(tenTurns, {good(u"12"_s)}, 75);
        QCOMPARE(sentIds(plan), u"* 19 20 21"_s);
        QCOMPARE(reasonOf(plan, u"13"_s), u"dropped over-budget"_s);
        QCOMPARE(reasonOf(plan, u"12"_s), u"summarised in-summary"_s);
        QVERIFY(plan.fits());
    }

    void aSummaryThatDoesNotFitIsNotSent()
    {
        const ContextPlan plan =
            summarised(tenTurns, {good(u"18"_s, u"Long. "_s.repeated(99))}, 60);
        QCOMPARE(sentIds(plan), u"17 18 19 20 21"_s);
        QVERIFY(hasNotice(plan, Notice::Code::SummaryUnusable));
    }

    void whereNoneIsStoredExtractsAreSent()
    {
        const ContextPlan plan = summarised(tenTurns, {}, 999, withExtracts);
        QCOMPARE(sentIds(plan), u"* 19 20 21"_s);
        QVERIFY(isMarkedSummary(plan.messages[0].content));
        QVERIFY(plan.messages[0].content.contains(u"made by extractive"_s));
        QVERIFY(plan.messages[0].content.contains(u"- text 1\n"_s));
        QVERIFY(plan.notices.contains({Notice::Code::SummarisedHere, 18}));
        QVERIFY(!hasNotice(plan, Notice::Code::SummaryUnusable));
        QCOMPARE(reasonOf(plan, u"18"_s), u"summarised in-summary"_s);
    }

    void theStoredOneIsExtendedWhereMoreHasGathered()
    {
        const ContextPlan plan = summarised(tenTurns, {good(u"4"_s)}, 999, withExtracts);
        QCOMPARE(sentIds(plan), u"* 17 18 19 20 21"_s);
        const QString text = plan.messages[0].content;
        QVERIFY(text.contains(u"They talked about a coat.\nUser:\n"_s));
        QVERIFY(text.contains(u"- text 5\n"_s) && !text.contains(u"- text 3\n"_s));
        QVERIFY(text.contains(u"extended here"_s));
    }

    void aBrokenOneIsSaidAndExtractsAreSent()
    {
        const ContextPlan plan = summarised(tenTurns, {good(u"18"_s, u""_s)}, 999, withExtracts);
        QVERIFY(hasNotice(plan, Notice::Code::SummaryUnusable));
        QVERIFY(hasNotice(plan, Notice::Code::SummarisedHere));
        QCOMPARE(sentIds(plan), u"* 19 20 21"_s);
    }

    void extractsLeaveTheBeginningAsItWas()
    {
        const QList<Message> thread = threadOf(u"s600 "_s + u"u40 a40 "_s.repeated(200));
        const PlanInput input{.thread = thread,
                              .budget = {.window = 2600, .replyReserve = 0},
                              .options = {{u"messages"_s, 40}},
                              .counter = TokenCounter()};
        QVERIFY(*replayCache(**strategyById(u"summary"_s), input, 200).share() > 0.75);
    }

    void whatIsExcludedByHandIsInNoExtract()
    {
        const QList<Message> thread = threadOf(tenTurns);
        const ContextPlan plan = planned(u"summary"_s, thread, 999, withExtracts,
                                         {.pinned = {u"3"_s}, .excluded = {u"1"_s}});
        QVERIFY(!plan.messages[0].content.contains(u"- text 1\n"_s));
        QVERIFY(!plan.messages[0].content.contains(u"- text 3\n"_s));
        QCOMPARE(reasonOf(plan, u"1"_s), u"excluded excluded-by-hand"_s);
    }

    void anOlderSummaryInTheThreadIsNobodysWords()
    {
        QList<Message> thread = threadOf(tenTurns);
        thread[0].content = markedSummary(good(u"0"_s, u"Lan wants the red coat."_s));
        const QString text = planned(u"summary"_s, thread, 999, withExtracts).messages[0].content;
        QVERIFY(text.contains(u"]\nLan wants the red coat.\n"_s));
        QCOMPARE(text.count(u"[Summary"_s), 1);
    }
};

QTEST_GUILESS_MAIN(TestSummaryFirst)
#include "tst_summaryfirst.moc"
