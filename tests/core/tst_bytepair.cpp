#include "core/tokens/bytepair.h"

#include "tests/support/tokensbydefinition.h"

#include <QRandomGenerator>
#include <QTest>

#include <string>

using namespace Core;

Q_DECLARE_METATYPE(Core::Encoding)

class TestBytePair : public QObject
{
    Q_OBJECT

private slots:
    void mergesByDefinition_data()
    {
        QTest::addColumn<Encoding>("encoding");
        QTest::addColumn<QByteArray>("alphabet");
        const QByteArray alphabets[] = {"a",   "ab",           "acgt",     "etaoinshrdlu",
                                        " ",   "\n\r ",        "=-_*#/",   "AaBbCc09",
                                        "😀🎉👍", "中文字的一是", "éèàọộứ đ", "\xff\xfe\x80\xc3"};
        for (const QByteArray &alphabet : alphabets) {
            QTest::addRow("cl100k %s", alphabet.toHex().constData())
                << Encoding::Cl100k << alphabet;
            QTest::addRow("o200k %s", alphabet.toHex().constData()) << Encoding::O200k << alphabet;
        }
    }

    void mergesByDefinition()
    {
        QFETCH(Encoding, encoding);
        QFETCH(QByteArray, alphabet);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        QRandomGenerator random(1);
        for (int length = 1; length < 400; length += length < 70 ? 1 : 37) {
            std::string piece;
            for (int i = 0; i < length; ++i)
                piece += alphabet[random.bounded(int(alphabet.size()))];
            std::vector<TokenId> tokens{7};
            BytePair(vocabulary).append(piece, tokens);
            tokens.erase(tokens.begin());
            if (tokenWith(vocabulary, piece) != Vocabulary::none)
                continue; // found before it is merged
            QVERIFY2(tokens == mergedByDefinition(vocabulary, piece), piece.c_str());
        }
    }

    void isLinearInTheWorstCases_data()
    {
        QTest::addColumn<QByteArray>("unit");
        QTest::addRow("one letter") << QByteArray("a");
        QTest::addRow("blanks") << QByteArray(" ");
        QTest::addRow("newlines") << QByteArray("\n");
        QTest::addRow("symbols") << QByteArray("!?/#-_");
        QTest::addRow("letters") << QByteArray("xqzjkv");
    }

    void isLinearInTheWorstCases()
    {
        // Quadratic time would not end within a test's time here.
        QFETCH(QByteArray, unit);
        const QByteArray piece = unit.repeated(200'000 / unit.size());
        std::vector<TokenId> tokens;
        BytePair(Vocabulary::of(Encoding::O200k)).append(piece.toStdString(), tokens);
        std::string decoded;
        for (const TokenId token : tokens)
            decoded += Vocabulary::of(Encoding::O200k).bytes(token);
        QVERIFY(decoded == piece.toStdString());
    }
};

QTEST_GUILESS_MAIN(TestBytePair)
#include "tst_bytepair.moc"
