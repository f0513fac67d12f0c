#include "core/tokens/piececounter.h"

#include "tests/support/randompieces.h"
#include "tests/support/tokensbydefinition.h"

#include <QTest>

using namespace Core;

Q_DECLARE_METATYPE(Core::Encoding)

class TestPieceCounter : public QObject
{
    Q_OBJECT

private slots:
    void countsNothingOfNothing()
    {
        PieceEncoder encoder(Encoding::O200k);
        QCOMPARE(PieceCounter(encoder).sum(), 0U);
    }

    void countsByDefinition_data()
    {
        QTest::addColumn<Encoding>("encoding");
        QTest::addColumn<QStringList>("alphabet");
        for (const auto &[name, alphabet] : pieceAlphabets()) {
            QTest::addRow("cl100k %s", name) << Encoding::Cl100k << alphabet;
            QTest::addRow("o200k %s", name) << Encoding::O200k << alphabet;
        }
    }

    /// New pieces and known ones, some of them twice before they are learnt.
    void countsByDefinition()
    {
        QFETCH(Encoding, encoding);
        QFETCH(QStringList, alphabet);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        PieceEncoder encoder(encoding);
        QRandomGenerator random(1);
        for (int round = 0; round < 20; ++round) {
            PieceCounter counter(encoder);
            std::size_t expected = 0;
            for (int group = random.bounded(6); group >= 0; --group) {
                std::vector<PieceKey> pieces;
                for (int i = random.bounded(int(PieceCounter::together) + 1); i > 0; --i) {
                    const QByteArray piece = randomPiece(random, alphabet);
                    pieces.push_back(keyOf(piece));
                    expected += mergedByDefinition(vocabulary, piece.toStdString()).size();
                }
                counter.add(pieces);
            }
            QCOMPARE(counter.sum(), expected);
            QCOMPARE(counter.sum(), expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestPieceCounter)
#include "tst_piececounter.moc"
