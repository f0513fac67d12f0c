#include "core/session/evidenceproposal.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<Message> talk()
{
    QList<Message> messages{
        {.id = u"s"_s, .role = Role::System, .content = u"You know every parcel number."_s},
        {.id = u"a"_s, .role = Role::User, .content = u"Hello there, what lovely weather"_s},
        {.id = u"b"_s, .role = Role::Assistant, .content = u"Your parcel number is BX-4711."_s},
        {.id = u"c"_s, .role = Role::User, .content = u"Thanks, and the refund?"_s},
        {.id = u"d"_s, .role = Role::Assistant, .content = u"The refund is on its way."_s}};
    TokenCounter().count(messages);
    return messages;
}

const QString question = u"What was the parcel number?"_s;

} // namespace

class TestEvidenceProposal : public QObject
{
    Q_OBJECT

private slots:
    void whatBearsOnTheQuestionIsProposed()
    {
        const QStringList found = likelyEvidence(talk(), question);
        QVERIFY(found.contains(u"b"_s));
        QVERIFY(!found.contains(u"s"_s));
        QVERIFY(likelyEvidence(talk(), question, 1).size() <= 1);
        QVERIFY(likelyEvidence({}, question).isEmpty());
    }

    void theModelSeesTheMessagesWithTheirNumbers()
    {
        const ContextPlan plan = evidenceRequest(talk(), question, TokenCounter(), 4000);
        QCOMPARE(plan.messages.size(), 2);
        QVERIFY(plan.messages.last().content.contains(u"[3] assistant: Your parcel"_s));
        QVERIFY(plan.messages.last().content.contains(question));
        QVERIFY(plan.fits());
    }

    void whatDoesNotFitIsLeftOutFromTheLeastRelevantOn()
    {
        const int all = evidenceRequest(talk(), question, TokenCounter(), 4000).use.total();
        const ContextPlan plan = evidenceRequest(talk(), question, TokenCounter(), all - 25);
        QVERIFY(plan.fits());
        QVERIFY(plan.messages.last().content.contains(u"BX-4711"_s));
        QVERIFY(!plan.messages.last().content.contains(u"[5]"_s)
                || !plan.messages.last().content.contains(u"[2]"_s));
    }

    void theReplyNamesMessages_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QStringList>("ids");
        QTest::addRow("in brackets") << u"[3]"_s << QStringList{u"b"_s};
        QTest::addRow("among words") << u"It is [3, 5]."_s << QStringList{u"b"_s, u"d"_s};
        QTest::addRow("bare") << u"3, 5"_s << QStringList{u"b"_s, u"d"_s};
        QTest::addRow("twice") << u"[3,3]"_s << QStringList{u"b"_s};
        QTest::addRow("that are not there") << u"[0, 6, 999999999999]"_s << QStringList{};
        QTest::addRow("none") << u"[]"_s << QStringList{};
    }

    void theReplyNamesMessages()
    {
        QFETCH(QString, reply);
        QFETCH(QStringList, ids);
        const auto found = evidenceFromReply(reply, talk());
        QVERIFY(found);
        QCOMPARE(*found, ids);
    }

    void aReplyInWordsNamesNothing()
    {
        QVERIFY(!evidenceFromReply(u"The parcel number is 3."_s, talk()));
        QVERIFY(!evidenceFromReply({}, talk()));
    }
};

QTEST_GUILESS_MAIN(TestEvidenceProposal)
#include "tst_evidenceproposal.moc"
