#include "core/tokens/piececounter.h"

#include "tests/support/tokensbydefinition.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Core::Encoding)

namespace {

QByteArray randomPiece(QRandomGenerator &random, const QStringList &alphabet)
{
    QByteArray piece;
    for (int i = random.bounded(1, 8); i > 0; --i)
        piece += alphabet[random.bounded(int(alphabet.size()))].toUtf8();
    return piece.left(qsizetype(PieceKey::longest));
}

} // namespace

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
        const std::pair<const char *, QStringList> alphabets[] = {
            {"words", {u"the"_s, u" "_s, u"ing"_s, u"Q"_s, u"z"_s}},
            {"few", {u"a"_s, u"b"_s}},
            {"symbols", {u"="_s, u"-"_s, u"*"_s, u"\n"_s, u"1"_s}},
            {"scripts", {u"ế"_s, u"中"_s, u"字"_s, u"한"_s, u"😀"_s, u"e"_s}},
        };
        for (const auto &[name, alphabet] : alphabets) {
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
                    pieces.push_back(
                        PieceKey::of(piece.data(), std::size_t(piece.size()), piece.end()));
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
