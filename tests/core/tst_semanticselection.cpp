#include "core/retrieval/fusion.h"
#include "tests/support/threadpatterns.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Alternating user and assistant, counted.
QList<Message> talk(const QStringList &texts)
{
    QList<Message> thread;
    for (const QString &text : texts)
        thread.append({.id = QString::number(thread.size() + 1),
                       .role = thread.size() % 2 == 0 ? Role::User : Role::Assistant,
                       .content = text});
    TokenCounter().count(thread);
    return thread;
}

const QStringList shopTalk{
    u"Hello, do you ship to Canada?"_s,
    u"Yes, we do, within ten days."_s,
    u"My shoe size is 43 and I like green."_s,
    u"Noted, thank you."_s,
    u"How do I wash wool?"_s,
    u"In cold water, by hand, and dry it flat."_s,
    u"My order number is NB-4471."_s,
    u"I have found your order."_s,
};

int tokensOfTurn(const QList<Message> &thread, int first)
{
    return thread[first].tokens + thread[first + 1].tokens;
}

} // namespace

class TestSemanticSelection : public QObject
{
    Q_OBJECT

private slots:
    void sendsTheTurnThatBearsOnTheQuestion_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("sent");
        QTest::addRow("by its words") << u"Which order number did I give?"_s << u"7 8 9"_s;
        QTest::addRow("by its stems") << u"Tell me about washing woollen things"_s << u"5 6 9"_s;
        QTest::addRow("by the answer") << u"Should sweaters dry flat somewhere?"_s << u"5 6 9"_s;
        QTest::addRow("by case and marks") << u"SHIPPING... CANADA!?! please soon"_s << u"1 2 9"_s;
    }

    void sendsTheTurnThatBearsOnTheQuestion()
    {
        QFETCH(QString, question);
        QFETCH(QString, sent);
        const QList<Message> thread = talk(shopTalk + QStringList{question});
        const int room = tokensOfTurn(thread, sent[0].digitValue() - 1);
        const ContextPlan plan = planned(u"semantic"_s, thread, room + thread.last().tokens + 3);
        QCOMPARE(sentIds(plan), sent);
        QVERIFY(plan.fits());
        QCOMPARE(reasonOf(plan, u"9"_s), u"kept newest-question"_s);
    }

    void theOrderOfTheThreadStays()
    {
        const QList<Message> thread =
            talk(shopTalk + QStringList{u"How do I wash green wool of size 43?"_s});
        const ContextPlan plan = planned(u"semantic"_s, thread, 10'000);
        QCOMPARE(sentIds(plan), u"1 2 3 4 5 6 7 8 9"_s);
        QVERIFY(plan.items[2].score > plan.items[6].score);
        QVERIFY(plan.use.retrieved > 0);
        QCOMPARE(plan.use.history, 0);
    }

    void aQuestionThatSaysLittleIsAboutWhatWasSaidLast()
    {
        const QList<Message> thread = talk(shopTalk + QStringList{u"And the other one?"_s});
        const int room = tokensOfTurn(thread, 6);
        const ContextPlan plan = planned(u"semantic"_s, thread, room + thread.last().tokens + 3);
        QCOMPARE(sentIds(plan), u"7 8 9"_s);
        QCOMPARE(reasonOf(plan, u"7"_s), u"kept among-last-2"_s);
    }

    void whereNothingMatchesItIsSaid_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addRow("other words")
            << QStringList{u"Hello there"_s, u"Hi"_s, u"zebra quilt xylem"_s};
        QTest::addRow("punctuation only") << QStringList{u"..."_s, u"!!"_s, u"?!"_s};
        QTest::addRow("emoji only") << QStringList{u"👍"_s, u"🙂"_s, u"🎉🎉"_s};
        QTest::addRow("punctuation after a talk") << shopTalk + QStringList{u"?!?"_s};
        QTest::addRow("empty question") << QStringList{u"Hello there"_s, u"Hi"_s, u""_s};
    }

    void whereNothingMatchesItIsSaid()
    {
        QFETCH(QStringList, texts);
        const ContextPlan plan = planned(u"semantic"_s, talk(texts), 1000);
        QVERIFY(hasNotice(plan, Notice::Code::NothingMatched));
        QCOMPARE(sentIds(plan).section(u' ', 0, 2), u"1 2 3"_s);
        for (const PlanItem &item : plan.items) {
            QVERIFY(item.reason.code != Reason::Code::Relevant);
            QVERIFY(!item.score);
        }
        const int room = plan.use.question;
        for (const PlanItem &item : planned(u"semantic"_s, talk(texts), room).items)
            QVERIFY(item.reason.code != Reason::Code::NotRelevant);
    }

    void whatGoesWithTheRestOfTheRoomDoesNotBearOnTheQuestion()
    {
        QStringList texts;
        for (int i = 0; i < 20; ++i)
            texts += u"word%1 word%2"_s.arg(2 * i).arg(2 * i + 1);
        texts += {u"zebra quilt"_s, u"word90"_s, u"Which zebra quilt?"_s};
        const ContextPlan plan = planned(u"semantic"_s, talk(texts), 10'000);
        QVERIFY((reasonOf(plan, u"21"_s) + reasonOf(plan, u"22"_s)).contains(u"relevant-1"_s));
        for (int i = 0; i < 10; ++i)
            QVERIFY(plan.items[i].reason.code != Reason::Code::Relevant);
        QVERIFY((reasonOf(plan, u"1"_s) + reasonOf(plan, u"2"_s)).contains(u"fits"_s));
    }

    void namedSpeakersAreTakenOneByOne()
    {
        QList<Message> thread =
            talk({u"I went to the lake."_s, u"My cat Tofu is ill today."_s, u"I bought a boat."_s,
                  u"We had soup for lunch."_s, u"What is the name of the cat that Minh keeps?"_s});
        for (Message &message : thread)
            message.name = message.role == Role::User ? u"Lan"_s : u"Minh"_s;
        thread.last().name.clear();
        TokenCounter counter;
        for (Message &message : thread)
            message.tokens = counter.unscaled(message);
        const int room = tokensOfTurn(thread, 0) + thread.last().tokens + 3;
        const ContextPlan plan = planned(u"semantic"_s, thread, room);
        // What Minh says cannot stand first, so what it answers goes with it.
        QCOMPARE(sentIds(plan), u"1 2 5"_s);
        QCOMPARE(reasonOf(plan, u"2"_s), u"retrieved relevant-1"_s);
        QCOMPARE(reasonOf(plan, u"1"_s), u"kept with-its-turn"_s);
    }

    void diacriticsMayBeMissing_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addRow("with them") << u"Địa chỉ giao hàng của mình ở đâu?"_s;
        QTest::addRow("without them") << u"Dia chi giao hang cua minh o dau?"_s;
        QTest::addRow("decomposed")
            << u"Địa chỉ giao hàng của mình ở đâu?"_s.normalized(QString::NormalizationForm_D);
    }

    void diacriticsMayBeMissing()
    {
        QFETCH(QString, question);
        const QList<Message> thread =
            talk({u"Áo này còn màu đỏ không shop?"_s, u"Dạ còn ạ."_s,
                  u"Địa chỉ giao hàng của tôi là 12 Láng Hạ."_s, u"Dạ em ghi nhận rồi ạ."_s,
                  u"Giặt máy được không?"_s, u"Dạ giặt nước lạnh ạ."_s, question});
        const int room = tokensOfTurn(thread, 2) + thread.last().tokens + 3;
        QCOMPARE(sentIds(planned(u"semantic"_s, thread, room)), u"3 4 7"_s);
    }

    void embeddingsFindWhatWordsDoNot()
    {
        const QList<Message> thread =
            talk(shopTalk + QStringList{u"Which footwear measurement applies, friend?"_s});
        DenseVectors vectors{.question = {1, 0}};
        for (const Message &message : thread)
            vectors.messages[message.id] = {message.id == u"3"_s ? 1.F : 0.F, 1};
        const auto plan =
            (*strategyById(u"semantic"_s))
                ->plan({.thread = thread,
                        .budget = {.window = tokensOfTurn(thread, 2) + thread.last().tokens + 3,
                                   .replyReserve = 0},
                        .counter = TokenCounter(),
                        .vectors = &vectors});
        QCOMPARE(sentIds(plan), u"3 4 9"_s);
    }

    void aFactInsideALongMessageIsFound()
    {
        const QString filler = u"This sentence only fills the page. "_s.repeated(60);
        const QList<Message> thread =
            talk({u"Hello?"_s, filler + u"The code of the locker is 7741. "_s + filler,
                  u"How is the weather?"_s, u"Fine, thank you."_s,
                  u"What was the code of the locker again?"_s});
        const int room = tokensOfTurn(thread, 0) + thread.last().tokens + 3;
        QCOMPARE(sentIds(planned(u"semantic"_s, thread, room)), u"1 2 5"_s);
    }

    void tenMegabytesInOneMessageDoNotStopIt()
    {
        QList<Message> thread = talk(shopTalk + QStringList{u"Which order number did I give?"_s});
        Message huge{.id = u"huge"_s, .role = Role::User};
        huge.content = u"zebra order quilt "_s.repeated(580'000);
        huge.tokens = 2'000'000;
        huge.encoding = Encoding::O200k;
        thread.insert(4, huge);
        const ContextPlan plan = planned(u"semantic"_s, thread, 200);
        QVERIFY(plan.fits());
        QVERIFY(sentIds(plan).endsWith(u"7 8 9"_s));
        QCOMPARE(plan.items[4].verdict, Verdict::Dropped);
    }
};

QTEST_GUILESS_MAIN(TestSemanticSelection)
#include "tst_semanticselection.moc"
