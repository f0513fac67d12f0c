#include "core/practice/practiceanswer.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<Message> talk(const QString &question)
{
    return {{.role = Role::System, .content = u"You help the customers of a shop."_s},
            {.role = Role::User, .content = u"My order number is 4471. I live in Hanoi."_s},
            {.role = Role::Assistant, .content = u"Thank you!"_s},
            {.role = Role::User, .content = u"Đơn hàng của tôi gồm hai chiếc áo màu đỏ."_s},
            {.role = Role::Assistant, .content = u"Dạ vâng."_s},
            {.role = Role::User, .content = question}};
}

} // namespace

class TestPracticeAnswer : public QObject
{
    Q_OBJECT

private slots:
    void answersWithWhatWasSent_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("answer");
        QTest::addRow("English") << u"What is my order number?"_s
                                 << u"From what I was sent: “My order number is 4471.”"_s;
        QTest::addRow("Vietnamese")
            << u"Đơn hàng của tôi màu gì?"_s
            << u"Theo những gì tôi nhận được: “Đơn hàng của tôi gồm hai chiếc áo màu đỏ.”"_s;
        QTest::addRow("Vietnamese without marks")
            << u"don hang cua toi mau gi"_s
            << u"Theo những gì tôi nhận được: “Đơn hàng của tôi gồm hai chiếc áo màu đỏ.”"_s;
        QTest::addRow("nothing, English")
            << u"Who won the match?"_s << u"Nothing in what I was sent bears on this question."_s;
        QTest::addRow("nothing, Vietnamese")
            << u"Thời tiết thế nào?"_s
            << u"Trong những gì tôi nhận được, không có gì liên quan đến câu hỏi này."_s;
    }

    void answersWithWhatWasSent()
    {
        QFETCH(QString, question);
        QFETCH(QString, answer);

        QCOMPARE(practiceAnswer(talk(question)), answer);
    }

    void aFactThatWasNotSentIsMissing()
    {
        QList<Message> messages = talk(u"What is my order number?"_s);
        messages.removeAt(1);

        QVERIFY(!practiceAnswer(messages).contains("4471"_L1));
    }

    void theQuestionItselfIsNoEvidence()
    {
        const QString answer = practiceAnswer({{.content = u"The order 4471 is late."_s}});

        QVERIFY(!answer.contains("4471"_L1));
    }

    void anEarlierAnswerIsQuotedWithoutItsFrame()
    {
        const QList<Message> messages{
            {.role = Role::Assistant, .content = u"From what I was sent: “The order is 4471.”"_s},
            {.role = Role::Assistant,
             .content = u"Nothing in what I was sent bears on this question."_s},
            {.role = Role::User, .content = u"Which order was in question?"_s}};

        QCOMPARE(practiceAnswer(messages), u"From what I was sent: “The order is 4471.”"_s);
    }

    void aSummaryHoldsWhatSaysMost_data()
    {
        QTest::addColumn<QList<Message>>("messages");
        const QString transcript =
            u"User: The parcel was lost.\nAssistant: The parcel was insured."_s;
        QTest::addRow("asked in the question")
            << QList<Message>{{.content = u"Please summarise:\n"_s + transcript}};
        QTest::addRow("asked in the instructions")
            << QList<Message>{{.role = Role::System, .content = u"You summarize conversations."_s},
                              {.content = u"Here it is:\n"_s + transcript}};
        QTest::addRow("asked in Vietnamese")
            << QList<Message>{{.content = u"Hãy tóm tắt hội thoại sau:\n"_s + transcript}};
    }

    void aSummaryHoldsWhatSaysMost()
    {
        QFETCH(QList<Message>, messages);

        const QString summary = practiceAnswer(messages);

        QVERIFY(summary.contains("The parcel was lost."_L1));
        QVERIFY(summary.contains("The parcel was insured."_L1));
        QVERIFY(!summary.contains("sent"_L1));
    }

    void aSummaryThatWasSentIsNotARequestForOne()
    {
        QList<Message> messages = talk(u"What is my order number?"_s);
        messages.prepend({.role = Role::System, .content = u"Summary of what was said: a lot."_s});

        QVERIFY(practiceAnswer(messages).contains("4471"_L1));
    }

    void nothingIsAnsweredForNothing()
    {
        QVERIFY(!practiceAnswer({}).isEmpty());
        QVERIFY(!practiceAnswer({{.role = Role::System, .content = u"Hello."_s}}).isEmpty());
    }

    void aFrenchNameIsNotVietnamese()
    {
        QVERIFY(!isVietnamese(u"Where is the café of Renée and Agnès?"_s));
        QVERIFY(isVietnamese(u"Xin chào, được không ạ?"_s));
    }
};

QTEST_GUILESS_MAIN(TestPracticeAnswer)
#include "tst_practiceanswer.moc"
