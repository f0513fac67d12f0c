#include "core/tokens/letterstarts.h"

#include "core/tokens/character.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

using Starts = LetterStarts (*)(const char *);

QByteArray utf8Of(char32_t code)
{
    return QString::fromUcs4(&code, 1).toUtf8();
}

bool isStart(Starts starts, const QByteArray &text, int place)
{
    const QByteArray readable = text + QByteArray(64, ' ');
    const LetterStarts found = starts(readable.data());
    return ((found.ofTwo | found.ofThree) >> place & 1) != 0;
}

/// Whether each start is that of a whole letter which the test allows.
bool areAll(const LetterStarts &found, const QByteArray &text, unsigned allowed)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.data());
    for (int i = 0; i < 64; ++i) {
        const bool isTwo = (found.ofTwo >> i & 1) != 0;
        const bool isThree = (found.ofThree >> i & 1) != 0;
        if (!isTwo && !isThree)
            continue;
        const Character character = characterAt(bytes + i, bytes + 64);
        if (isTwo == isThree || character.length != (isTwo ? 2 : 3) || !character.is(allowed))
            return false;
    }
    return true;
}

} // namespace

class TestLetterStarts : public QObject
{
    Q_OBJECT

private slots:
    void areThoseOfEveryVietnameseLetter()
    {
        const QString letters =
            u"àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"_s;
        for (const QChar letter : letters) {
            QVERIFY(isStart(smallLatinStarts, utf8Of(letter.unicode()), 0));
            QVERIFY(!isStart(smallLatinStarts, utf8Of(letter.toUpper().unicode()), 0));
        }
    }

    void areThoseOfLettersOnly()
    {
        for (char32_t code = 0x80; code <= 0xffff; ++code) {
            if (QChar::isSurrogate(code) || code == 0xfeff)
                continue; // those are no text to QString
            const QByteArray text = utf8Of(code);
            const unsigned classes = classesOf(code);
            if (isStart(smallLatinStarts, text, 0))
                QCOMPARE(classes, unsigned(CharacterClass::Lower));
            QCOMPARE(isStart(chineseStarts, text, 0), code >= 0x4e00 && code <= 0x9fff);
            if (isStart(chineseStarts, text, 0))
                QCOMPARE(classes, unsigned(CharacterClass::OtherLetter));
        }
    }

    void areOfWhatIsWhole()
    {
        for (const char32_t code : {U'é', U'đ', U'ũ', U'ư', U'ế', U'中'}) {
            const QByteArray letter = utf8Of(code);
            const Starts starts = code == U'中' ? chineseStarts : smallLatinStarts;
            for (int place = 0; place < 64; ++place) {
                const QByteArray text = QByteArray(place, 'a') + letter;
                QCOMPARE(isStart(starts, text, place), place + letter.size() <= 64);
            }
        }
    }

    void areRightForAnyBytes()
    {
        QRandomGenerator random(1);
        const QByteArray common = "\xc3\xc4\xc5\xc6\xe1\xe4\xe9\xba\xbb\xb7\xb8\xa1\xb0\x81 "_ba;
        for (int round = 0; round < 5000; ++round) {
            QByteArray text(64, '\0');
            for (char &byte : text)
                byte = random.bounded(4) == 0 ? char(random.bounded(256))
                                              : common[random.bounded(int(common.size()))];
            QVERIFY2(areAll(smallLatinStarts(text.data()), text, CharacterClass::Lower),
                     text.toHex().constData());
            QVERIFY2(areAll(chineseStarts(text.data()), text, CharacterClass::OtherLetter),
                     text.toHex().constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestLetterStarts)
#include "tst_letterstarts.moc"
