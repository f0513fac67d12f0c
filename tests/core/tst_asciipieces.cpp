#include "core/tokens/asciipieces.h"

#include "tests/support/asciitexts.h"
#include "tests/support/tokensbydefinition.h"

#include <QTest>

using namespace Core;

class TestAsciiPieces : public QObject
{
    Q_OBJECT

private slots:
    void mergesEachPieceByItself_data() { addAsciiTexts(); }

    void mergesEachPieceByItself()
    {
        QFETCH(Encoding, encoding);
        QFETCH(QByteArray, alphabet);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        QRandomGenerator random(1);
        AsciiPieces pieces(vocabulary);
        for (std::size_t count = 1; count <= AsciiPieces::together; ++count) {
            std::vector<std::vector<TokenId>> expected;
            std::vector<TokenId> all;
            for (std::size_t i = 0; i < count; ++i) {
                const std::string text =
                    asciiText(alphabet, random.bounded(1, int(PieceKey::longest) + 1), random);
                pieces.add(PieceKey::of(text.data(), text.size(), text.data() + text.size()));
                expected.push_back(mergedByDefinition(vocabulary, text));
                all.insert(all.end(), expected.back().begin(), expected.back().end());
            }
            pieces.finish();
            std::size_t next = 0;
            pieces.forEach([&](const PieceTokens &tokens) {
                std::vector<TokenId> first(PieceTokens::capacity);
                tokens.write(first.data());
                std::vector<TokenId> wanted = expected[next];
                QCOMPARE(tokens.count(), wanted.size());
                first.resize(std::min(tokens.count(), first.size()));
                wanted.resize(first.size());
                QCOMPARE(first, wanted);
                ++next;
            });
            QCOMPARE(next, count);
            std::vector<TokenId> tokens;
            pieces.moveTo(tokens);
            QCOMPARE(tokens, all);
        }
    }

    void tellsWhichPiecesAreAscii()
    {
        const auto isAsciiPiece = [](const std::string &text) {
            return AsciiPieces::isOne(
                PieceKey::of(text.data(), text.size(), text.data() + text.size()));
        };
        QVERIFY(isAsciiPiece("fifteen letters"));
        QVERIFY(!isAsciiPiece("\xc3\xa9"));
        QVERIFY(!isAsciiPiece("fourteen more\xc3\xa9"));
    }
};

QTEST_GUILESS_MAIN(TestAsciiPieces)
#include "tst_asciipieces.moc"
