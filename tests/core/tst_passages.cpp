#include "core/retrieval/passages.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestPassages : public QObject
{
    Q_OBJECT

private slots:
    void aTextIsCut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("passages");

        QTest::addRow("not where it is short") << u"short"_s << QStringList{u"short"_s};
        QTest::addRow("not where it is empty") << u""_s << QStringList{u""_s};
        QTest::addRow("between paragraphs")
            << u"One two. A\nthree four"_s << QStringList{u"One two. A"_s, u"\nthree four"_s};
        QTest::addRow("between sentences")
            << u"One two. Three four"_s << QStringList{u"One two."_s, u" Three four"_s};
        QTest::addRow("between words")
            << u"one two three four"_s << QStringList{u"one two"_s, u" three four"_s};
        QTest::addRow("anywhere in a long word")
            << u"abcdefghijklmnopqrstuvwxyz"_s
            << QStringList{u"abcdefghijkl"_s, u"mnopqrstuvwx"_s, u"yz"_s};
        QTest::addRow("never inside a character")
            << u"abcdefghijk😀mnop"_s << QStringList{u"abcdefghijk"_s, u"😀mnop"_s};
    }

    void aTextIsCut()
    {
        QFETCH(QString, text);
        QTEST(passagesOf(text, 12), "passages");
    }

    void passagesAreTheWholeText()
    {
        const QString text =
            u"Some words. And 1.5 more, of\nmany kinds! 你好。Xin chào…  "_s.repeated(40);
        for (const qsizetype size : {10, 33, 800}) {
            const QStringList passages = passagesOf(text, size);
            QCOMPARE(passages.join(QString()), text);
            for (const QString &passage : passages)
                QVERIFY(passage.size() <= size);
        }
    }

    void sentencesEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("sentences");

        QTest::addRow("nowhere in nothing") << u" \n "_s << QStringList{};
        QTest::addRow("with their marks")
            << u"One. Two! Three?"_s << QStringList{u"One."_s, u"Two!"_s, u"Three?"_s};
        QTest::addRow("with a line") << u"One\ntwo"_s << QStringList{u"One"_s, u"two"_s};
        QTest::addRow("not in a number")
            << u"It is 1.500 or 2.5 now"_s << QStringList{u"It is 1.500 or 2.5 now"_s};
        QTest::addRow("not in an address")
            << u"See skein.example today"_s << QStringList{u"See skein.example today"_s};
        QTest::addRow("not behind an abbreviation")
            << u"Ask Mr. Lan in TP. Huế"_s << QStringList{u"Ask Mr. Lan in TP. Huế"_s};
        QTest::addRow("not behind an initial") << u"J. Lan came"_s << QStringList{u"J. Lan came"_s};
        QTest::addRow("behind what closes them")
            << u"He said \"no.\" She left."_s << QStringList{u"He said \"no.\""_s, u"She left."_s};
        QTest::addRow("without blanks in wide scripts")
            << u"你好。再见"_s << QStringList{u"你好。"_s, u"再见"_s};
        QTest::addRow("behind several marks")
            << u"What?! No..."_s << QStringList{u"What?!"_s, u"No..."_s};
    }

    void sentencesEnd()
    {
        QFETCH(QString, text);
        QTEST(splitSentences(text), "sentences");
    }
};

QTEST_GUILESS_MAIN(TestPassages)
#include "tst_passages.moc"
