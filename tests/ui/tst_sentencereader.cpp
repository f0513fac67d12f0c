#include "ui/thread/sentencereader.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSentenceReader : public QObject
{
    Q_OBJECT

private slots:
    void tellsWholeSentencesOnly()
    {
        SentenceReader reader;
        QCOMPARE(reader.add(u"Hello the"_s), QString());
        QCOMPARE(reader.add(u"re. How ar"_s), u"Hello there."_s);
        QCOMPARE(reader.add(u"e you? Fine"_s), u"How are you?"_s);
        QCOMPARE(reader.finish(), u"Fine"_s);
        QCOMPARE(reader.finish(), QString());
    }

    void takesNoNumberForAnEnd()
    {
        SentenceReader reader;
        QCOMPARE(reader.add(u"It costs 3.50 now"_s), QString());
        QCOMPARE(reader.finish(), u"It costs 3.50 now"_s);
    }

    void leavesOutMarkupAndCode()
    {
        SentenceReader reader;
        QCOMPARE(reader.add(u"## **Big** `x`\n"_s), u"Big x"_s);
        QCOMPARE(reader.add(u"```py\nx = 1\n"_s), QString());
        QCOMPARE(reader.add(u"y = 2\n```\nAfter.\n"_s), u"After."_s);
    }

    void tellsWithoutAnEndAfterAWhile()
    {
        SentenceReader reader;
        QVERIFY(!reader.add(u"word "_s.repeated(100)).isEmpty());
        SentenceReader other;
        QVERIFY(!other.add(u"x"_s.repeated(500)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSentenceReader)
#include "tst_sentencereader.moc"
