#include "ui/conversations/snippet.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSnippet : public QObject
{
    Q_OBJECT

private slots:
    void readsTheMarks_data()
    {
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<TextRange>>("hits");
        QTest::addRow("none") << u"plain"_s << u"plain"_s << QList<TextRange>{};
        QTest::addRow("two") << u"a \u0002bc\u0003 d \u0002e\u0003"_s << u"a bc d e"_s
                             << QList<TextRange>{{2, 2}, {7, 1}};
        QTest::addRow("not closed") << u"a \u0002bc"_s << u"a bc"_s << QList<TextRange>{{2, 2}};
        QTest::addRow("closed twice") << u"a\u0003\u0003b"_s << u"ab"_s << QList<TextRange>{};
        QTest::addRow("opened twice")
            << u"\u0002a\u0002b\u0003"_s << u"ab"_s << QList<TextRange>{{0, 1}, {1, 1}};
        QTest::addRow("empty") << u"\u0002\u0003"_s << QString() << QList<TextRange>{};
        QTest::addRow("line breaks are spaces")
            << u"a\n\u0002b\u0003\tc"_s << u"a b c"_s << QList<TextRange>{{2, 1}};
    }

    void readsTheMarks()
    {
        QFETCH(QString, marked);
        QFETCH(QString, text);
        QFETCH(QList<TextRange>, hits);
        const Snippet snippet = parsedSnippet(marked);
        QCOMPARE(snippet.text, text);
        QCOMPARE(snippet.hits, hits);
    }

    void beginsShortlyBeforeTheFirstHit()
    {
        const Snippet snippet =
            fromFirstHit(parsedSnippet(u"one two three \u0002four\u0003 five"_s), 7);
        QCOMPARE(snippet.text, u"…three four five"_s);
        QCOMPARE(snippet.text.mid(snippet.hits[0].start, snippet.hits[0].length), u"four"_s);
    }

    void leavesAnEarlyHitAlone()
    {
        const Snippet snippet = parsedSnippet(u"one \u0002two\u0003"_s);
        QCOMPARE(fromFirstHit(snippet, 10), snippet);
    }
};

QTEST_GUILESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
