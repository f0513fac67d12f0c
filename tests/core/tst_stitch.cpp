#include "core/tokens/stitch.h"

#include "tests/support/tokensbydefinition.h"

#include <QTest>

using namespace Core;

namespace {

/// Adds the window of this text.
bool added(Stitch &stitch, std::size_t start, const Vocabulary &vocabulary, const std::string &text)
{
    const std::vector<TokenId> tokens = mergedByDefinition(vocabulary, text);
    std::vector<std::uint8_t> lengths;
    for (const TokenId token : tokens)
        lengths.push_back(std::uint8_t(vocabulary.length(token)));
    return stitch.add(start, tokens, lengths);
}

} // namespace

class TestStitch : public QObject
{
    Q_OBJECT

private slots:
    void joinsWindowsAtATokenThatBothHave()
    {
        const Vocabulary &vocabulary = Vocabulary::of(Encoding::O200k);
        const std::string text = "internationalizationofthewholething";
        std::vector<TokenId> tokens{7}; // what was there stays
        Stitch stitch(tokens);
        QVERIFY(added(stitch, 0, vocabulary, text.substr(0, 28)));
        QCOMPARE(stitch.end(), std::size_t(28));
        QVERIFY(added(stitch, 13, vocabulary, text.substr(13)));
        QCOMPARE(stitch.end(), text.size());
        std::vector<TokenId> expected = mergedByDefinition(vocabulary, text);
        expected.insert(expected.begin(), 7);
        QVERIFY(tokens == expected);
    }

    void refusesWindowsWithoutACommonToken()
    {
        const Vocabulary &vocabulary = Vocabulary::of(Encoding::O200k);
        std::vector<TokenId> tokens;
        Stitch stitch(tokens);
        QVERIFY(added(stitch, 0, vocabulary, std::string(64, ' ')));
        QVERIFY(!added(stitch, 24, vocabulary, std::string(64, ' ')));
    }
};

QTEST_GUILESS_MAIN(TestStitch)
#include "tst_stitch.moc"
