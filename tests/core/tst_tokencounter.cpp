#include "core/tokens/tokencounter.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Core::Encoding)

class TestTokenCounter : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheVocabularyOf_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<Encoding>("encoding");
        QTest::addColumn<bool>("exact");
        QTest::addRow("gpt-4o") << u"gpt-4o"_s << Encoding::O200k << true;
        QTest::addRow("a dated model") << u"gpt-4o-mini-2024-07-18"_s << Encoding::O200k << true;
        QTest::addRow("gpt-4.1") << u"gpt-4.1-nano"_s << Encoding::O200k << true;
        QTest::addRow("gpt-5") << u"gpt-5.2"_s << Encoding::O200k << true;
        QTest::addRow("an o-series model") << u"o3-mini"_s << Encoding::O200k << true;
        QTest::addRow("gpt-4") << u"gpt-4-0613"_s << Encoding::Cl100k << true;
        QTest::addRow("gpt-3.5") << u"gpt-3.5-turbo"_s << Encoding::Cl100k << true;
        QTest::addRow("a prefix") << u"openai/gpt-4o"_s << Encoding::O200k << true;
        QTest::addRow("two prefixes") << u"openrouter/openai/gpt-4"_s << Encoding::Cl100k << true;
        QTest::addRow("a fine-tuned model")
            << u"ft:gpt-4o-mini:team::id"_s << Encoding::O200k << true;
        QTest::addRow("capitals") << u"GPT-4"_s << Encoding::Cl100k << true;
        QTest::addRow("another vendor") << u"claude-sonnet-4-5"_s << Encoding::O200k << false;
        QTest::addRow("a name that only begins alike") << u"o1234"_s << Encoding::O200k << false;
        QTest::addRow("nothing") << QString() << Encoding::O200k << false;
    }

    void knowsTheVocabularyOf()
    {
        QFETCH(QString, model);
        QFETCH(Encoding, encoding);
        QFETCH(bool, exact);
        const ModelTokens tokens = modelTokens(model);
        QCOMPARE(tokens.encoding, encoding);
        QCOMPARE(tokens.exactness, exact ? Exactness::Exact : Exactness::Estimated);
        QCOMPARE(tokens.factor, 1.0);
    }

    void offersTheModelThatWasProbablyMeant_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("nearest");
        QTest::addRow("letters exchanged") << u"gtp-4o"_s << u"gpt-4o"_s;
        QTest::addRow("a mark left out") << u"gpt4.1"_s << u"gpt-4.1"_s;
        QTest::addRow("capitals") << u"GPT4o"_s << u"gpt-4o"_s;
        QTest::addRow("a prefix") << u"openai/gpt4o"_s << u"gpt-4o"_s;
        QTest::addRow("another maker's") << u"glm-4"_s << QString();
        QTest::addRow("like none") << u"claude-sonnet-4-5"_s << QString();
        QTest::addRow("digits") << u"4711"_s << QString();
        QTest::addRow("nothing") << QString() << QString();
    }

    void offersTheModelThatWasProbablyMeant()
    {
        QFETCH(QString, model);
        QTEST(nearestExactModel(model), "nearest");
    }

    void namesEncodings()
    {
        QCOMPARE(encodingFromName(encodingName(Encoding::O200k)), Encoding::O200k);
        QCOMPARE(encodingFromName(u"cl100k_base"), Encoding::Cl100k);
        QCOMPARE(encodingName(Encoding::Unknown), QString());
        QVERIFY(!encodingFromName(u""));
        QVERIFY(!encodingFromName(u"p50k_base"));
        QCOMPARE(exactnessName(Exactness::Calibrated), u"calibrated"_s);
    }

    void countsText()
    {
        const TokenCounter counter(modelTokens(u"gpt-4"));
        QCOMPARE(counter.text(u"tiktoken is great!"), 6);
        QCOMPARE(counter.text(QByteArrayView("tiktoken is great!")), 6);
        QCOMPARE(counter.text(QStringView()), 0);
    }

    void addsTheOverheadOfTheChatFormat()
    {
        const TokenCounter counter(modelTokens(u"gpt-4o"));
        Message message{.role = Role::User, .content = u"hello"_s};
        QCOMPARE(counter.message(message), 3 + 1 + 1);
        message.name = u"Ann"_s;
        QCOMPARE(counter.message(message), 3 + 1 + 1 + 1 + counter.text(u"Ann"));
    }

    void countsToolCallsWithoutTheirIds()
    {
        const TokenCounter counter(modelTokens(u"gpt-4o"));
        const Message plain{.role = Role::Assistant};
        Message calling = plain;
        calling.toolCalls = {{u"call_abcdefghijkl"_s, u"search"_s, uR"({"query":"shoes"})"_s}};
        const int call = 3 + counter.text(u"search") + counter.text(uR"({"query":"shoes"})");
        QCOMPARE(counter.message(calling) - counter.message(plain), call);
        calling.toolCallId = u"call_abcdefghijkl"_s;
        QCOMPARE(counter.message(calling) - counter.message(plain), call);
    }

    void scalesByTheFactor()
    {
        const TokenCounter plain({Encoding::O200k, Exactness::Estimated, 1.0});
        const TokenCounter scaled({Encoding::O200k, Exactness::Calibrated, 1.2});
        const QString text = u"one two three four five six seven eight nine ten"_s;
        QCOMPARE(plain.text(text), 10);
        QCOMPARE(scaled.text(text), 12);
        QCOMPARE(scaled.exactness(), Exactness::Calibrated);
    }

    void countsOnlyWhatIsNotCountedYet()
    {
        const TokenCounter counter(modelTokens(u"gpt-4o"));
        QList<Message> messages{
            {.content = u"hello"_s},
            {.content = u"hello"_s, .tokens = 99, .encoding = Encoding::O200k},
            {.content = u"hello"_s, .tokens = 99, .encoding = Encoding::Cl100k},
        };
        counter.count(messages);
        QCOMPARE(messages[0].tokens, 5);
        QCOMPARE(messages[1].tokens, 99);
        QCOMPARE(messages[2].tokens, 5);
        QCOMPARE(messages[2].encoding, Encoding::O200k);
    }

    void aFactorCountsNothingAgain()
    {
        const TokenCounter counter({Encoding::O200k, Exactness::Calibrated, 1.5});
        QList<Message> messages{
            {.content = u"hello"_s, .tokens = 90, .encoding = Encoding::O200k},
            {.content = u"hello"_s, .tokens = 90, .encoding = Encoding::Cl100k},
        };
        QCOMPARE(counter.known(messages[0]), 135);
        QCOMPARE(counter.known(messages[1]), 8); // 5 of its own
        counter.count(messages);
        QCOMPARE(messages[0].tokens, 90);
        QCOMPARE(messages[1].tokens, 5); // without the factor, so that it holds for every model
        QCOMPARE(counter.known(messages[1]), counter.message(messages[1]));
    }
};

QTEST_GUILESS_MAIN(TestTokenCounter)
#include "tst_tokencounter.moc"
