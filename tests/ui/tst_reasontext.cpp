#include "ui/base/reasontext.h"

#include <QSet>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestReasonText : public QObject
{
    Q_OBJECT

private slots:
    void everyReasonHasWordsOfItsOwn()
    {
        QSet<QString> texts;
        const int last = int(Reason::Code::ShortenedToFit);
        for (int i = 0; i <= last; ++i) {
            const QString text = reasonText({Reason::Code(i), 7});
            QVERIFY2(!text.isEmpty(), qPrintable(QString::number(i)));
            texts.insert(text);
        }
        QCOMPARE(texts.size(), last + 1);
    }

    void everyVerdictHasWordsOfItsOwn()
    {
        QSet<QString> texts;
        for (int i = 0; i <= int(Verdict::Excluded); ++i)
            texts.insert(verdictText(Verdict(i)));
        QCOMPARE(texts.size(), int(Verdict::Excluded) + 1);
    }

    void everyNoticeIsASentence()
    {
        for (int i = 0; i <= int(Notice::Code::PinsOverBudget); ++i)
            QVERIFY(noticeText({Notice::Code(i), 3}).endsWith(u'.'));
    }

    void aReasonFollowsItsVerdict()
    {
        QCOMPARE(verdictWithReason(Verdict::Kept, {Reason::Code::AmongLast, 20}),
                 u"Kept: among the last 20 messages"_s);
    }

    void anUnknownStrategyIsCalledByItsId()
    {
        QCOMPARE(strategyName(u"sliding"_s), u"Sliding window"_s);
        QCOMPARE(strategyName(u"of-my-own"_s), u"of-my-own"_s);
        QVERIFY(strategyText(u"of-my-own"_s).isEmpty());
    }

    void onlyACountThatIsNotExactSaysSo()
    {
        QVERIFY(exactnessText(Exactness::Exact).isEmpty());
        QVERIFY(!exactnessText(Exactness::Estimated).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReasonText)
#include "tst_reasontext.moc"
