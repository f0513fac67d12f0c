#include "core/tokens/bytepair.h"

#include <QRandomGenerator>
#include <QTest>

#include <string>

using namespace Core;

Q_DECLARE_METATYPE(Core::Encoding)

namespace {

/// Merging as it is defined: join the pair of lowest rank, the leftmost of equals, as long as
/// there is one.
std::vector<TokenId> mergedByDefinition(const Vocabulary &vocabulary, const std::string &piece)
{
    std::vector<TokenId> parts;
    for (const char byte : piece)
        parts.push_back(vocabulary.ofByte(static_cast<unsigned char>(byte)));
    for (;;) {
        TokenId lowest = Vocabulary::none;
        std::size_t where = 0;
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
            const std::string both = std::string(vocabulary.bytes(parts[i]))
                + std::string(vocabulary.bytes(parts[i + 1]));
            if (const TokenId token = vocabulary.find(both); token < lowest) {
                lowest = token;
                where = i;
            }
        }
        if (lowest == Vocabulary::none)
            return parts;
        parts[where] = lowest;
        parts.erase(parts.begin() + std::ptrdiff_t(where) + 1);
    }
}

} // namespace

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
        for (int length = 1; length < 260; length += length < 60 ? 1 : 37) {
            std::string piece;
            for (int i = 0; i < length; ++i)
                piece += alphabet[random.bounded(int(alphabet.size()))];
            std::vector<TokenId> tokens{7};
            appendPiece(vocabulary, piece, tokens);
            tokens.erase(tokens.begin());
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
        appendPiece(Vocabulary::of(Encoding::O200k), piece.toStdString(), tokens);
        std::string decoded;
        for (const TokenId token : tokens)
            decoded += Vocabulary::of(Encoding::O200k).bytes(token);
        QVERIFY(decoded == piece.toStdString());
    }
};

QTEST_GUILESS_MAIN(TestBytePair)
#include "tst_bytepair.moc"
