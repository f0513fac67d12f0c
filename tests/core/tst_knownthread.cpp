#include "core/context/contextcache.h"
#include "core/context/threadmemory.h"
#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

Message counted(const QString &id, Role role)
{
    return {.id = id,
            .role = role,
            .content = u"text "_s + id,
            .tokens = 10,
            .encoding = Encoding::O200k};
}

std::span<const Message> spanOf(const QList<Message> &thread)
{
    return {thread.constData(), size_t(thread.size())};
}

QString planned(KnownThread &known, const QString &strategy, const QList<Message> &thread,
                const Message *draft)
{
    known.update(spanOf(thread));
    const ContextPlan plan = (*strategyById(strategy))
                                 ->plan({.thread = spanOf(thread),
                                         .draft = draft,
                                         .budget = {.window = 300, .replyReserve = 0},
                                         .options = {{u"messages"_s, 6}},
                                         .counter = TokenCounter(),
                                         .known = &known});
    QStringList said;
    for (const PlanItem &item : plan.items)
        said += item.id + verdictName(item.verdict) + reasonName(item.reason)
            + QString::number(item.sentTokens);
    for (const RequestMessage &message : plan.messages)
        said += message.content;
    return said.join(u'\n');
}

} // namespace

class TestKnownThread : public QObject
{
    Q_OBJECT

private slots:
    void whatIsKnownChangesNoPlan_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *change : {"one more", "a turn more", "without the last", "an edit",
                                   "another count", "another role", "a tool call", "read anew",
                                   "another thread", "a status", "a time", "nothing left"})
            QTest::addRow("%s", change) << QString::fromLatin1(change);
    }

    void whatIsKnownChangesNoPlan()
    {
        QFETCH(QString, change);
        const Message draft{.id = u"draft"_s,
                            .content = u"text 3 text 8?"_s,
                            .tokens = 5,
                            .encoding = Encoding::O200k};
        for (const Strategy &strategy : strategies()) {
            KnownThread known;
            const QList<Message> before = threadOf(u"s5 u30 a40 u20 c10 t30 a20 u10 a30 u20 a50"_s);
            planned(known, strategy.id, before, &draft);
            const QList<Message> after = changed(before, change);
            KnownThread fresh;
            for (const Message *asked : {&draft, static_cast<const Message *>(nullptr)})
                QCOMPARE(planned(known, strategy.id, after, asked),
                         planned(fresh, strategy.id, after, asked));
        }
    }

    void whatAnotherModelCountsIsCountedOnce()
    {
        QList<Message> thread = threadOf(u"u10 a20 u30"_s);
        const TokenCounter other({Encoding::Cl100k, Exactness::Exact, 1});
        const TokenCounter learnt({Encoding::Cl100k, Exactness::Calibrated, 3});
        KnownThread known;
        const auto tokens = [&](const TokenCounter &counter) {
            known.update(spanOf(thread));
            known.units(spanOf(thread), nullptr, counter);
            return std::vector<int>(known.tokens().begin(), known.tokens().end());
        };
        QCOMPARE(tokens(TokenCounter()), (std::vector{10, 20, 30}));
        QCOMPARE(tokens(other), (std::vector{7, 7, 7}));
        QCOMPARE(tokens(learnt), (std::vector{21, 21, 21}));
        QCOMPARE(tokens(TokenCounter({Encoding::O200k, Exactness::Calibrated, 0.5})),
                 (std::vector{5, 10, 15}));
        thread[1].content = u"a text of six words"_s;
        QCOMPARE(tokens(learnt), (std::vector{21, 27, 21}));
    }

    void theHashIsThatOfAllMessages()
    {
        const QList<Message> thread = threadOf(u"u10 a20 u30"_s);
        KnownThread known;
        known.update(spanOf(thread).first(2));
        known.hash();
        known.update(spanOf(thread));
        ContentHash all;
        for (const Message &message : thread)
            addMessage(all, message);
        QCOMPARE(known.hash(), all);
        QList<Message> edited = thread;
        edited[1].content += u'!';
        known.update(spanOf(edited));
        QVERIFY(known.hash() != all);
    }

    void anIndexIsOfTheMessagesAskedFor()
    {
        const QList<Message> thread = threadOf(u"u10 a20 u30 a40"_s);
        KnownThread known;
        known.update(spanOf(thread));
        QCOMPARE(known.index(4).size(), 4);
        QCOMPARE(known.index(2).size(), 2);
        QCOMPARE(known.index(3).size(), 3);
    }

    void whatIsMadeOfAMessageIsMadeOnce()
    {
        QList<Message> thread = threadOf(u"u10 a20"_s);
        KnownThread known;
        known.update(spanOf(thread));
        made = 0;
        QCOMPARE(extract(known, 1).text, u"text 2"_s);
        QCOMPARE(extract(known, 1).tokens, 3);
        QCOMPARE(made, 1);
        thread[1].content = u"another"_s;
        known.update(spanOf(thread));
        QCOMPARE(extract(known, 1).text, u"another"_s);
        QCOMPARE(extract(known, 1).tokens, 1);
        QCOMPARE(made, 2);
    }

    void theSameThreadIsKnownAgain()
    {
        ThreadMemory memory(2);
        const QList<Message> first = threadOf(u"u10 a20"_s);
        QList<Message> second = threadOf(u"u10 a20"_s);
        second[0].id = u"another"_s;
        const KnownThread *known = &memory.claim(spanOf(first)).known();
        QVERIFY(&memory.claim(spanOf(second)).known() != known);
        QVERIFY(memory.claim(spanOf(first)).known().isOf(spanOf(first)));
        QCOMPARE(&memory.claim(spanOf(first)).known(), known);
    }

    void thatOfTheThreadNotUsedForLongestGoes()
    {
        ThreadMemory memory(1);
        const QList<Message> first = threadOf(u"u10 a20"_s);
        made = 0;
        extract(memory.claim(spanOf(first)).known(), 0);
        memory.claim({});
        extract(memory.claim(spanOf(first)).known(), 0);
        QCOMPARE(made, 2);
    }

private:
    static int made;

    static const KnownThread::Made &extract(KnownThread &known, int message)
    {
        return known.made(KnownThread::Use::Extract, message, TokenCounter(), make);
    }

    static QString make(const Message &message)
    {
        ++made;
        return message.content;
    }

    static QList<Message> changed(QList<Message> thread, const QString &change)
    {
        if (change == u"one more" || change == u"a turn more")
            thread.append(counted(u"12"_s, Role::User));
        if (change == u"a turn more")
            thread.append(counted(u"13"_s, Role::Assistant));
        if (change == u"without the last")
            thread.removeLast();
        if (change == u"an edit")
            thread[3].content = u"something else"_s;
        if (change == u"another count")
            thread[2].tokens = 400;
        if (change == u"another role")
            thread[2].role = Role::User;
        if (change == u"a tool call")
            thread[4].toolCalls[0].id = u"unanswered"_s;
        if (change == u"read anew") {
            for (Message &message : thread) {
                message.id = QString(message.id.constData(), message.id.size());
                message.content = QString(message.content.constData(), message.content.size());
            }
        }
        if (change == u"another thread")
            thread = threadOf(u"u1 a2 u3 a4 u5 a6 u7 a8 u9"_s);
        if (change == u"a status")
            thread[2].status = MessageStatus::Failed;
        if (change == u"a time")
            thread[1].createdAt = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
        if (change == u"nothing left")
            thread.clear();
        return thread;
    }
};

int TestKnownThread::made = 0;

QTEST_GUILESS_MAIN(TestKnownThread)
#include "tst_knownthread.moc"
