#include "core/tokens/splitter.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList pieces(Splitter pieceEnd, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QStringList found;
    const char *end = utf8.data() + utf8.size();
    for (const char *at = utf8.data(); at != end;) {
        const char *next = pieceEnd(at, end);
        found += QString::fromUtf8(at, next - at);
        at = next;
    }
    return found;
}

} // namespace

class TestSplitter : public QObject
{
    Q_OBJECT

private slots:
    void cuts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cl100k"); // pieces with ~ between them
        QTest::addColumn<QString>("o200k");

        const auto both = [](const char *name, const QString &text, const QString &cut) {
            QTest::addRow("%s", name) << text << cut << cut;
        };
        const auto apart = [](const char *name, const QString &text, const QString &cl100k,
                              const QString &o200k) {
            QTest::addRow("%s", name) << text << cl100k << o200k;
        };
        both("words with the blank before them", u"Hello big world"_s, u"Hello~ big~ world"_s);
        both("digits in threes", u"1234567 89"_s, u"123~456~7~ ~89"_s);
        both("digits of other scripts", u"١٢٣٤"_s, u"١٢٣~٤"_s);
        both("symbols with a space and newlines", u"a !?\n\nb"_s, u"a~ !?\n\n~b"_s);
        both("the last blank goes to the word", u"a   b"_s, u"a~  ~ b"_s);
        both("a single blank before a digit stands alone", u"a 1"_s, u"a~ ~1"_s);
        both("lines end a run of blanks", u"a \n \n  b"_s, u"a~ \n \n~ ~ b"_s);
        both("a tab goes to the word as well", u"\t\tx"_s, u"\t~\tx"_s);
        both("ideographic spaces are blanks", u"　　字"_s, u"　~　字"_s);
        both("a symbol goes to the word after it", u"\"quoted\" #ABC"_s, u"\"quoted~\"~ #~ABC"_s);
        both("no word after a newline", u"\nword"_s, u"\n~word"_s);
        apart("contractions", u"we'll don'T 'so"_s, u"we~'ll~ don~'T~ '~so"_s,
              u"we'll~ don'T~ '~so"_s);
        apart("a contraction at the start", u"'salt"_s, u"'s~alt"_s, u"'salt"_s);
        apart("a contraction with the long s", u"it'ſ"_s, u"it~'ſ"_s, u"it'ſ"_s);
        apart("upper case after lower", u"camelCase HTTPServer"_s, u"camelCase~ HTTPServer"_s,
              u"camel~Case~ HTTPServer"_s);
        apart("upper case after a script without case", u"ABC中DEF"_s, u"ABC中DEF"_s,
              u"ABC中~DEF"_s);
        apart("marks", u"e\u0301te\u0301"_s, u"e~\u0301te~\u0301"_s, u"e\u0301te\u0301"_s);
        apart("a mark alone before upper case", u"\u0301AB"_s, u"\u0301AB"_s, u"\u0301~AB"_s);
        apart("a mark after a symbol", u"!\u0301a"_s, u"!\u0301~a"_s, u"!\u0301a"_s);
        apart("a slash after symbols and a newline", u"//\n/x"_s, u"//\n~/x"_s, u"//\n/~x"_s);
        apart("blanks at the end", u"a\n  "_s, u"a~\n  "_s, u"a~\n~  "_s);
        both("special tokens are text", u"<|endoftext|>"_s, u"<|~endoftext~|>"_s);
    }

    void cuts()
    {
        QFETCH(QString, text);
        QFETCH(QString, cl100k);
        QFETCH(QString, o200k);
        QCOMPARE(pieces(cl100kPieceEnd, text).join(u'~'), cl100k);
        QCOMPARE(pieces(o200kPieceEnd, text).join(u'~'), o200k);
    }

    void alwaysAdvancesWithinTheText()
    {
        // Every pair of bytes after every kind of start, valid UTF-8 or not.
        for (const Splitter pieceEnd : {cl100kPieceEnd, o200kPieceEnd}) {
            for (int first = 0; first < 256; ++first) {
                for (int second = 0; second < 256; ++second) {
                    const QByteArray text = "a " + QByteArray(1, char(first))
                        + QByteArray(1, char(second)) + QByteArray(1, char(second));
                    const char *end = text.data() + text.size();
                    for (const char *at = text.data(); at != end;) {
                        const char *next = pieceEnd(at, end);
                        QVERIFY(next > at && next <= end);
                        at = next;
                    }
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSplitter)
#include "tst_splitter.moc"
