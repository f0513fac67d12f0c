#include "ui/thread/threadselection.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestThreadSelection : public QObject
{
    Q_OBJECT

private slots:
    void covers_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        QTest::addRow("nothing above") << 1 << 0 << 0;
        QTest::addRow("from where it begins") << 2 << 5 << 10;
        QTest::addRow("all between") << 3 << 0 << 10;
        QTest::addRow("up to where it ends") << 4 << 0 << 3;
        QTest::addRow("nothing below") << 5 << 0 << 0;
    }

    void covers()
    {
        QFETCH(int, row);
        QFETCH(int, begin);
        QFETCH(int, end);
        const ThreadSelection down{{2, 5}, {4, 3}};
        const ThreadSelection up{{4, 3}, {2, 5}};
        QCOMPARE(down.in(row, 10), (SourceRange{begin, end}));
        QCOMPARE(up.in(row, 10), (SourceRange{begin, end}));
    }

    void staysWithinATextThatShrank()
    {
        const ThreadSelection selection{{0, 5}, {0, 50}};
        QCOMPARE(selection.in(0, 8), (SourceRange{5, 8}));
        QVERIFY(ThreadSelection{}.isEmpty());
    }

    void copiesTheSource_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("from"); ///< selected from the beginning of this …
        QTest::addColumn<QString>("to"); ///< … to the end of this
        QTest::addColumn<QString>("copied");
        const auto row = [](const char *name, const QString &source, const QString &from,
                            const QString &to, const QString &copied) {
            QTest::addRow("%s", name) << source << from << to << copied;
        };
        row("a word", u"one two three"_s, u"two"_s, u"two"_s, u"two"_s);
        row("markup in between", u"a **b** c"_s, u"a"_s, u"c"_s, u"a **b** c"_s);
        row("a line of a list", u"- one\n- two"_s, u"one"_s, u"one"_s, u"one"_s);
        row("a list", u"x\n\n- one\n- two"_s, u"one"_s, u"two"_s, u"- one\n- two"_s);
        row("headings", u"# A\n\ntext"_s, u"A"_s, u"text"_s, u"# A\n\ntext"_s);
        row("within code", u"```py\na = 1\nb = 2\n```"_s, u"a = 1"_s, u"b = 2"_s,
            u"a = 1\nb = 2"_s);
        row("text and code", u"x\n\n```py\na = 1\n```\nend"_s, u"x"_s, u"a = 1"_s,
            u"x\n\n```py\na = 1\n```"_s);
        row("code and text", u"```py\na = 1\n```\nend"_s, u"a = 1"_s, u"end"_s,
            u"```py\na = 1\n```\nend"_s);
        row("bold at the edges", u"**a** b\n\nc *d*"_s, u"a"_s, u"d"_s, u"**a** b\n\nc *d*"_s);
        row("from the middle", u"one two\n\nthree four"_s, u"two"_s, u"three"_s, u"two\n\nthree"_s);
    }

    void copiesTheSource()
    {
        QFETCH(QString, source);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, copied);
        const SourceRange range{int(source.indexOf(from)), int(source.indexOf(to) + to.size())};
        QCOMPARE(copiedSource(source, Markdown::parse(source), range), copied);
    }

    void findsTheWordAtAPosition_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("word");
        QTest::addRow("within") << u"one two three"_s << 5 << u"two"_s;
        QTest::addRow("at its begin") << u"one two"_s << 4 << u"two"_s;
        QTest::addRow("at the end of all") << u"one two"_s << 7 << u"two"_s;
        QTest::addRow("Vietnamese") << u"hoàn tiền nhé"_s << 6 << u"tiền"_s;
        QTest::addRow("far in") << u"x "_s.repeated(10'000) + u"word"_s << 20'002 << u"word"_s;
        QTest::addRow("of nothing") << QString() << 0 << QString();
    }

    void findsTheWordAtAPosition()
    {
        QFETCH(QString, source);
        QFETCH(int, position);
        QFETCH(QString, word);
        const SourceRange range = wordAt(source, position);
        QCOMPARE(source.mid(range.begin, range.end - range.begin), word);
    }
};

QTEST_GUILESS_MAIN(TestThreadSelection)
#include "tst_threadselection.moc"
