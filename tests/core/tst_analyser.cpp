#include "core/retrieval/analyser.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QString joined(const QString &text, TextLanguage language)
{
    QStringList terms;
    for (const std::string &term : termsOf(text, language))
        terms += QString::fromStdString(term);
    return terms.join(u'|');
}

} // namespace

class TestAnalyser : public QObject
{
    Q_OBJECT

private slots:
    void englishTermsAreStems_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("terms");
        QTest::addRow("stems") << u"Washing washed WASHES"_s << u"wash|wash|wash"_s;
        QTest::addRow("no stop words") << u"what is the order"_s << u"order"_s;
        QTest::addRow("no possessive")
            << u"Olivia's jacket, Olivia’s"_s << u"olivia|jacket|olivia"_s;
        QTest::addRow("marks do not count") << u"café naïve"_s << u"cafe|naiv"_s;
        QTest::addRow("numbers in groups") << u"1.250.000 1250000"_s << u"1250000|1250000"_s;
        QTest::addRow("codes") << u"NB-4471"_s << u"nb|4471"_s;
        QTest::addRow("punctuation") << u"?! … --"_s << u""_s;
        QTest::addRow("emoji") << u"👍🎉"_s << u""_s;
        QTest::addRow("empty") << u""_s << u""_s;
    }

    void englishTermsAreStems()
    {
        QFETCH(QString, text);
        QTEST(joined(text, TextLanguage::English), "terms");
    }

    void vietnameseTermsAreSyllablesFoldedAndInPairs()
    {
        QCOMPARE(joined(u"đơn hàng"_s, TextLanguage::Vietnamese),
                 u"=đơn|don|=hàng|hang|don hang"_s);
        QCOMPARE(joined(u"250000đ"_s, TextLanguage::Vietnamese), u"=250000|250000"_s);
    }

    void composedAndDecomposedAreTheSame()
    {
        const QString text = u"Địa chỉ giao hàng ở Thừa Thiên Huế"_s;
        QCOMPARE(joined(text.normalized(QString::NormalizationForm_D), TextLanguage::Vietnamese),
                 joined(text, TextLanguage::Vietnamese));
    }

    void withoutDiacriticsTheFoldedTermsStillMeet()
    {
        const QString bare = joined(u"dia chi giao hang"_s, TextLanguage::Vietnamese);
        const QString full = joined(u"địa chỉ giao hàng"_s, TextLanguage::Vietnamese);
        int shared = 0;
        for (const QString &term : bare.split(u'|'))
            shared += full.split(u'|').contains(term) ? 1 : 0;
        QVERIFY(shared >= 7);
    }

    void unspacedScriptsAreCharactersAndPairs()
    {
        QCOMPARE(joined(u"退款"_s, TextLanguage::English), u"退|款|退 款"_s);
    }

    void theLanguageIsThatOfTheConversation_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("vietnamese");
        QTest::addRow("English") << u"Where is my order?"_s << false;
        QTest::addRow("French") << u"Où est ma commande déjà payée?"_s << false;
        QTest::addRow("Vietnamese") << u"Đơn hàng của mình đâu rồi shop ơi"_s << true;
        QTest::addRow("Vietnamese without marks")
            << u"Don hang cua minh dau roi shop oi, minh cho tu hom qua den gio"_s << true;
        QTest::addRow("English in little words")
            << u"Can you get the red hat from the man in the van and put it on my bed"_s << false;
        QTest::addRow("Spanish")
            << u"El pedido que hice la semana pasada no ha llegado todavía, me puede decir dónde"_s
            << false;
        QTest::addRow("Indonesian")
            << u"Pesanan saya kapan sampai ya kak, sudah dua minggu belum datang juga"_s << false;
        QTest::addRow("too short to tell") << u"hi the man can go"_s << false;
        QTest::addRow("mixed") << u"Please check đơn hàng của mình today"_s << true;
        QTest::addRow("nothing") << u""_s << false;
    }

    void theLanguageIsThatOfTheConversation()
    {
        QFETCH(QString, text);
        SpellingCensus census;
        census.add(text);
        QTEST(census.language() == TextLanguage::Vietnamese, "vietnamese");
    }

    void tellingWordsAreNeitherStopWordsNorCountedBeyondNeed()
    {
        QCOMPARE(tellingWords(u"And what is it?"_s, 5), 0);
        QCOMPARE(tellingWords(u"red wool jacket"_s, 5), 3);
        QCOMPARE(tellingWords(u"red wool jacket"_s, 2), 2);
    }
};

QTEST_GUILESS_MAIN(TestAnalyser)
#include "tst_analyser.moc"
