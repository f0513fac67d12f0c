#include "core/retrieval/syllable.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestSyllable : public QObject
{
    Q_OBJECT

private slots:
    void knowsHowVietnameseSyllablesAreBuilt_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("are");
        QTest::addRow("common ones")
            << u"khong duoc cua nguoi nhung nhieu truoc chuyen nghieng"_s << true;
        QTest::addRow("a vowel alone") << u"a o u y"_s << true;
        QTest::addRow("with the vowel of gi and qu")
            << u"gi gia giup giay qua quan quyen"_s << true;
        QTest::addRow("three vowels") << u"ngoai cuoi khuya yeu huou"_s << true;
        QTest::addRow("by chance") << u"can hit the man"_s << true;
        QTest::addRow("English") << u"where order is you street have parcel late when refund"_s
                                 << false;
        QTest::addRow("other beginnings") << u"fan wan jan zan stan"_s << false;
        QTest::addRow("other endings") << u"cas tal mar bod"_s << false;
        QTest::addRow("other vowels") << u"you seat bein teo2"_s << false;
        QTest::addRow("letters without a vowel") << u"ng h q th"_s << false;
        QTest::addRow("with marks") << u"không được"_s << false;
        QTest::addRow("numbers and codes") << u"4711 dh4711 14h"_s << false;
        QTest::addRow("too long") << u"nghiengs khongkhong"_s << false;
    }

    void knowsHowVietnameseSyllablesAreBuilt()
    {
        QFETCH(QString, words);
        QFETCH(bool, are);
        for (const QString &word : words.split(u' '))
            QVERIFY2(isPlainSyllable(word) == are, qPrintable(word));
    }

    void nothingIsNoSyllable() { QVERIFY(!isPlainSyllable({})); }
};

QTEST_GUILESS_MAIN(TestSyllable)
#include "tst_syllable.moc"
