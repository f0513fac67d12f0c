#include "core/tokens/vocabulary.h"

#include <QTest>

#include <cstdint>
#include <string>

using namespace Core;

class TestVocabulary : public QObject
{
    Q_OBJECT

private slots:
    void findsEveryTokenAndNothingElse_data()
    {
        QTest::addColumn<Encoding>("encoding");
        QTest::addColumn<TokenId>("size");
        QTest::addRow("cl100k_base") << Encoding::Cl100k << TokenId(100256);
        QTest::addRow("o200k_base") << Encoding::O200k << TokenId(199998);
    }

    void findsEveryTokenAndNothingElse()
    {
        QFETCH(Encoding, encoding);
        QFETCH(TokenId, size);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        QCOMPARE(vocabulary.size(), size);
        int wrong = 0;
        for (TokenId token = 0; token < size; ++token) {
            const std::string_view bytes = vocabulary.bytes(token);
            wrong += vocabulary.find(bytes) == token ? 0 : 1;
            const TokenId left = vocabulary.leftHalf(token);
            const TokenId right = vocabulary.rightHalf(token);
            if (bytes.size() == 1) {
                wrong += left == token && right == token
                        && vocabulary.ofByte(static_cast<unsigned char>(bytes[0])) == token
                    ? 0
                    : 1;
                continue;
            }
            const std::string both =
                std::string(vocabulary.bytes(left)) + std::string(vocabulary.bytes(right));
            wrong += both == bytes && vocabulary.merged(left, right) == token ? 0 : 1;
            const TokenId swapped = vocabulary.merged(right, left);
            wrong += swapped == Vocabulary::none || vocabulary.leftHalf(swapped) == right ? 0 : 1;
        }
        QCOMPARE(wrong, 0);
        QCOMPARE(vocabulary.find("zqxjkvzq"), Vocabulary::none);
        QCOMPARE(vocabulary.find(std::string(200, 'a')), Vocabulary::none);
        QCOMPARE(vocabulary.find(std::string("the\0", 4)), Vocabulary::none);
    }

    void findsTheLongestPrefix()
    {
        const Vocabulary &vocabulary = Vocabulary::of(Encoding::O200k);
        const std::string_view text = "something";
        QCOMPARE(vocabulary.bytes(vocabulary.longestPrefix(text, 99)), text);
        const TokenId shorter = vocabulary.longestPrefix(text, text.size());
        QVERIFY(vocabulary.lengthOf(shorter) < text.size());
        QVERIFY(text.starts_with(vocabulary.bytes(shorter)));
        QCOMPARE(vocabulary.longestPrefix(text, 2), vocabulary.ofByte('s'));
    }
};

QTEST_GUILESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
