#include "core/context/comparison.h"
#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Sixty turns about nothing, with one fact near the beginning, and a question about it.
QList<Message> longThread(int turns = 60)
{
    QList<Message> thread;
    const auto say = [&](Role role, const QString &text) {
        thread.append(
            {.id = QString::number(thread.size() + 1),
             .role = role,
             .content = text,
             .createdAt =
                 QDateTime(QDate(2026, 3, 5), QTime(9, 0), Qt::UTC).addSecs(60 * thread.size())});
    };
    say(Role::System, u"Be kind."_s);
    for (int i = 0; i < turns; ++i) {
        say(Role::User,
            i == 3 ? u"My locker code is 7741."_s
                   : u"Small talk number %1 about the weather."_s.arg(i));
        say(Role::Assistant, i == 3 ? u"I shall remember it."_s : u"Indeed, number %1."_s.arg(i));
    }
    say(Role::User, u"What is the code of my locker?"_s);
    TokenCounter().count(thread);
    return thread;
}

} // namespace

class TestHybrid : public QObject
{
    Q_OBJECT

private slots:
    void everythingGoesWhereEverythingFits()
    {
        const QList<Message> thread = longThread();
        const ContextPlan plan = planned(u"hybrid"_s, thread, 100'000);
        QCOMPARE(plan.messages.size(), thread.size());
        QCOMPARE(plan.use.retrieved, 0);
    }

    void whatJustFitsIsSentAsItIs()
    {
        const QList<Message> thread = longThread();
        const ContextPlan full = planned(u"full"_s, thread, 100'000);
        const ContextPlan plan = planned(u"hybrid"_s, thread, full.use.total());
        QCOMPARE(plan.messages.size(), full.messages.size());
        QCOMPARE(plan.use.total(), full.use.total());
        QVERIFY(planned(u"hybrid"_s, thread, full.use.total() - 1).use.retrieved > 0);
    }

    void quotesStandLastBeforeTheQuestion()
    {
        const ContextPlan plan = planned(u"hybrid"_s, longThread(), 700, {{u"retrieved"_s, 100}});
        QVERIFY(plan.fits());
        const RequestMessage &quotes = plan.messages[plan.messages.size() - 2];
        QCOMPARE(quotes.item, -1);
        QCOMPARE(quotes.role, Role::User);
        QVERIFY(quotes.content.contains(u"[2026-03-05] User: My locker code is 7741.\n"_s));
        QVERIFY(quotes.content.contains(u"[2026-03-05] Assistant: I shall remember it.\n"_s));
        QVERIFY(quotes.tokens <= 100);
        QCOMPARE(plan.use.retrieved, quotes.tokens);
        QCOMPARE(reasonOf(plan, u"8"_s), u"retrieved relevant-1"_s);
        QCOMPARE(reasonOf(plan, u"9"_s), u"retrieved with-its-turn"_s);
    }

    /// A question that nothing bears on once left three quarters of a small budget empty.
    void whatQuotesDoNotNeedGoesToTheNewest()
    {
        QList<Message> thread = longThread();
        thread.last().content = u"Zzyzx?"_s;
        TokenCounter().count(thread);
        const ContextPlan plan = planned(u"hybrid"_s, thread, 400);
        QVERIFY(plan.fits());
        QVERIFY(plan.use.total() > 300);
        QCOMPARE(reasonOf(plan, thread[thread.size() - 2].id), u"kept stable-block"_s);
        QCOMPARE(reasonOf(plan, thread[thread.size() - 12].id), u"kept fits"_s);
        QCOMPARE(reasonOf(plan, thread[1].id), u"dropped before-cut"_s);
    }

    void theBlockBeforeTheQuotesStaysTheSame()
    {
        const QList<Message> thread = longThread(100);
        int changes = 0;
        ContextPlan before;
        for (qsizetype end = 80; end <= thread.size(); end += 2) {
            ContextPlan plan =
                planned(u"hybrid"_s, thread.first(end), 1200, {{u"retrieved"_s, 100}});
            const int stable = before.use.system + before.use.history;
            changes += samePrefixTokens(before, plan) >= stable ? 0 : 1;
            before = std::move(plan);
        }
        QVERIFY2(changes <= 3, qPrintable(QString::number(changes)));
    }

    void withoutQuotesItIsTheBlockAlone()
    {
        const QList<Message> thread = longThread();
        const ContextPlan plan = planned(u"hybrid"_s, thread, 700, {{u"retrieved"_s, 0}});
        QCOMPARE(sentIds(plan), sentIds(planned(u"sliding-blocks"_s, thread, 700)));
    }

    void aToolCallIsQuotedWithItsResult()
    {
        QList<Message> thread = longThread();
        thread[8].toolCalls = {{u"c"_s, u"locker_lookup"_s, u"{\"who\":\"me\"}"_s}};
        Message result{.id = u"result"_s,
                       .role = Role::Tool,
                       .content = u"locker 7741"_s,
                       .toolCallId = u"c"_s};
        thread.insert(9, result);
        TokenCounter().count(thread);
        const ContextPlan plan = planned(u"hybrid"_s, thread, 700, {{u"retrieved"_s, 150}});
        const QString quotes = plan.messages[plan.messages.size() - 2].content;
        QVERIFY(quotes.contains(u"asks locker_lookup({\"who\":\"me\"})"_s));
        QVERIFY(quotes.contains(u"Tool: locker 7741"_s));
    }
};

QTEST_GUILESS_MAIN(TestHybrid)
#include "tst_hybrid.moc"
