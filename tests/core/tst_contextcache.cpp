#include "core/context/contextcache.h"
#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const Strategy &full()
{
    return **strategyById(u"full"_s);
}

PlanInput inputOf(const QList<Message> &thread)
{
    return {.thread = std::span(thread.constData(), size_t(thread.size())),
            .counter = TokenCounter()};
}

} // namespace

class TestContextCache : public QObject
{
    Q_OBJECT

private slots:
    void theSameIsMadeOnce()
    {
        ContextCache cache;
        const QList<Message> thread = threadOf(u"u10 a10 u10"_s);
        const ContextPlan made = cache.plan(full(), inputOf(thread), 0);
        QList<Message> copy = thread;
        copy.detach();
        QCOMPARE(cache.plan(full(), inputOf(copy), 0), made);
        QCOMPARE(cache.hits(), 1);
        QCOMPARE(cache.misses(), 1);
        QCOMPARE(cache.hitRate(), 0.5);
    }

    void anyChangeIsAnotherPlan_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *change : {"text", "role", "name", "marks", "budget", "options", "strategy",
                                   "draft", "summary", "tool call", "status", "factor"})
            QTest::addRow("%s", change) << QString::fromLatin1(change);
    }

    void anyChangeIsAnotherPlan()
    {
        QFETCH(QString, change);
        ContextCache cache;
        QList<Message> thread = threadOf(u"u10 a10 u10"_s);
        cache.plan(full(), inputOf(thread), 0);
        if (change == u"text")
            thread[0].content = u"text 9"_s; // as many messages, as many tokens
        if (change == u"role")
            thread[1].role = Role::User;
        if (change == u"name")
            thread[0].name = u"Lan"_s;
        if (change == u"tool call")
            thread[1].toolCalls = {{u"1"_s, u"look"_s, u"{}"_s}};
        if (change == u"status")
            thread[1].status = MessageStatus::Failed;
        PlanInput input = inputOf(thread);
        const Message draft{
            .id = u"draft"_s, .content = u"?"_s, .tokens = 5, .encoding = Encoding::O200k};
        if (change == u"draft")
            input.draft = &draft;
        if (change == u"marks")
            input.marks.excluded.insert(u"1"_s);
        if (change == u"budget")
            input.budget.window = 999;
        if (change == u"options")
            input.options[u"omissions"_s] = true;
        if (change == u"factor")
            input.counter = TokenCounter({Encoding::O200k, Exactness::Estimated, 1.25});
        if (change == u"summary")
            input.summaries.append({.text = u"A summary."_s, .lastCovered = u"2"_s});
        cache.plan(change == u"strategy" ? **strategyById(u"sliding"_s) : full(), input, 0);
        QCOMPARE(cache.hits(), 0);
        QCOMPARE(cache.misses(), 2);
    }

    void afterItsLifetimeItIsMadeAgain()
    {
        ContextCache cache;
        const QList<Message> thread = threadOf(u"u10"_s);
        cache.plan(full(), inputOf(thread), 0);
        cache.plan(full(), inputOf(thread), 299'999);
        QCOMPARE(cache.hits(), 1);
        cache.plan(full(), inputOf(thread), 300'000);
        QCOMPARE(cache.hits(), 1);
    }

    void whatWasNotUsedForLongestGoesFirst()
    {
        ContextCache cache({.lifetimeMs = 300'000, .messages = 4});
        const QList<Message> first = threadOf(u"u10 a10"_s);
        const QList<Message> second = threadOf(u"u11 a10"_s);
        const QList<Message> third = threadOf(u"u12 a10"_s);
        cache.plan(full(), inputOf(first), 0);
        cache.plan(full(), inputOf(second), 0);
        cache.plan(full(), inputOf(first), 0);
        cache.plan(full(), inputOf(third), 0); // no room for all three
        cache.plan(full(), inputOf(first), 0);
        QCOMPARE(cache.hits(), 2);
        cache.plan(full(), inputOf(second), 0);
        QCOMPARE(cache.hits(), 2);
    }
};

QTEST_GUILESS_MAIN(TestContextCache)
#include "tst_contextcache.moc"
