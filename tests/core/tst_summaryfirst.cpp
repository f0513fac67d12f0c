#include "core/context/summaryfirst.h"
#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString tenTurns = u"u10 a10 "_s.repeated(10) + u"u10"_s;

ContextPlan summarised(const QString &pattern, const QList<Summary> &summaries, int limit,
                       const StrategyOptions &options = {{u"messages"_s, 8}})
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
        QCOMPARE(reasonOf(plan, u"19"_s), u"kept among-last-4"_s);
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
};

QTEST_GUILESS_MAIN(TestSummaryFirst)
#include "tst_summaryfirst.moc"
