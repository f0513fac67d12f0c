#include "core/tokens/asciimerge.h"

#include "tests/support/asciitexts.h"
#include "tests/support/tokensbydefinition.h"

#include <QTest>

using namespace Core;

namespace {

/// What is there after all was merged.
std::vector<TokenId> tokensOf(AsciiMerge &merge)
{
    merge.finish();
    std::vector<TokenId> tokens;
    for (std::size_t i = 0; i < merge.size(); ++i) {
        if (merge.parts()[i] != AsciiMerge::gone)
            tokens.push_back(merge.parts()[i]);
    }
    merge.clear();
    return tokens;
}

void append(std::vector<TokenId> &tokens, const std::vector<TokenId> &more)
{
    tokens.insert(tokens.end(), more.begin(), more.end());
}

} // namespace

class TestAsciiMerge : public QObject
{
    Q_OBJECT

private slots:
    void mergesByDefinition_data() { addAsciiTexts(); }

    void mergesByDefinition()
    {
        QFETCH(Encoding, encoding);
        QFETCH(QByteArray, alphabet);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        QRandomGenerator random(1);
        for (int length = 1; length < 500; length += length < 130 ? 1 : 61) {
            const std::string text = asciiText(alphabet, length, random);
            AsciiMerge merge(vocabulary);
            std::string_view rest = text;
            while (!rest.empty()) {
                const std::size_t size = merge.add(rest);
                if (size == 0)
                    break;
                rest.remove_prefix(size);
            }
            std::vector<TokenId> tokens = tokensOf(merge);
            if (!rest.empty())
                append(tokens, mergedByDefinition(vocabulary, std::string(rest)));
            QVERIFY2(tokens == mergedByDefinition(vocabulary, text), text.c_str());
        }
    }

    void mergesRowsOfEveryLength()
    {
        // Of a's, nothing is sure and every border can be crossed.
        const Vocabulary &vocabulary = Vocabulary::of(Encoding::O200k);
        AsciiMerge merge(vocabulary);
        for (std::size_t length = 1; length <= AsciiCut::longest; ++length) {
            const std::string text(length, 'a');
            QCOMPARE(merge.add(text), length);
            QCOMPARE(tokensOf(merge), mergedByDefinition(vocabulary, text));
        }
    }

    void mergesManyTextsTogether()
    {
        const Vocabulary &vocabulary = Vocabulary::of(Encoding::Cl100k);
        QRandomGenerator random(5);
        AsciiMerge merge(vocabulary);
        std::vector<TokenId> tokens;
        std::vector<TokenId> expected;
        for (int i = 0; i < 400; ++i) {
            const std::string text = asciiText("etaoinsh", 1 + i % 30, random);
            QCOMPARE(merge.add(text), text.size());
            append(expected, mergedByDefinition(vocabulary, text));
            if (!merge.hasRoom())
                append(tokens, tokensOf(merge));
        }
        append(tokens, tokensOf(merge));
        QCOMPARE(tokens, expected);
    }

    void mergesNothingOverBorders_data() { addAsciiTexts(); }

    void mergesNothingOverBorders()
    {
        QFETCH(Encoding, encoding);
        QFETCH(QByteArray, alphabet);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        QRandomGenerator random(6);
        AsciiMerge merge(vocabulary);
        for (int i = 0; i < 500; ++i) {
            std::string text;
            std::uint64_t borders = 0;
            std::vector<TokenId> expected;
            while (text.size() < 48) {
                const std::string piece = asciiText(alphabet, random.bounded(1, 15), random);
                borders |= std::uint64_t(1) << text.size();
                text += piece;
                append(expected, mergedByDefinition(vocabulary, piece));
            }
            QCOMPARE(merge.add(text, borders), text.size());
            QVERIFY2(tokensOf(merge) == expected, text.c_str());
        }
    }

    void countsTheTokens()
    {
        const Vocabulary &vocabulary = Vocabulary::of(Encoding::O200k);
        AsciiMerge merge(vocabulary);
        const std::string text = "strawberryicecream";
        merge.add(text);
        merge.finish();
        QCOMPARE(merge.count(), mergedByDefinition(vocabulary, text).size());
    }

    void tellsThatABorderIsOutOfReach()
    {
        AsciiMerge merge(Vocabulary::of(Encoding::O200k));
        QCOMPARE(merge.add(std::string(AsciiCut::longest + 1, 'a')), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestAsciiMerge)
#include "tst_asciimerge.moc"
