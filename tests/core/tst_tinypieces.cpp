#include "core/tokens/tinypieces.h"

#include "tests/support/tokensbydefinition.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <string>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Core::Encoding)

namespace {

PieceKey keyOf(const std::string &text)
{
    return PieceKey::of(text.data(), std::min(text.size(), PieceKey::longest),
                        text.data() + text.size());
}

PieceTokens tokensOf(const Vocabulary &vocabulary, const PieceKey &piece)
{
    if (ThreeBytes::isOne(piece)) {
        ThreeBytes three;
        three.begin(vocabulary, piece);
        return three.tokens();
    }
    FourBytes four;
    four.begin(vocabulary, piece);
    four.join(vocabulary);
    return four.tokens();
}

bool isByDefinition(const Vocabulary &vocabulary, const std::string &text)
{
    const std::vector<TokenId> expected = mergedByDefinition(vocabulary, text);
    const PieceTokens found = tokensOf(vocabulary, keyOf(text));
    TokenId tokens[PieceTokens::capacity];
    found.write(tokens);
    return found.count() == expected.size() && std::equal(expected.begin(), expected.end(), tokens);
}

} // namespace

class TestTinyPieces : public QObject
{
    Q_OBJECT

private slots:
    void areAsciiOfThreeAndFourBytes()
    {
        QVERIFY(ThreeBytes::isOne(keyOf("abc")));
        QVERIFY(!ThreeBytes::isOne(keyOf("abcd")));
        QVERIFY(!ThreeBytes::isOne(keyOf("ab")));
        QVERIFY(!ThreeBytes::isOne(keyOf("飞")));
        QVERIFY(FourBytes::isOne(keyOf("abcd")));
        QVERIFY(!FourBytes::isOne(keyOf("abc")));
        QVERIFY(!FourBytes::isOne(keyOf("abcde")));
        QVERIFY(!FourBytes::isOne(keyOf("a飞")));
    }

    void areMergedByDefinition_data()
    {
        QTest::addColumn<Encoding>("encoding");
        QTest::addColumn<QByteArray>("alphabet");
        QByteArray any;
        for (char byte = 0; byte >= 0 && byte < 127; ++byte)
            any += byte;
        for (const QByteArray &alphabet : {any, "aeinrst"_ba, "a"_ba, "AaBb"_ba, " \n\t"_ba}) {
            QTest::addRow("cl100k %s", alphabet.right(8).toHex().constData())
                << Encoding::Cl100k << alphabet;
            QTest::addRow("o200k %s", alphabet.right(8).toHex().constData())
                << Encoding::O200k << alphabet;
        }
    }

    void areMergedByDefinition()
    {
        QFETCH(Encoding, encoding);
        QFETCH(QByteArray, alphabet);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        QRandomGenerator random(1);
        for (int round = 0; round < 4000; ++round) {
            std::string text;
            for (int i = 3 + round % 2; i > 0; --i)
                text += alphabet[random.bounded(int(alphabet.size()))];
            QVERIFY2(isByDefinition(vocabulary, text), text.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestTinyPieces)
#include "tst_tinypieces.moc"
