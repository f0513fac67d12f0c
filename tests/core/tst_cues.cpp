#include "core/retrieval/cues.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Core::AskedAbout)
Q_DECLARE_METATYPE(Core::TextLanguage)

class TestCues : public QObject
{
    Q_OBJECT

private slots:
    void aTextGivesAway_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("asks");
        QTest::addColumn<bool>("tellsTime");

        QTest::addRow("nothing") << u"I like the coat."_s << false << false;
        QTest::addRow("a question") << u"Is it red?"_s << true << false;
        QTest::addRow("a question in a wide script") << u"红色的吗？"_s << true << false;
        QTest::addRow("a day") << u"It came yesterday."_s << false << true;
        QTest::addRow("a month in capitals") << u"IN MARCH"_s << false << true;
        QTest::addRow("a year") << u"We met in 2023"_s << false << true;
        QTest::addRow("no year") << u"It costs 2523"_s << false << false;
        QTest::addRow("an hour") << u"around 9am"_s << false << true;
        QTest::addRow("an hour in Vietnamese") << u"gọi lúc 14h30 nhé"_s << false << true;
        QTest::addRow("a day in Vietnamese") << u"Hôm qua tôi mua"_s << false << true;
        QTest::addRow("decomposed letters") << u"Ho\u0302m qua"_s << false << true;
        QTest::addRow("both") << u"Did it come in May?"_s << true << true;
    }

    void aTextGivesAway()
    {
        QFETCH(QString, text);
        const TextCues cues = cuesOf(text);
        QTEST(cues.asks, "asks");
        QTEST(cues.tellsTime, "tellsTime");
    }

    void aQuestionAsksForATime_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<TextLanguage>("language");
        QTest::addColumn<bool>("asks");

        constexpr auto english = TextLanguage::English;
        constexpr auto vietnamese = TextLanguage::Vietnamese;
        QTest::addRow("when") << u"When did it come?"_s << english << true;
        QTest::addRow("how long") << u"How long does it take?"_s << english << true;
        QTest::addRow("not in a word") << u"Whenever?"_s << english << false;
        QTest::addRow("for nothing of the kind") << u"Where is it?"_s << english << false;
        QTest::addRow("in Vietnamese") << u"Khi nào giao?"_s << vietnamese << true;
        QTest::addRow("without marks") << u"bao gio giao hang"_s << vietnamese << true;
        QTest::addRow("without marks in English") << u"bao gio"_s << english << false;
    }

    void aQuestionAsksForATime()
    {
        QFETCH(QString, question);
        QFETCH(TextLanguage, language);
        QTEST(asksForTime(question, language), "asks");
    }

    void aQuestionIsAbout_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QStringList>("users");
        QTest::addColumn<QStringList>("assistants");
        QTest::addColumn<AskedAbout>("about");

        const QStringList an{u"An"_s};
        const QStringList binh{u"Bình"_s};
        const QStringList nobody;
        QTest::addRow("the user") << u"What is my order?"_s << nobody << nobody << AskedAbout::User;
        QTest::addRow("the assistant")
            << u"What was your offer?"_s << nobody << nobody << AskedAbout::Assistant;
        QTest::addRow("both") << u"What did I say about your offer?"_s << nobody << nobody
                              << AskedAbout::Anybody;
        QTest::addRow("nobody") << u"Where is the shirt?"_s << nobody << nobody
                                << AskedAbout::Anybody;
        QTest::addRow("nobody behind a courtesy")
            << u"Can you tell me the price?"_s << nobody << nobody << AskedAbout::Anybody;
        QTest::addRow("the one it names")
            << u"What did An buy?"_s << an << binh << AskedAbout::User;
        QTest::addRow("the other it names")
            << u"What did Bình buy?"_s << an << binh << AskedAbout::Assistant;
        QTest::addRow("both it names")
            << u"Did An meet Bình?"_s << an << binh << AskedAbout::Anybody;
        QTest::addRow("no name in a longer word")
            << u"What did Anna buy?"_s << an << binh << AskedAbout::Anybody;
        QTest::addRow("no person where there are names")
            << u"What is my order?"_s << an << binh << AskedAbout::Anybody;
    }

    void aQuestionIsAbout()
    {
        QFETCH(QString, question);
        QFETCH(QStringList, users);
        QFETCH(QStringList, assistants);
        QTEST(askedAbout(question, TextLanguage::English, users, assistants), "about");
    }

    void aVietnameseQuestionIsAboutItsPerson()
    {
        constexpr auto vietnamese = TextLanguage::Vietnamese;
        QCOMPARE(askedAbout(u"Tôi đã mua gì?"_s, vietnamese, {}, {}), AskedAbout::User);
        QCOMPARE(askedAbout(u"toi da mua gi"_s, vietnamese, {}, {}), AskedAbout::User);
        QCOMPARE(askedAbout(u"Shop báo giá nào?"_s, vietnamese, {}, {}), AskedAbout::Assistant);
    }
};

QTEST_GUILESS_MAIN(TestCues)
#include "tst_cues.moc"
