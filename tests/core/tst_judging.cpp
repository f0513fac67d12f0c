#include "core/session/judging.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestJudging : public QObject
{
    Q_OBJECT

private slots:
    void theJudgeGetsQuestionTruthAndReply()
    {
        const ContextPlan plan =
            judgeRequest({u"Which?"_s, u"It is 7."_s}, u"Seven."_s, TokenCounter(), 1000);
        for (const QString &part : {u"Which?"_s, u"It is 7."_s, u"Seven."_s})
            QVERIFY(plan.messages.last().content.contains(part));
        QVERIFY(plan.use.total() > 10);
        QVERIFY(plan.fits());
    }

    void aVerdictIsYesOrNo_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<int>("verdict"); // 1, 0, or -1: unclear
        QTest::addRow("yes") << u"YES"_s << 1;
        QTest::addRow("small and with a point") << u" yes."_s << 1;
        QTest::addRow("in bold") << u"**No**, since"_s << 0;
        QTest::addRow("neither") << u"Maybe"_s << -1;
        QTest::addRow("another word that begins so") << u"Nothing"_s << -1;
        QTest::addRow("empty") << QString() << -1;
    }

    void aVerdictIsYesOrNo()
    {
        QFETCH(QString, answer);
        QFETCH(int, verdict);
        const std::optional<bool> found = judgeVerdict(answer);
        QCOMPARE(found ? int(*found) : -1, verdict);
    }

    void whatIsKnownToBeWrongIsMadeFromWhatIsRight()
    {
        const QStringList wrong =
            wrongReplies({u"It is 4711."_s, u"It is four."_s}, u"The weather is fine."_s);
        QCOMPARE(wrong, (QStringList{u"The weather is fine."_s, u"It is 7044."_s}));
        QVERIFY(wrongReplies({u"same"_s}, u"same"_s).isEmpty());
        QCOMPARE(wrongReplies({u"1"_s, u"2"_s, u"3"_s}, {}, 2).size(), 2);
    }

    void falseAcceptsAreUnknownBeforeTheFirstControl()
    {
        QVERIFY(!JudgeTally().falseAccepts());
        QCOMPARE(*(JudgeTally{.wrong = 4, .wrongAccepted = 1}).falseAccepts(), 0.25);
    }
};

QTEST_GUILESS_MAIN(TestJudging)
#include "tst_judging.moc"
