#include "core/tokens/charactertokens.h"

#include "core/tokens/tokenizer.h"
#include "tests/support/tokensbydefinition.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Core::Encoding)

namespace {

PieceKey keyOf(const QByteArray &text)
{
    return PieceKey::of(text.data(), std::size_t(text.size()), text.data() + text.size());
}

} // namespace

class TestCharacterTokens : public QObject
{
    Q_OBJECT

private slots:
    void isForOneCharacterOfThreeBytes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isOne");
        QTest::addRow("Chinese") << u"飞"_s << true;
        QTest::addRow("a Vietnamese letter") << u"ế"_s << true;
        QTest::addRow("three ASCII letters") << u"the"_s << false;
        QTest::addRow("two bytes and one") << u"đa"_s << false;
        QTest::addRow("an emoji") << u"😀"_s << false;
        QTest::addRow("two of them") << u"飞鱼"_s << false;
    }

    void isForOneCharacterOfThreeBytes()
    {
        QFETCH(QString, text);
        QTEST(CharacterTokens::isOne(keyOf(text.toUtf8())), "isOne");
    }

    void knowsTheTokensOfEveryCharacter_data()
    {
        QTest::addColumn<Encoding>("encoding");
        QTest::addRow("cl100k_base") << Encoding::Cl100k;
        QTest::addRow("o200k_base") << Encoding::O200k;
    }

    void knowsTheTokensOfEveryCharacter()
    {
        QFETCH(Encoding, encoding);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        CharacterTokens characters(vocabulary);
        int wrong = 0;
        for (char32_t code = 0x800; code <= 0xffff; code += 3) {
            if (QChar::isSurrogate(code) || code == 0xfeff)
                continue; // those are no text to QString
            const QByteArray text = QString::fromUcs4(&code, 1).toUtf8();
            const std::vector<TokenId> tokens = mergedByDefinition(vocabulary, text.toStdString());
            const PieceTokens &found = characters.of(std::uint32_t(keyOf(text).low));
            TokenId kept[PieceTokens::capacity];
            found.write(kept);
            wrong +=
                found.count() != tokens.size() || !std::equal(tokens.begin(), tokens.end(), kept);
        }
        QCOMPARE(wrong, 0);
    }

    /// Characters that are apart are taken by themselves, others are merged.
    void anyRunOfCharactersIsExact_data() { knowsTheTokensOfEveryCharacter_data(); }

    void anyRunOfCharactersIsExact()
    {
        QFETCH(Encoding, encoding);
        QRandomGenerator random(3);
        const QString common = u"的一是不了人我在有他这中大来上国"_s;
        for (int run = 0; run < 300; ++run) {
            QString text;
            for (int i = 0; i < 40; ++i)
                text += random.bounded(3) == 0 ? common[random.bounded(int(common.size()))]
                                               : QChar(char16_t(random.bounded(0x4e00, 0x9fff)));
            const QByteArray utf8 = text.toUtf8();
            QCOMPARE(Tokenizer(encoding).encode(utf8), tokensByDefinition(encoding, utf8));
        }
    }
};

QTEST_GUILESS_MAIN(TestCharacterTokens)
#include "tst_charactertokens.moc"
