#include "core/tokens/runningcount.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Core::Encoding)

class TestRunningCount : public QObject
{
    Q_OBJECT

private slots:
    void countsAsTheWholeTextAfterEveryChange_data()
    {
        QTest::addColumn<Encoding>("encoding");
        QTest::addColumn<QStringList>("alphabet");
        const std::pair<const char *, QStringList> alphabets[] = {
            {"words", {u"the "_s, u"Some"_s, u"'s"_s, u"'l"_s, u"l"_s, u", "_s, u"\n"_s, u" "_s}},
            {"code", {u"x"_s, u"Y"_s, u"  "_s, u"\n"_s, u"\r"_s, u"\t"_s, u"12"_s, u"/"_s, u"*"_s}},
            {"blanks", {u" "_s, u"\n"_s, u"\u00a0"_s, u"\u3000"_s, u"a"_s, u"1"_s, u"!"_s}},
            {"scripts",
             {u"ế"_s, u"Đ"_s, u"中"_s, u"\u0301"_s, u"A"_s, u"b"_s, u" "_s, u"'"_s, u"ſ"_s,
              u"\u0663"_s, u"，"_s}},
            {"surrogates",
             {u"😀"_s, QString(QChar(0xd835)), QString(QChar(0xdfd9)), u"1"_s, u"a"_s,
              u"\U0001d7d9"_s, u"\U00010400"_s, u" "_s, u"\U00020000"_s}},
            {"one letter", {u"a"_s}},
        };
        for (const auto &[name, alphabet] : alphabets) {
            QTest::addRow("cl100k %s", name) << Encoding::Cl100k << alphabet;
            QTest::addRow("o200k %s", name) << Encoding::O200k << alphabet;
        }
    }

    void countsAsTheWholeTextAfterEveryChange()
    {
        QFETCH(Encoding, encoding);
        QFETCH(QStringList, alphabet);
        QRandomGenerator random(1);
        const Tokenizer tokenizer(encoding);
        const auto someText = [&](int most) {
            QString text;
            for (int i = random.bounded(most + 1); i > 0; --i)
                text += alphabet[random.bounded(int(alphabet.size()))];
            return text;
        };
        RunningCount running(encoding);
        for (int round = 0; round < 150; ++round) {
            const QString before = running.text();
            const qsizetype position = random.bounded(int(before.size()) + 1);
            const qsizetype removed =
                random.bounded(std::min(40, int(before.size() - position)) + 1);
            const QString added = someText(round % 20 == 0 ? 600 : 40);
            running.replace(position, removed, added);
            QCOMPARE(running.text(),
                     before.first(position) + added + before.sliced(position + removed));
            QCOMPARE(running.count(), tokenizer.count(running.text()));
            running.append(someText(3));
            QCOMPARE(running.count(), tokenizer.count(running.text()));
            QString whole = running.text();
            whole.replace(whole.size() / 3, whole.size() / 5, someText(10));
            running.setText(whole);
            QCOMPARE(running.text(), whole);
            QCOMPARE(running.count(), tokenizer.count(whole));
        }
        running.setText(u"Hello world"_s);
        QCOMPARE(running.count(), 2);
        running.setText({});
        QCOMPARE(running.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRunningCount)
#include "tst_runningcount.moc"
