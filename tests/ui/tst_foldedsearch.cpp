#include "ui/thread/foldedsearch.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestFoldedSearch : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::addRow("nothing for nothing") << QString() << u"abc"_s << QStringList{};
        QTest::addRow("every place") << u"a"_s << u"abAba"_s << QStringList{u"a"_s, u"A"_s, u"a"_s};
        QTest::addRow("no place twice") << u"aa"_s << u"aaaa"_s << QStringList{u"aa"_s, u"aa"_s};
        QTest::addRow("without diacritics")
            << u"doi tra"_s << u"Xin Đổi trả nhé"_s << QStringList{u"Đổi trả"_s};
        QTest::addRow("with diacritics")
            << u"đổi TRẢ"_s << u"doi tra"_s << QStringList{u"doi tra"_s};
        QTest::addRow("decomposed letters")
            << u"tien"_s << u"hoàn tiền x"_s.normalized(QString::NormalizationForm_D)
            << QStringList{u"tiền"_s.normalized(QString::NormalizationForm_D)};
        QTest::addRow("marks behind the last letter")
            << u"tie"_s << u"tiền"_s.normalized(QString::NormalizationForm_D)
            << QStringList{u"tiề"_s.normalized(QString::NormalizationForm_D)};
        QTest::addRow("other letters") << u"grüße"_s << u"viele GRÜßE"_s << QStringList{u"GRÜßE"_s};
        QTest::addRow("emoji") << u"🙏"_s << u"a 🙏 b"_s << QStringList{u"🙏"_s};
        QTest::addRow("nothing that is not there") << u"x"_s << u"abc"_s << QStringList{};
    }

    void finds()
    {
        QFETCH(QString, wanted);
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        QStringList texts;
        for (const SourceRange &range : FoldedSearch(wanted).in(text, 100))
            texts += text.mid(range.begin, range.end - range.begin);
        QCOMPARE(texts, found);
    }

    void stopsAtTheMost() { QCOMPARE(FoldedSearch(u"a"_s).in(u"a"_s.repeated(50), 7).size(), 7); }
};

QTEST_GUILESS_MAIN(TestFoldedSearch)
#include "tst_foldedsearch.moc"
