#include "core/context/planbuilder.h"

#include "core/context/shorten.h"
#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestPlanBuilder : public QObject
{
    Q_OBJECT

private slots:
    void aQuestionTooLongIsShortenedVisibly()
    {
        QList<Message> thread = threadOf(u"s5 u10 a10 u0"_s);
        thread[3].content = u"BEGIN "_s + u"many words "_s.repeated(2000) + u"END"_s;
        thread[3].tokens = TokenCounter().message(thread[3]);
        const ContextPlan plan = planned(u"sliding"_s, thread, 200);
        QCOMPARE(sentIds(plan), u"1 4"_s);
        QVERIFY(plan.fits());
        QVERIFY(plan.use.left() < 12);
        const QString sent = plan.messages.last().content;
        QVERIFY(sent.startsWith(u"BEGIN"_s) && sent.endsWith(u"END"_s));
        QVERIFY(sent.contains(u"characters left out"_s));
        QCOMPARE(plan.items[3].verdict, Verdict::Shortened);
        QVERIFY(hasNotice(plan, Notice::Code::QuestionShortened));
    }

    void shorteningSplitsNoCharacter()
    {
        Message message{.content = u"👩‍👩‍👧‍👦é🇻🇳"_s.repeated(400)};
        for (int limit = 30; limit < 90; ++limit) {
            const Message part = shortened(message, limit, TokenCounter());
            QVERIFY(part.tokens <= limit);
            QVERIFY(part.content.isValidUtf16());
        }
    }

    void withNoRoomAtAllNothingIsMangled_data()
    {
        QTest::addColumn<int>("window");
        QTest::addRow("one token") << 1;
        QTest::addRow("less than the system message") << 40;
    }

    void withNoRoomAtAllNothingIsMangled()
    {
        QFETCH(int, window);
        const ContextPlan plan = planned(u"sliding"_s, threadOf(u"s60 u10 a10 u10"_s), window);
        QCOMPARE(sentIds(plan), u"1 4"_s);
        QVERIFY(!plan.fits());
        QCOMPARE(plan.overBy(), 73 - window);
        QVERIFY(hasNotice(plan, Notice::Code::SystemOverBudget));
    }

    void anUnknownWindowGetsADefaultAndAWarning_data()
    {
        QTest::addColumn<int>("window");
        QTest::addRow("zero") << 0;
        QTest::addRow("negative") << -5;
    }

    void anUnknownWindowGetsADefaultAndAWarning()
    {
        QFETCH(int, window);
        const ContextPlan plan = planned(u"sliding"_s, threadOf(u"u10 a10 u10"_s), window);
        QCOMPARE(plan.use.limit, 128'000);
        QVERIFY(plan.notices.contains({Notice::Code::UnknownWindow, 128'000}));
    }

    void aReserveLargerThanTheWindowLeavesNothing()
    {
        const ContextPlan plan = (*strategyById(u"sliding"_s))
                                     ->plan({.thread = {},
                                             .budget = {.window = 100, .replyReserve = 4096},
                                             .counter = TokenCounter()});
        QCOMPARE(plan.use.limit, 0);
        QVERIFY(plan.fits());
    }

    void pinsComeBeforeAllElse()
    {
        const QList<Message> thread = threadOf(u"u10 a10 u10 a10 u10 a10 u10"_s);
        const ContextPlan plan = planned(u"sliding"_s, thread, 53, {}, {.pinned = {u"1"_s}});
        QCOMPARE(sentIds(plan), u"1 5 6 7"_s);
        QCOMPARE(reasonOf(plan, u"1"_s), u"pinned pinned-by-hand"_s);
        QCOMPARE(plan.use.pinned, 10);
    }

    void aPinnedAnswerBringsItsQuestion()
    {
        const QList<Message> thread = threadOf(u"u10 a10 u10 a10 u10"_s);
        const ContextPlan plan =
            planned(u"sliding"_s, thread, 99, {{u"last"_s, 1}}, {.pinned = {u"2"_s}});
        QCOMPARE(sentIds(plan), u"1 2 5"_s);
        QCOMPARE(reasonOf(plan, u"1"_s), u"kept with-its-turn"_s);
    }

    void pinsThatDoNotFitAreSaid()
    {
        const QList<Message> thread = threadOf(u"u50 a10 u10 a10 u10"_s);
        const ContextPlan plan =
            planned(u"sliding"_s, thread, 45, {}, {.pinned = {u"1"_s, u"3"_s}});
        QCOMPARE(sentIds(plan), u"3 4 5"_s);
        QVERIFY(plan.notices.contains({Notice::Code::PinsOverBudget, 1}));
    }

    void excludedMeansExcluded()
    {
        const QList<Message> thread = threadOf(u"s5 u10 a10 u10 c5 t5 a10 u10"_s);
        const ContextPlan plan =
            planned(u"full"_s, thread, 99, {}, {.pinned = {u"2"_s}, .excluded = {u"2"_s, u"6"_s}});
        // Without its question the first answer cannot stand first; a tool call goes with its
        // result.
        QCOMPARE(sentIds(plan), u"1 4 7 8"_s);
        QCOMPARE(reasonOf(plan, u"2"_s), u"excluded excluded-by-hand"_s);
        QCOMPARE(reasonOf(plan, u"3"_s), u"dropped before-first-question"_s);
        QCOMPARE(reasonOf(plan, u"5"_s), u"excluded excluded-by-hand"_s);
    }

    void whatCannotBeSentSaysWhy()
    {
        QList<Message> thread = threadOf(u"u5 a5 t5 c5 u5 a5 u5"_s);
        thread[1].status = MessageStatus::Failed;
        thread[5].content = u" \n "_s;
        const ContextPlan plan = planned(u"full"_s, thread, 99);
        QCOMPARE(sentIds(plan), u"1 5 7"_s);
        QCOMPARE(reasonOf(plan, u"2"_s), u"dropped unfinished"_s);
        QCOMPARE(reasonOf(plan, u"3"_s), u"dropped unpaired-tool"_s);
        QCOMPARE(reasonOf(plan, u"4"_s), u"dropped unpaired-tool"_s);
        QCOMPARE(reasonOf(plan, u"6"_s), u"dropped empty"_s);
    }

    void omissionsAreMarkedWhereAsked()
    {
        QList<Message> thread = threadOf(u"u10 a10 u10 a10 u10"_s);
        for (Message &message : thread)
            message.tokens = TokenCounter().message(message);
        const StrategyOptions marked{{u"last"_s, 3}, {u"omissions"_s, true}};
        const ContextPlan plan = planned(u"sliding"_s, thread, 500, marked);
        QCOMPARE(plan.messages[0].content, u"[… 2 earlier messages left out …]\n\ntext 3"_s);
        QCOMPARE(plan.messages[0].tokens,
                 TokenCounter().message({.content = plan.messages[0].content}));
        const int exact = planned(u"sliding"_s, thread, 500, {{u"last"_s, 3}}).use.total();
        QCOMPARE(sentIds(planned(u"sliding"_s, thread, exact, marked)), u"3 4 5"_s);
        QVERIFY(planned(u"sliding"_s, thread, exact, marked).fits());
    }

    void aDraftIsTheQuestion()
    {
        const QList<Message> thread = threadOf(u"u10 a10"_s);
        const Message draft{
            .id = u"d"_s, .content = u"And now?"_s, .tokens = 6, .encoding = Encoding::O200k};
        const auto plan =
            (*strategyById(u"sliding"_s))
                ->plan({.thread = thread, .draft = &draft, .counter = TokenCounter()});
        QCOMPARE(sentIds(plan), u"1 2 d"_s);
        QCOMPARE(plan.use.question, 9);
        QCOMPARE(plan.items.last().part, Part::Question);
    }
};

QTEST_GUILESS_MAIN(TestPlanBuilder)
#include "tst_planbuilder.moc"
