#include "core/tokens/stitch.h"

#include "tests/support/tokensbydefinition.h"

#include <QTest>

using namespace Core;

class TestStitch : public QObject
{
    Q_OBJECT

private slots:
    void joinsWindowsAtATokenThatBothHave()
    {
        const Vocabulary &vocabulary = Vocabulary::of(Encoding::O200k);
        const std::string text = "internationalizationofthewholething";
        std::vector<TokenId> tokens{7}; // what was there stays
        Stitch stitch(vocabulary, tokens);
        QVERIFY(stitch.add(0, mergedByDefinition(vocabulary, text.substr(0, 28))));
        QCOMPARE(stitch.end(), std::size_t(28));
        QVERIFY(stitch.add(13, mergedByDefinition(vocabulary, text.substr(13))));
        QCOMPARE(stitch.end(), text.size());
        std::vector<TokenId> expected = mergedByDefinition(vocabulary, text);
        expected.insert(expected.begin(), 7);
        QVERIFY(tokens == expected);
    }

    void refusesWindowsWithoutACommonToken()
    {
        const Vocabulary &vocabulary = Vocabulary::of(Encoding::O200k);
        std::vector<TokenId> tokens;
        Stitch stitch(vocabulary, tokens);
        QVERIFY(stitch.add(0, mergedByDefinition(vocabulary, std::string(64, ' '))));
        QVERIFY(!stitch.add(24, mergedByDefinition(vocabulary, std::string(64, ' '))));
    }
};

QTEST_GUILESS_MAIN(TestStitch)
#include "tst_stitch.moc"
