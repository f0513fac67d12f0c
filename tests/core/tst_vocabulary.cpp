#include "core/tokens/vocabulary.h"

#include "core/tokens/character.h"
#include "tests/support/tokensbydefinition.h"

#include <QTest>

#include <string>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Of two ASCII bytes.
PairTable::AsciiPair pairAt(const Vocabulary &vocabulary, const char *bytes)
{
    return vocabulary.pairs().asciiPair(static_cast<unsigned char>(bytes[0]),
                                        static_cast<unsigned char>(bytes[1]));
}

/// Whether a merge with its seam there is one that the seams tell of.
bool knowsSeam(const Seams &seams, std::string_view token, std::size_t seam)
{
    const bool isOneLeft = seam == 1;
    const bool isOneRight = seam + 1 == token.size();
    std::uint32_t around = 0;
    const std::size_t first = isOneLeft ? 0 : seam - 2;
    std::memcpy(&around, token.data() + first, std::min<std::size_t>(4, token.size() - first));
    if ((around & 0x80808080) != 0)
        return true; // they are only asked in ASCII text
    if (isOneLeft || isOneRight)
        return (isOneLeft && isOneRight) || (seams.ofThree(around) >> int(isOneRight) & 1) != 0;
    return (seams.ofFour(around) & 1) != 0;
}

} // namespace

class TestVocabulary : public QObject
{
    Q_OBJECT

private slots:
    void findsEveryTokenAndNothingElse_data()
    {
        QTest::addColumn<Encoding>("encoding");
        QTest::addColumn<TokenId>("size");
        QTest::addRow("cl100k_base") << Encoding::Cl100k << TokenId(100256);
        QTest::addRow("o200k_base") << Encoding::O200k << TokenId(199998);
    }

    void findsEveryTokenAndNothingElse()
    {
        QFETCH(Encoding, encoding);
        QFETCH(TokenId, size);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        QCOMPARE(vocabulary.size(), size);
        int wrong = 0;
        for (TokenId token = 0; token < size; ++token) {
            const std::string bytes(vocabulary.bytes(token));
            wrong += tokenWith(vocabulary, bytes) != token;
            if (bytes.size() == 1)
                wrong += vocabulary.ofByte(static_cast<unsigned char>(bytes[0])) != token;
        }
        QCOMPARE(wrong, 0);
        QCOMPARE(tokenWith(vocabulary, "zqxjkvzq"), Vocabulary::none);
        QCOMPARE(tokenWith(vocabulary, std::string(200, 'a')), Vocabulary::none);
        QCOMPARE(tokenWith(vocabulary, std::string("the\0", 4)), Vocabulary::none);
        QCOMPARE(tokenWith(vocabulary, std::string(15, '\0')), Vocabulary::none);
    }

    void mergesTheTwoHalvesOfAToken_data() { findsEveryTokenAndNothingElse_data(); }

    void mergesTheTwoHalvesOfAToken()
    {
        QFETCH(Encoding, encoding);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        int wrong = 0;
        for (TokenId token = 0; token < vocabulary.size(); ++token) {
            const std::string_view bytes = vocabulary.bytes(token);
            int ways = 0;
            for (std::size_t i = 1; i < bytes.size(); ++i) {
                const TokenId left = tokenWith(vocabulary, bytes.substr(0, i));
                const TokenId right = tokenWith(vocabulary, bytes.substr(i));
                if (left == Vocabulary::none || right == Vocabulary::none)
                    continue;
                // Of all cuts, only the last merge is one.
                const TokenId both = vocabulary.pairs().merged(left, right);
                ways += both == token;
                if (both == token && !(bytes[i - 1] & 0x80) && !(bytes[i] & 0x80)) {
                    const PairTable::AsciiPair pair = pairAt(vocabulary, &bytes[i - 1]);
                    const bool isFirst = i == 1;
                    const bool isLast = i + 1 == bytes.size();
                    wrong += isLast && !isFirst && pair.firstLongerLeft() > token;
                    wrong += isFirst && !isLast && pair.firstLongerRight() > token;
                    wrong += !knowsSeam(vocabulary.seams(), bytes, i);
                }
                wrong += both != token && both != Vocabulary::none;
            }
            wrong += ways != (bytes.size() > 1);
            wrong += bytes.size() == 2 && !(bytes[0] & 0x80) && !(bytes[1] & 0x80)
                && pairAt(vocabulary, bytes.data()).both() != token;
            wrong += vocabulary.pairs().merged(token, Vocabulary::none) != Vocabulary::none;
            wrong += vocabulary.pairs().merged(Vocabulary::none, token) != Vocabulary::none;
        }
        QCOMPARE(wrong, 0);
    }

    void knowsTheBordersThatTokensJoin_data() { findsEveryTokenAndNothingElse_data(); }

    void knowsTheBordersThatTokensJoin()
    {
        QFETCH(Encoding, encoding);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        int wrong = 0;
        for (TokenId token = 0; token < vocabulary.size(); ++token) {
            const std::string_view bytes = vocabulary.bytes(token);
            const char *end = bytes.data() + bytes.size();
            CharacterBytes left;
            for (const char *at = bytes.data(); at != end;) {
                const CharacterBytes right = characterBytesAt(at, end);
                if (left.bytes != 0 && right.bytes != 0)
                    wrong += !vocabulary.borders().mayJoin(left.bytes, right.bytes);
                left = right;
                at += right.length;
            }
        }
        QCOMPARE(wrong, 0);
    }

    void cutsRunsOfCharactersWhereNothingJoinsThem()
    {
        const Vocabulary &vocabulary = Vocabulary::of(Encoding::O200k);
        const auto runOf = [&vocabulary](const QByteArray &text) {
            return vocabulary.borders().characterRun(text.data(), text.data() + text.size());
        };
        QCOMPARE(runOf(u"龘龖龘"_s.toUtf8()).ends, 0b111U);
        QCOMPARE(runOf(u"中国龘"_s.toUtf8()).ends, 0b110U); // the first two are a token
        QCOMPARE(runOf(u"龘a"_s.toUtf8()).count, 1U);
        QCOMPARE(runOf("a"_ba).count, 0U);
        QCOMPARE(runOf("\xe4\xb8"_ba).count, 0U);
        QCOMPARE(runOf(u"龘"_s.toUtf8().repeated(100)).count, Borders::CharacterRun::longest);
    }

    void canMostlyCutChineseBetweenCharacters()
    {
        const Vocabulary &vocabulary = Vocabulary::of(Encoding::O200k);
        int joined = 0;
        const QByteArray text = u"鸟飞鱼跃龙吟虎啸蝉鸣蛙叫"_s.toUtf8();
        const char *end = text.data() + text.size();
        CharacterBytes left = characterBytesAt(text.data(), end);
        for (const char *at = text.data() + 3; at != end; at += 3) {
            const CharacterBytes right = characterBytesAt(at, end);
            joined += vocabulary.borders().mayJoin(left.bytes, right.bytes);
            left = right;
        }
        QVERIFY(joined < 6);
    }
};

QTEST_GUILESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
