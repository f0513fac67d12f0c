#include "core/tokens/asciicount.h"

#include "tests/support/asciitexts.h"
#include "tests/support/tokensbydefinition.h"

#include <QTest>

using namespace Core;

class TestAsciiCount : public QObject
{
    Q_OBJECT

private slots:
    void countsByDefinition_data() { addAsciiTexts(); }

    void countsByDefinition()
    {
        QFETCH(Encoding, encoding);
        QFETCH(QByteArray, alphabet);
        const Vocabulary &vocabulary = Vocabulary::of(encoding);
        QRandomGenerator random(1);
        for (int length = 1; length < 500; length += length < 130 ? 1 : 61) {
            const std::string text = asciiText(alphabet, length, random);
            AsciiCount count(vocabulary);
            std::string_view rest = text;
            while (!rest.empty()) {
                const std::size_t size = count.add(rest);
                if (size == 0)
                    break;
                rest.remove_prefix(size);
            }
            const std::size_t behind =
                rest.empty() ? 0 : mergedByDefinition(vocabulary, std::string(rest)).size();
            QVERIFY2(count.sum() + behind == mergedByDefinition(vocabulary, text).size(),
                     text.c_str());
        }
    }

    void countsRowsOfEveryLength()
    {
        // Of a's, nothing is sure and every border can be crossed.
        const Vocabulary &vocabulary = Vocabulary::of(Encoding::O200k);
        for (std::size_t length = 1; length <= AsciiCut::longest; ++length) {
            AsciiCount count(vocabulary);
            const std::string text(length, 'a');
            QCOMPARE(count.add(text), length);
            QCOMPARE(count.sum(), mergedByDefinition(vocabulary, text).size());
        }
    }

    void countsManyTextsTogether()
    {
        const Vocabulary &vocabulary = Vocabulary::of(Encoding::Cl100k);
        QRandomGenerator random(5);
        AsciiCount count(vocabulary);
        std::size_t sum = 0;
        for (int i = 0; i < 400; ++i) {
            const std::string text = asciiText("etaoinsh", 1 + i % 30, random);
            QCOMPARE(count.add(text), text.size());
            sum += mergedByDefinition(vocabulary, text).size();
        }
        QCOMPARE(count.sum(), sum);
    }

    void tellsThatABorderIsOutOfReach()
    {
        AsciiCount count(Vocabulary::of(Encoding::O200k));
        QCOMPARE(count.add(std::string(AsciiCut::longest + 1, 'a')), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestAsciiCount)
#include "tst_asciicount.moc"
