#include "core/base/text.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void dropsNulAndReplacesLoneSurrogates()
    {
        const QString dirty = QString(u'a') + QChar(0) + QChar(0xd83d) + u'x' + QChar(0xdc78);
        QCOMPARE(cleanText(dirty), u"a\ufffdx\ufffd"_s);
        QCOMPARE(cleanText(u"😀 ổn"_s), u"😀 ổn"_s);
    }

    void findsTheFirstInvalidByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("offset");
        QTest::addRow("plain") << QByteArray("abc") << -1;
        QTest::addRow("Vietnamese") << u"đổi trả"_s.toUtf8() << -1;
        QTest::addRow("emoji") << u"😀"_s.toUtf8() << -1;
        QTest::addRow("a lone byte") << QByteArray("ab\xff"
                                                   "c")
                                     << 2;
        QTest::addRow("an overlong form") << QByteArray("\xc0\x80") << 0;
        QTest::addRow("a surrogate") << QByteArray("a\xed\xa0\x80") << 1;
        QTest::addRow("cut off") << QByteArray("ab\xe1\xbb") << 2;
        QTest::addRow("above U+10FFFF") << QByteArray("\xf4\x90\x80\x80") << 0;
    }

    void findsTheFirstInvalidByte()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, offset);
        QCOMPARE(firstInvalidUtf8(bytes), offset);
    }

    void folds()
    {
        QCOMPARE(foldedText(u"Đổi Trả ĐƠN hàng"_s), u"doi tra don hang"_s);
        QCOMPARE(foldedText(u"Crème BRÛLÉE"_s), u"creme brulee"_s);
    }

    void normalizesLongTextsInPieces_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addRow("Vietnamese") << u"Đổi trả ĐƠN hàng "_s;
        QTest::addRow("without blanks") << u"ốẫữ"_s;
        QTest::addRow("marks by themselves") << u"o\u0302\u0301a\u0323\u0302 "_s;
        QTest::addRow("marks out of order") << u"a\u0301\u0323\u031b"_s;
        QTest::addRow("Korean, in letters") << u"\u1112\u1161\u11ab\u1100\u116e\u11a8"_s;
        QTest::addRow("Korean") << u"한국어"_s;
        QTest::addRow("Bengali") << u"ক\u09c7\u09beখ"_s;
        QTest::addRow("emoji") << u"😀 ổ 👩\u200d🚀"_s;
        QTest::addRow("Japanese") << u"か\u3099ガ"_s;
    }

    void normalizesLongTextsInPieces()
    {
        QFETCH(QString, word);
        for (const qsizetype lead : {0, 1, 2, 3, 5}) {
            const QString text = QString(lead, u'x') + word.repeated(3000 / word.size());
            for (const auto form : {QString::NormalizationForm_C, QString::NormalizationForm_D})
                QCOMPARE(normalizedText(text, form), text.normalized(form));
        }
    }

    void takesTheFirstLine()
    {
        QCOMPARE(firstLine(u"\n  hello   there \nmore"_s), u"hello there"_s);
        QCOMPARE(firstLine(u"one two three four"_s, 10), u"one two…"_s);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
