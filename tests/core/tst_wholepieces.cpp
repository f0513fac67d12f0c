#include "core/tokens/wholepieces.h"

#include "tests/support/randompieces.h"

#include <QTest>

using namespace Core;

class TestWholePieces : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatWasAdded()
    {
        WholePieces pieces;
        QVERIFY(!pieces.find(keyOf("word")).isKnown);
        pieces.add(keyOf("word"), 200'018);
        QVERIFY(pieces.find(keyOf("word")).isKnown);
        QCOMPARE(pieces.find(keyOf("word")).token, TokenId(200'018));
    }

    void tellsPiecesApart()
    {
        WholePieces pieces;
        pieces.add(keyOf("twelvebytes!"), 7);
        QVERIFY(pieces.find(keyOf("twelvebytes!")).isKnown);
        for (const char *other : {"twelvebytes", "twelvebytes?", "twelvebytes!!", "Twelvebytes!"})
            QVERIFY2(!pieces.find(keyOf(other)).isKnown, other);
        pieces.add(keyOf("a"), 1);
        QVERIFY(!pieces.find(keyOf(QByteArray("a\0", 2))).isKnown);
    }

    void doesNotRememberLongOnes()
    {
        WholePieces pieces;
        pieces.add(keyOf("thirteen byte"), 7);
        QVERIFY(!pieces.find(keyOf("thirteen byte")).isKnown);
    }

    /// However many there are: a piece is known with its own token or not at all.
    void forgetsButNeverMixesUp()
    {
        WholePieces pieces;
        constexpr TokenId many = 100'000;
        for (TokenId token = 0; token < many; ++token)
            pieces.add(keyOf(QByteArray::number(token)), token);
        int known = 0;
        for (TokenId token = 0; token < many; ++token) {
            const WholePieces::Found found = pieces.find(keyOf(QByteArray::number(token)));
            known += found.isKnown ? 1 : 0;
            QVERIFY(!found.isKnown || found.token == token);
        }
        QVERIFY(known > 0 && known < int(many));
    }
};

QTEST_GUILESS_MAIN(TestWholePieces)
#include "tst_wholepieces.moc"
