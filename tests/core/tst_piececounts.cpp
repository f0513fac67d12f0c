#include "core/tokens/piececounts.h"

#include "tests/support/randompieces.h"

#include <QTest>

using namespace Core;

namespace {

/// Pieces that want the same place.
std::vector<PieceKey> rivals(std::size_t count)
{
    const auto place = [](const PieceKey &piece) { return piece.quickHash() >> 48; };
    std::vector<PieceKey> found{keyOf("0")};
    for (int i = 1; found.size() < count; ++i) {
        const PieceKey piece = keyOf(QByteArray::number(i));
        if (place(piece) == place(found.front()))
            found.push_back(piece);
    }
    return found;
}

} // namespace

class TestPieceCounts : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatWasAdded()
    {
        PieceCounts counts;
        QCOMPARE(counts.find(keyOf("word")), 0U);
        QCOMPARE(counts.findOlder(keyOf("word")), 0U);
        counts.add(keyOf("word"), 3);
        QCOMPARE(counts.find(keyOf("word")), 3U);
        QCOMPARE(counts.findOlder(keyOf("word")), 3U);
    }

    void tellsPiecesApart()
    {
        PieceCounts counts;
        counts.add(keyOf("fifteen letters"), PieceKey::longest);
        QCOMPARE(counts.findOlder(keyOf("fifteen letters")), PieceKey::longest);
        QCOMPARE(counts.findOlder(keyOf("fifteen letter")), 0U);
        counts.add(keyOf("a"), 1);
        QCOMPARE(counts.findOlder(keyOf(QByteArray("a\0", 2))), 0U);
    }

    void remembersWhatGaveWay()
    {
        PieceCounts counts;
        const std::vector<PieceKey> pieces = rivals(5);
        for (std::size_t i = 0; i < pieces.size(); ++i)
            counts.add(pieces[i], i + 1);
        QCOMPARE(counts.find(pieces[0]), 0U);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            QCOMPARE(counts.findOlder(pieces[i]), i + 1);
            QCOMPARE(counts.find(pieces[i]), i + 1); // it is the latest now
        }
    }

    void forgetsWhatWasNotAskedForLately()
    {
        PieceCounts counts;
        const std::vector<PieceKey> pieces = rivals(6);
        for (const PieceKey &piece : pieces)
            counts.add(piece, 2);
        QCOMPARE(counts.findOlder(pieces[0]), 0U);
        for (std::size_t i = 1; i < pieces.size(); ++i)
            QCOMPARE(counts.findOlder(pieces[i]), 2U);
    }

    void neverMistakesAPieceForAnother()
    {
        PieceCounts counts;
        QRandomGenerator random(1);
        const auto countOf = [](int number) { return std::size_t(number % 15 + 1); };
        int known = 0;
        for (int round = 0; round < 300'000; ++round) {
            const int number = random.bounded(100'000);
            const PieceKey piece = keyOf(QByteArray::number(number, 36));
            const std::size_t found = counts.findOlder(piece);
            QVERIFY(found == 0 || found == countOf(number));
            known += found != 0;
            if (found == 0)
                counts.add(piece, countOf(number));
        }
        QVERIFY(known > 100'000);
    }
};

QTEST_GUILESS_MAIN(TestPieceCounts)
#include "tst_piececounts.moc"
