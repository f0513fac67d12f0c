#include "core/tokens/piecewriter.h"

#include "tests/support/randompieces.h"
#include "tests/support/tokensbydefinition.h"

#include <QTest>

using namespace Core;

Q_DECLARE_METATYPE(Core::Encoding)

class TestPieceWriter : public QObject
{
    Q_OBJECT

private slots:
    void writesNothingOfNothing()
    {
        PieceEncoder encoder(Encoding::O200k);
        QVERIFY(PieceWriter(encoder, 0).take().empty());
        PieceWriter writer(encoder, 0);
        writer.add({});
        QVERIFY(std::move(writer).take().empty());
    }

    void writesByDefinition_data()
    {
        QTest::addColumn<Encoding>("encoding");
        QTest::addColumn<QStringList>("alphabet");
        for (const auto &[name, alphabet] : pieceAlphabets()) {
            QTest::addRow("cl100k %s", name) << Encoding::Cl100k << alphabet;
            QTest::addRow("o200k %s", name) << Encoding::O200k << alphabet;
        }
    }

    /// New pieces and known ones, in their order, however many tokens each has.
    void writesByDefinition()
    {
        QFETCH(Encoding, encoding);
        QFETCH(QStringList, alphabet);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        PieceEncoder encoder(encoding);
        QRandomGenerator random(1);
        for (int round = 0; round < 20; ++round) {
            PieceWriter writer(encoder, std::size_t(random.bounded(100)));
            std::vector<TokenId> expected;
            for (int group = random.bounded(6); group >= 0; --group) {
                std::vector<PieceKey> pieces;
                for (int i = random.bounded(int(PieceWriter::together) + 1); i > 0; --i) {
                    const QByteArray piece = randomPiece(random, alphabet);
                    pieces.push_back(keyOf(piece));
                    const auto tokens = mergedByDefinition(vocabulary, piece.toStdString());
                    expected.insert(expected.end(), tokens.begin(), tokens.end());
                }
                writer.add(pieces);
            }
            QCOMPARE(std::move(writer).take(), expected);
        }
    }

    void longPiecesStandInTheirPlaces()
    {
        const Vocabulary &vocabulary = Vocabulary::of(Encoding::O200k);
        PieceEncoder encoder(Encoding::O200k);
        PieceWriter writer(encoder, 0);
        const PieceKey word = keyOf(" word");
        const std::string longer = "abcdefghijklmnopqrstuvwxyz";
        writer.add({&word, 1});
        writer.addLong(longer);
        writer.add({&word, 1});
        std::vector<TokenId> expected = mergedByDefinition(vocabulary, " word");
        const std::vector<TokenId> middle = mergedByDefinition(vocabulary, longer);
        expected.insert(expected.end(), middle.begin(), middle.end());
        expected.push_back(expected.front());
        QCOMPARE(std::move(writer).take(), expected);
    }
};

QTEST_GUILESS_MAIN(TestPieceWriter)
#include "tst_piecewriter.moc"
