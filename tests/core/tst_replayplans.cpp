#include "core/context/sampleconversation.h"
#include "core/cost/plainplans.h"
#include "core/cost/replayplans.h"
#include "tests/support/randomthreads.h"

#include <QTest>

#include <limits>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Each message below the one before it, as a conversation is stored.
PastConversation conversationOf(const QList<Message> &thread)
{
    PastConversation past{.id = u"c"_s, .messages = thread};
    for (qsizetype i = 1; i < past.messages.size(); ++i)
        past.messages[i].parentId = past.messages[i - 1].id;
    return past;
}

/// Says the same again and again, as people do, so that requests begin alike by chance.
void repeatItself(QList<Message> &thread)
{
    static const QStringList words{u"yes"_s, u"no, not that one"_s, u"ok"_s};
    for (qsizetype i = 0; i < thread.size(); ++i) {
        if (!thread[i].content.trimmed().isEmpty())
            thread[i].content = words[(i / 3) % words.size()];
        thread[i].tokens = -1;
    }
}

std::vector<PlannedRequest> plansOneByOne(const PastConversation &conversation,
                                          const PastRequests &past, const ReplayWay &way,
                                          const Budget &budget, const CacheRule &cache)
{
    const Strategy &strategy = **strategyById(way.strategy);
    std::vector<PlannedRequest> planned;
    ContextPlan before;
    for (const PastRequest &request : past.requests) {
        const ContextPlan plan = strategy.plan({.thread = past.threadOf(request),
                                                .budget = budget,
                                                .options = way.options,
                                                .marks = conversation.marks,
                                                .summaries = conversation.summaries,
                                                .counter = TokenCounter(modelTokens(u"gpt-4o"))});
        if (plan.fits()) {
            planned.push_back(
                {true, plan.use.total(), cache.cachedOf(samePrefixTokens(before, plan))});
            before = plan;
        } else {
            planned.push_back({});
        }
    }
    return planned;
}

QString text(const std::vector<PlannedRequest> &planned)
{
    QStringList all;
    for (const PlannedRequest &each : planned)
        all += each.fits ? u"%1/%2"_s.arg(each.tokens).arg(each.cached) : u"-"_s;
    return all.join(u' ');
}

ReplayWay wayOf(const QString &strategy, int number)
{
    StrategyOptions options;
    if (strategy == u"sliding"_s)
        options = {{u"last"_s, 1 + number % 23}, {u"tokens"_s, number % 3 ? 0 : 40 + number % 300}};
    else if (strategy == u"sliding-blocks"_s)
        options = {{u"share"_s, 0.1 + (number % 10) * 0.1},
                   {u"tokens"_s, number % 3 ? 0 : 60 + number % 400}};
    else if (strategy == u"ladder"_s)
        options = {{u"last"_s, 1 + number % 12}};
    else if (strategy == u"summary"_s)
        options = {{u"messages"_s, 4 + number % 30}, {u"extractive"_s, number % 2 == 0}};
    const auto checked = checkOptions(**strategyById(strategy), options);
    return {strategy, checked ? *checked : StrategyOptions(), 0};
}

} // namespace

class TestReplayPlans : public QObject
{
    Q_OBJECT

private slots:
    void sumsTellWhatThePlanWouldSend_data()
    {
        QTest::addColumn<QString>("strategy");
        QTest::addColumn<int>("leastFromSums");
        QTest::addRow("full") << u"full"_s << 2000;
        QTest::addRow("sliding") << u"sliding"_s << 2000;
        QTest::addRow("sliding-blocks") << u"sliding-blocks"_s << 2000;
        QTest::addRow("ladder") << u"ladder"_s << 2000;
        QTest::addRow("summary") << u"summary"_s << 2000;
    }

    void sumsTellWhatThePlanWouldSend()
    {
        QFETCH(QString, strategy);
        QFETCH(int, leastFromSums);
        RandomCases cases(7);
        int fromSums = 0;
        for (int number = 0; number < 1500; ++number) {
            RandomCase random = cases.next();
            if (number % 2 == 0)
                repeatItself(random.thread);
            random.input.counter.count(random.thread);
            const PastConversation conversation = conversationOf(random.thread);
            const PastRequests past = pastRequests(conversation);
            const ReplayWay way = wayOf(strategy, number);
            ReplayQuery query;
            query.cache = {.least = 20, .step = 4};
            query.cacheLifeMs = std::numeric_limits<qint64>::max();
            fromSums += toldBySums(past, way, random.input.budget);
            m_memory.summaries.clear();
            const CountedRequests counted(conversation, past, modelTokens(u"gpt-4o"), m_memory);
            QCOMPARE(
                text(counted.plans(way, random.input.budget, query)),
                text(plansOneByOne(conversation, past, way, random.input.budget, query.cache)));
        }
        QVERIFY2(fromSums > leastFromSums, qPrintable(QString::number(fromSums)));
    }

    void marksByHandArePlanned()
    {
        const SampleConversation sample = sampleConversation(3, {.matters = 3});
        PastConversation conversation = conversationOf(sample.messages);
        conversation.marks.pinned.insert(sample.messages[2].id);
        const PastRequests past = pastRequests(conversation);
        const CountedRequests counted(conversation, past, modelTokens(u"gpt-4o"), m_memory);
        PastRequests same = past;
        TokenCounter(modelTokens(u"gpt-4o")).count(same.branches.first());
        const ReplayWay way = wayOf(u"sliding"_s, 4);
        QCOMPARE(text(counted.plans(way, {}, {})),
                 text(plansOneByOne(conversation, same, way, {}, {})));
    }

    void aPrefixThatIsNotAskedForIsForgotten()
    {
        SampleConversation sample = sampleConversation(3, {.matters = 4});
        const PastConversation conversation = conversationOf(sample.messages);
        const PastRequests past = pastRequests(conversation);
        const CountedRequests counted(conversation, past, modelTokens(u"gpt-4o"), m_memory);
        const auto cachedWithin = [&](qint64 lifeMs) {
            ReplayQuery query;
            query.cache = {.least = 1, .step = 1};
            query.cacheLifeMs = lifeMs;
            int cached = 0;
            for (const PlannedRequest &each : counted.plans(wayOf(u"full"_s, 0), {}, query))
                cached += each.cached;
            return cached;
        };
        QCOMPARE(cachedWithin(0), 0);
        QVERIFY(cachedWithin(600'000) > 0);
        QVERIFY(cachedWithin(600'000) < cachedWithin(30LL * 24 * 3'600'000));
    }

private:
    /// How many of the requests were told without a plan.
    int toldBySums(const PastRequests &past, const ReplayWay &way, const Budget &budget)
    {
        if (past.branches.isEmpty() || past.branches.first().isEmpty())
            return 0;
        const QList<Message> &branch = past.branches.first();
        const std::span messages(branch.constData(), size_t(branch.size()));
        const TokenCounter counter(modelTokens(u"gpt-4o"));
        const auto thread = PlainThread::of(messages, counter);
        if (!thread)
            return 0;
        const SummarySource source{messages, counter, m_memory.sentences, m_memory.summaries};
        m_memory.summaries.clear();
        const auto plans = plainPlans(way.strategy, way.options, budget, *thread, &source);
        int told = 0;
        for (const PastRequest &request : past.requests)
            told += plans && plans->next(thread->request(request.length)) ? 1 : 0;
        return told;
    }

    ReplayMemory m_memory;
};

QTEST_GUILESS_MAIN(TestReplayPlans)

#include "tst_replayplans.moc"
