#include "tests/support/threadsamples.h"
#include "ui/thread/messagetext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Core::MessageStatus;
using Core::Verdict;

class TestMessageText : public QObject
{
    Q_OBJECT

private slots:
    void namesTheSpeaker()
    {
        ThreadRow row{.message = ThreadSamples::message(u"m"_s, Core::Role::User, u"hi"_s)};
        QCOMPARE(MessageText::speaker(row), u"You"_s);
        row.message.author = u"minh"_s;
        QCOMPARE(MessageText::speaker(row), u"You"_s); // it is Minh who reads it
        row.isOthers = true;
        QCOMPARE(MessageText::speaker(row), u"minh"_s);
        QVERIFY(MessageText::spoken(row).startsWith(u"minh"_s));
        row.message.name = u"Lan"_s;
        QCOMPARE(MessageText::speaker(row), u"Lan"_s);
    }

    void saysHowItEnded()
    {
        QVERIFY(MessageText::status(MessageStatus::Complete).isEmpty());
        QSet<QString> words;
        for (const MessageStatus status :
             {MessageStatus::Streaming, MessageStatus::Interrupted, MessageStatus::Stopped,
              MessageStatus::Truncated, MessageStatus::Failed})
            words += MessageText::status(status);
        QCOMPARE(words.size(), 5);
        QVERIFY(!words.contains(QString()));
    }

    void saysNothingOfWhatIsNotKnown()
    {
        ThreadRow row{.message = ThreadSamples::message(u"m"_s, Core::Role::User, u"hi"_s)};
        row.message.tokens = -1;
        QCOMPARE(MessageText::foot(row), QString());
        row.message.tokens = 1234;
        row.foot = {Core::Money{1'234'000'000}, true, u"gpt-x"_s, 420};
        const QString foot = MessageText::foot(row);
        for (const QString &part : {u"1,234"_s, u"$0.001234"_s, u"gpt-x"_s, u"420"_s})
            QVERIFY2(foot.contains(part), qPrintable(foot));
        row.foot.cost.reset();
        QVERIFY(!MessageText::foot(row).contains(u"$0"_s)); // unpriced is not free
    }

    void saysWhyItWasNotSent()
    {
        ThreadRow row{.message = ThreadSamples::message(u"m"_s, Core::Role::User, u"hi"_s)};
        QVERIFY(MessageText::planReason(row).isEmpty());
        row.plan = PlanMark{Verdict::Kept, {}};
        QVERIFY(MessageText::planReason(row).isEmpty());
        row.plan = PlanMark{Verdict::Dropped, {Core::Reason::Code::OlderThanLast, 20}};
        QVERIFY(MessageText::planReason(row).startsWith(u"Not sent"_s));
        QVERIFY(MessageText::planReason(row).contains(u"20"_s));
        QVERIFY(!MessageText::planMark(row).isEmpty());
        QVERIFY(MessageText::spoken(row).contains(MessageText::planReason(row)));
    }

    void placesSiblings()
    {
        QCOMPARE(MessageText::siblings({1, 1}), QString());
        QCOMPARE(MessageText::siblings({2, 3}), u"2/3"_s);
    }
};

QTEST_GUILESS_MAIN(TestMessageText)
#include "tst_messagetext.moc"
