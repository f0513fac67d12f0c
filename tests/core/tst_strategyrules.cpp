#include "core/context/planjson.h"
#include "core/context/storedsummary.h"
#include "core/context/strategies.h"
#include "core/context/summarycheck.h"
#include "core/context/summarytask.h"
#include "core/context/threadmemory.h"
#include "tests/support/randomthreads.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int cases = 1000;

/// One plan and what it was made of, with the rules as questions. Every rule answers with an
/// empty text, or says what is wrong.
class Case
{
public:
    Case(const RandomCase &random, const Strategy &strategy, ThreadMemory *memory)
        : input(random.planInput())
    {
        plan = memory ? planFrom(*memory, strategy) : strategy.plan(input);
        for (qsizetype i = 0; i < random.thread.size(); ++i)
            messages.append(random.thread[i]);
        if (random.draft)
            messages.append(*random.draft);
    }

    bool has(Notice::Code code) const
    {
        return std::any_of(plan.notices.begin(), plan.notices.end(),
                           [&](const Notice &notice) { return notice.code == code; });
    }

    bool isSentItself(int index) const
    {
        return std::any_of(plan.messages.begin(), plan.messages.end(),
                           [&](const RequestMessage &sent) { return sent.item == index; });
    }

    int question() const
    {
        for (int i = int(messages.size()) - 1; i >= 0; --i) {
            if (messages[i].role == Role::User)
                return i;
        }
        return -1;
    }

    PlanInput input;
    ContextPlan plan;
    QList<Message> messages;

private:
    ContextPlan planFrom(ThreadMemory &memory, const Strategy &strategy) const
    {
        const ThreadMemory::Claim claim = memory.claim(input.thread);
        PlanInput knowing = input;
        knowing.known = &claim.known();
        return strategy.plan(knowing);
    }
};

QString systemFirstAndCounted(const Case &c)
{
    int tokens = 0;
    QList<int> expected;
    for (int i = 0; i < c.messages.size(); ++i) {
        const Message &message = c.messages[i];
        if (message.role != Role::System || message.content.trimmed().isEmpty()
            || c.input.marks.excluded.contains(message.id))
            continue;
        expected += i;
        tokens += c.input.counter.known(message);
    }
    for (int i = 0; i < expected.size(); ++i) {
        if (i >= c.plan.messages.size() || c.plan.messages[i].item != expected[i])
            return u"system message %1 is not in place"_s.arg(expected[i]);
    }
    return tokens == c.plan.use.system ? QString() : u"system tokens are wrong"_s;
}

QString toolPairsWhole(const Case &c)
{
    for (int i = 0; i < c.plan.messages.size(); ++i) {
        const RequestMessage &sent = c.plan.messages[i];
        QStringList open;
        for (const ToolCall &call : sent.toolCalls)
            open += call.id;
        for (int j = i + 1; j < c.plan.messages.size() && c.plan.messages[j].role == Role::Tool;
             ++j)
            open.removeAll(c.plan.messages[j].toolCallId);
        if (!open.isEmpty())
            return u"call %1 has no result behind it"_s.arg(open.first());
        if (sent.role != Role::Tool)
            continue;
        int call = i;
        while (call >= 0 && c.plan.messages[call].role == Role::Tool)
            --call;
        const auto &calls = call >= 0 ? c.plan.messages[call].toolCalls : QList<ToolCall>();
        if (std::none_of(calls.begin(), calls.end(),
                         [&](const ToolCall &each) { return each.id == sent.toolCallId; }))
            return u"result %1 has no call before it"_s.arg(sent.toolCallId);
    }
    return {};
}

QString beginsWithUser(const Case &c)
{
    for (const RequestMessage &sent : c.plan.messages) {
        if (sent.role == Role::System)
            continue;
        return sent.role == Role::User ? QString() : u"a %1 is first"_s.arg(roleName(sent.role));
    }
    return {};
}

QString keepsTheQuestion(const Case &c)
{
    const int question = c.question();
    if (question < 0)
        return {};
    if (!c.isSentItself(question))
        return u"the question is not sent"_s;
    const PlanItem &item = c.plan.items[question];
    const bool isShort = item.sentTokens < item.tokens;
    if (isShort != (item.verdict == Verdict::Shortened))
        return u"the question was shortened silently"_s;
    return {};
}

QString inOrder(const Case &c)
{
    int last = -1;
    for (const RequestMessage &sent : c.plan.messages) {
        if (sent.item < 0 || sent.role == Role::System)
            continue;
        if (sent.item <= last)
            return u"message %1 comes after %2"_s.arg(sent.item).arg(last);
        last = sent.item;
    }
    return {};
}

QString withinBudget(const Case &c)
{
    if (c.plan.fits() || c.plan.strategy == u"full"_s)
        return {};
    const int question = c.question();
    const int left = c.plan.use.limit - c.plan.use.system - TokenCounter::requestOverhead;
    const int wanted = question < 0 ? 0 : c.input.counter.known(c.messages[question]);
    return left < std::min(wanted, 40) ? QString() : u"over budget by %1"_s.arg(c.plan.overBy());
}

QString addsUp(const Case &c)
{
    BudgetUse use{.limit = c.plan.use.limit};
    for (const RequestMessage &sent : c.plan.messages) {
        use.history += sent.tokens;
        const bool asStored = sent.item >= 0 && sent.content == c.messages[sent.item].content;
        if (asStored && sent.tokens == c.input.counter.known(c.messages[sent.item]))
            continue; // what is stored was counted once
        const Message message{.role = sent.role,
                              .content = sent.content,
                              .name = sent.name,
                              .toolCalls = sent.toolCalls,
                              .toolCallId = sent.toolCallId};
        if (sent.tokens != c.input.counter.message(message))
            return u"a message was not counted as it is sent"_s;
    }
    use.question = c.messages.isEmpty() ? 0 : TokenCounter::requestOverhead;
    return use.total() == c.plan.use.total() ? QString() : u"the parts do not add up"_s;
}

QString tellsOfEveryMessage(const Case &c)
{
    if (c.plan.items.size() != c.messages.size())
        return u"there are %1 items"_s.arg(c.plan.items.size());
    for (int i = 0; i < c.plan.items.size(); ++i) {
        const PlanItem &item = c.plan.items[i];
        if (item.id != c.messages[i].id)
            return u"item %1 is another message"_s.arg(i);
        const bool quoted = item.part == Part::Retrieved || item.part == Part::Summary;
        if (c.isSentItself(i) && !isSent(item.verdict))
            return u"message %1 is sent and said to be not"_s.arg(i);
        if (isSent(item.verdict) && !quoted && !c.isSentItself(i))
            return u"message %1 is said to be sent and is not"_s.arg(i);
        if (isSent(item.verdict) != (item.sentTokens > 0))
            return u"message %1: its tokens do not go with its verdict"_s.arg(i);
    }
    return {};
}

QString obeysTheHand(const Case &c)
{
    const QByteArray request = requestToJson(c.plan);
    int pinnedAway = 0;
    for (int i = 0; i < c.messages.size(); ++i) {
        const Message &message = c.messages[i];
        const QByteArray serial = message.content.section(u' ', 0, 0).toUtf8();
        const bool out = c.input.marks.excluded.contains(message.id) && i != c.question();
        if (out && serial.startsWith('#') && request.contains(serial))
            return u"message %1 was excluded and is sent"_s.arg(i);
        const Reason::Code why = c.plan.items[i].reason.code;
        if (c.input.marks.pinned.contains(message.id) && !c.isSentItself(i)
            && (why == Reason::Code::OverBudget || why == Reason::Code::NotRelevant
                || why == Reason::Code::BeforeCut || why == Reason::Code::OlderThanLast))
            ++pinnedAway;
    }
    return pinnedAway == 0 || c.has(Notice::Code::PinsOverBudget)
        ? QString()
        : u"a pinned message is missing silently"_s;
}

QString summariesMarkedAndSound(const Case &c)
{
    for (const RequestMessage &sent : c.plan.messages) {
        if (c.plan.strategy != u"summary"_s || sent.item >= 0)
            continue;
        if (!isMarkedSummary(sent.content))
            return u"a summary is not marked"_s;
        if (sent.content.count(sent.content.left(12)) > 1)
            return u"an older summary was taken for what somebody said"_s;
        if (c.has(Notice::Code::SummarisedHere))
            continue;
        const auto &all = c.input.summaries;
        if (std::none_of(all.begin(), all.end(), [&](const Summary &summary) {
                return !summaryFault(summary) && markedSummary(summary) == sent.content;
            }))
            return u"a broken summary was sent"_s;
    }
    return {};
}

/// Marks stand where something was left out and marks were asked for, and nowhere else.
QString omissionsMarkedWhereAsked(const Case &c)
{
    const bool asked = c.input.options.value(u"omissions"_s).toBool();
    int next = 0;
    for (const RequestMessage &sent : c.plan.messages) {
        if (sent.item < 0 || sent.role == Role::System)
            continue;
        const bool gap = std::any_of(c.plan.items.begin() + next, c.plan.items.begin() + sent.item,
                                     [](const PlanItem &item) {
                                         return !isSent(item.verdict) && item.role != Role::System;
                                     });
        const bool marked =
            sent.content.startsWith(u"[… "_s) && sent.content.contains(u"left out …]"_s);
        if (marked && !(asked && gap))
            return u"a mark stands before message %1"_s.arg(sent.item);
        if (asked && gap && !marked && sent.role == Role::User && c.plan.use.left() > 60)
            return u"there is no mark before message %1"_s.arg(sent.item);
        next = sent.item + 1;
    }
    return {};
}

QString brokenSummariesAreSaid(const Case &c)
{
    const auto &all = c.input.summaries;
    const bool broken = !all.isEmpty()
        && std::all_of(all.begin(), all.end(),
                       [](const Summary &summary) { return summaryFault(summary).has_value(); });
    const bool isWhole =
        std::none_of(c.plan.items.begin(), c.plan.items.end(), [](const PlanItem &item) {
            return item.verdict == Verdict::Summarised
                || item.reason.code == Reason::Code::OlderThanLast;
        });
    if (c.plan.strategy != u"summary"_s || !broken || isWhole
        || c.has(Notice::Code::SummaryUnusable))
        return {};
    return u"the plan fell back silently"_s;
}

QString nothingEmptyIsMade(const Case &c)
{
    for (const RequestMessage &sent : c.plan.messages) {
        if (sent.item < 0 && sent.content.trimmed().isEmpty())
            return u"an empty text was made"_s;
    }
    return {};
}

QString saysWhatItAssumes(const Case &c)
{
    const bool unknown = c.input.budget.window <= 0;
    if (unknown != c.has(Notice::Code::UnknownWindow))
        return u"the unknown window is not said"_s;
    if (unknown && c.plan.use.limit < 100'000)
        return u"the default window was not taken"_s;
    return {};
}

using Rule = QString (*)(const Case &);
const QList<std::pair<const char *, Rule>> rules{
    {"system messages first and counted", systemFirstAndCounted},
    {"tool pairs whole", toolPairsWhole},
    {"begins with a user's message", beginsWithUser},
    {"keeps the question", keepsTheQuestion},
    {"in order", inOrder},
    {"within the budget", withinBudget},
    {"adds up", addsUp},
    {"tells of every message", tellsOfEveryMessage},
    {"obeys the hand", obeysTheHand},
    {"summaries marked and sound", summariesMarkedAndSound},
    {"omissions marked where asked", omissionsMarkedWhereAsked},
    {"broken summaries are said", brokenSummariesAreSaid},
    {"makes nothing empty", nothingEmptyIsMade},
    {"says what it assumes", saysWhatItAssumes},
};

} // namespace

class TestStrategyRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        RandomCases random(20'261'123);
        for (int i = 0; i < cases; ++i)
            m_cases.push_back(random.next());
    }

    void everyStrategyKeepsEveryRule_data()
    {
        QTest::addColumn<QString>("id");
        for (const Strategy &strategy : strategies())
            QTest::addRow("%s", qPrintable(strategy.id)) << strategy.id;
    }

    void everyStrategyKeepsEveryRule()
    {
        QFETCH(QString, id);
        const Strategy &strategy = **strategyById(id);
        for (int i = 0; i < cases; ++i) {
            const Case made(m_cases[size_t(i)], strategy, &m_memory);
            for (const auto &[name, rule] : rules) {
                const QString wrong = rule(made);
                QVERIFY2(
                    wrong.isEmpty(),
                    qPrintable(u"case %1: %2: %3"_s.arg(i).arg(QString::fromLatin1(name), wrong)));
            }
        }
    }

    void whatWasSentStaysTheBeginning_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"full", "sliding-blocks", "summary", "hybrid"})
            QTest::addRow("%s", id) << QString::fromLatin1(id);
    }

    /// From question to question of each thread.
    void whatWasSentStaysTheBeginning()
    {
        QFETCH(QString, id);
        const Strategy &strategy = **strategyById(id);
        int same = 0;
        int cut = 0;
        for (size_t i = 0; i < m_cases.size(); i += 4) {
            const RandomCase &each = m_cases[i];
            PlanInput input = each.planInput();
            if (id == u"hybrid"_s && isTooShortToCache(input.budget))
                continue;
            input.draft = nullptr;
            input.options.clear();
            std::optional<ContextPlan> before;
            for (size_t end = 1; end <= size_t(each.thread.size()); ++end) {
                if (each.thread[qsizetype(end) - 1].role != Role::User)
                    continue;
                input.thread = std::span(each.thread).first(end);
                const ContextPlan plan = strategy.plan(input);
                if (before && canBeCompared(*before, plan)) {
                    const bool moved = firstOf(*before) != firstOf(plan);
                    QVERIFY(firstOf(*before) <= firstOf(plan));
                    QVERIFY(moved || beginsAlike(*before, plan));
                    ++(moved ? cut : same);
                }
                before = plan;
            }
        }
        qInfo("%d requests began as the one before, %d were cut", same, cut);
        QVERIFY(same > cut);
    }

    void aSummaryThatWasMadeIsNotAskedForAgain()
    {
        int asked = 0;
        for (size_t i = 0; i < m_cases.size(); i += 4) {
            const RandomCase &each = m_cases[i];
            PlanInput input = each.planInput();
            int covered = -1;
            while (const auto task = summaryTask(input, 400)) {
                const auto last = std::find_if(
                    each.thread.begin(), each.thread.end(),
                    [&](const Message &message) { return message.id == task->lastCovered; });
                QVERIFY(task->messages > 0);
                QVERIFY(last - each.thread.begin() > covered);
                covered = int(last - each.thread.begin());
                input.summaries.append({.text = u"The customer wants a refund."_s,
                                        .lastCovered = task->lastCovered,
                                        .madeBy = u"a-model"_s});
                ++asked;
            }
        }
        QVERIFY(asked > 20);
    }

    void sameInputSamePlan_data() { everyStrategyKeepsEveryRule_data(); }

    void sameInputSamePlan()
    {
        QFETCH(QString, id);
        const Strategy &strategy = **strategyById(id);
        for (int i = 0; i < cases; i += 10) {
            const RandomCase &each = m_cases[size_t(i)];
            const ContextPlan plan = Case(each, strategy, nullptr).plan;
            QCOMPARE(Case(each, strategy, nullptr).plan, plan);
            QCOMPARE(Case(each, strategy, &m_memory).plan, plan);
        }
    }

    void cleanupTestCase()
    {
        const qsizetype plans = cases * strategies().size();
        qInfo("%d cases, %lld plans, %lld rules: %lld checks", cases, plans, rules.size(),
              plans * rules.size());
    }

private:
    /// No provider caches a request that is so short, so it may begin otherwise.
    static bool isTooShortToCache(const Budget &budget)
    {
        return budget.window > 0 && budget.window < 2000;
    }

    /// System messages go first, so a new one is a new beginning; so is what was decided by hand.
    static bool canBeCompared(const ContextPlan &before, const ContextPlan &plan)
    {
        const auto isByHand = [](const PlanItem &item) {
            return item.verdict == Verdict::Pinned || item.verdict == Verdict::Excluded
                || item.verdict == Verdict::Shortened;
        };
        return before.use.system == plan.use.system && before.fits() && plan.fits()
            && firstOf(before) >= 0 && firstOf(plan) >= 0
            && std::none_of(plan.items.begin(), plan.items.end(), isByHand)
            && std::none_of(before.items.begin(), before.items.end(), isByHand);
    }

    /// The first message of the history that is sent; -1: none.
    static int firstOf(const ContextPlan &plan)
    {
        for (const RequestMessage &sent : plan.messages) {
            if (sent.item >= 0 && sent.part == Part::History)
                return sent.item;
        }
        return -1;
    }

    /// Up to what is quoted for the question.
    static bool beginsAlike(const ContextPlan &before, const ContextPlan &plan)
    {
        for (qsizetype i = 0; i < before.messages.size(); ++i) {
            const Part part = before.messages[i].part;
            if (part == Part::Question || part == Part::Retrieved)
                return true;
            if (i >= plan.messages.size() || before.messages[i].content != plan.messages[i].content
                || before.messages[i].item != plan.messages[i].item)
                return false;
        }
        return true;
    }

    std::vector<RandomCase> m_cases;
    ThreadMemory m_memory{cases};
};

QTEST_GUILESS_MAIN(TestStrategyRules)
#include "tst_strategyrules.moc"
