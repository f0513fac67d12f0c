#include "core/tokens/asciicut.h"

#include "tests/support/asciitexts.h"
#include "tests/support/tokensbydefinition.h"

#include <QTest>

#include <bit>
#include <set>

using namespace Core;

class TestAsciiCut : public QObject
{
    Q_OBJECT

private slots:
    void cutsWhereTheTokensAre_data() { addAsciiTexts(); }

    void cutsWhereTheTokensAre()
    {
        QFETCH(Encoding, encoding);
        QFETCH(QByteArray, alphabet);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        QRandomGenerator random(2);
        for (int length = 1; length < 120; ++length) {
            const std::string text = asciiText(alphabet, length, random);
            if (tokenWith(vocabulary, text) != Vocabulary::none)
                continue; // found before it is merged
            std::set<std::size_t> starts;
            std::size_t at = 0;
            for (const TokenId token : mergedByDefinition(vocabulary, text)) {
                starts.insert(at);
                at += vocabulary.length(token);
            }
            const AsciiCut cut(vocabulary, text);
            QCOMPARE(std::size_t(cut.size()), std::min(text.size(), AsciiCut::longest));
            for (unsigned i = 0; i < cut.size(); ++i) {
                const bool isPart = (cut.starts() >> i & 1) != 0;
                const bool isJoint = (cut.joints() >> i & 1) != 0;
                const bool isStart = starts.contains(i);
                QVERIFY2(isPart || !isStart, text.c_str());
                QVERIFY2(!isPart || isJoint || isStart, text.c_str());
                QVERIFY(isPart || !isJoint);
            }
        }
    }

    void givesThePartsTheirTokens_data() { addAsciiTexts(); }

    void givesThePartsTheirTokens()
    {
        QFETCH(Encoding, encoding);
        QFETCH(QByteArray, alphabet);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        QRandomGenerator random(3);
        const std::string text = asciiText(alphabet, 50, random);
        const AsciiCut cut(vocabulary, text);
        std::string parts;
        for (unsigned i = 0; i < cut.size(); ++i) {
            if ((cut.starts() >> i & 1) != 0)
                parts += vocabulary.bytes(cut.tokenAt(i));
        }
        QCOMPARE(parts, text);
    }

    void joinsAndCutsRandomLettersOften()
    {
        QRandomGenerator random(4);
        const std::string text = asciiText("abcdefghijklmnopqrstuvwxyz", 60, random);
        const AsciiCut cut(Vocabulary::of(Encoding::O200k), text);
        const int parts = std::popcount(cut.starts());
        QVERIFY2(parts < 48, qPrintable(QString::number(parts)));
        QVERIFY(std::popcount(cut.joints()) < parts * 2 / 3);
    }
};

QTEST_GUILESS_MAIN(TestAsciiCut)
#include "tst_asciicut.moc"
