#include "tests/support/blockdump.h"
#include "tests/support/threadsamples.h"
#include "ui/thread/markdownstream.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Markdown::Stream;

class TestMarkdownStream : public QObject
{
    Q_OBJECT

private slots:
    void endsAsTheWholeWouldBeRead_data();
    void endsAsTheWholeWouldBeRead();
    void endsAsTheWholeWouldBeReadWhateverIsWritten();
    void keepsTightListsTight();
    void neverChangesWhatIsSettled();
    void readsEveryCharacterAFewTimesOnly_data();
    void readsEveryCharacterAFewTimesOnly();
    void showsAFenceWhileItGrows();
};

void TestMarkdownStream::endsAsTheWholeWouldBeRead_data()
{
    QTest::addColumn<QString>("source");
    int number = 0;
    for (const auto &thread :
         {ThreadSamples::support(), ThreadSamples::engineering(), ThreadSamples::hostile()}) {
        for (const Core::Message &message : thread)
            QTest::addRow("sample %d", ++number) << message.content;
    }
    const auto row = [](const char *name, const QString &source) {
        QTest::addRow("%s", name) << source;
    };
    row("tight list", u"1. a\n2. b\n   - c\n3. d\n\nafter"_s);
    row("list and fence", u"- a\n- b\n```py\nx\n\ny\n```\n- c\n"_s);
    row("fence in a list", u"- a\n  ```py\n  x\n\n  y\n  ```\n- c\n"_s);
    row("fence of four", u"````md\n```\ninner\n```\n````\nafter\n"_s);
    row("tildes", u"~~~\n```\n~~~~\nafter"_s);
    row("open fence", u"text\n```\na\n\nb\n"_s);
    row("fence without a line", u"```"_s);
    row("not a fence", u"```a`b\n\nc"_s);
    row("quote then text", u"> a\nlazy\n\n> b\n\nc"_s);
    row("table then text", u"|a|b|\n|---|---|\n|1|2|\n\nafter\n|no|table|"_s);
    row("underlined heading", u"a\n\nTitle\n===\n\nb"_s);
    row("item then rule", u"- a\n- - -\n- b"_s);
    row("numbers that are no list", u"It was in\n2024. And\n1. then"_s);
    row("indented rest of an item", u"- a\n\n  b\n\n      c\n\nd"_s);
    row("numbers that stay one", u"1. a\n1. b\n\n1. c\n\ntext\n\n1. d\n1. e"_s);
    row("numbers and bullets", u"1. a\n- b\n2. c\n3) d"_s);
    row("CR LF", u"a\r\n\r\n```\r\nx\r\n```\r\nb"_s);
}

void TestMarkdownStream::endsAsTheWholeWouldBeRead()
{
    QFETCH(QString, source);
    const QStringList whole = dumped(Markdown::parse(source));
    QRandomGenerator random(7);
    for (const int most : {1, 3, 17, 1000}) {
        Stream stream;
        for (qsizetype at = 0; at < source.size();) {
            const qsizetype length = 1 + random.bounded(most);
            stream.append(source.mid(at, length));
            at += length;
        }
        QCOMPARE(stream.source(), source);
        QCOMPARE(dumped(stream.blocks()), whole);
    }
}

void TestMarkdownStream::endsAsTheWholeWouldBeReadWhateverIsWritten()
{
    // libmd4c 0.4.8 itself reads a few odd things otherwise than the standard, such as a fence
    // right behind a table; they are left out.
    const QStringList parts{
        u"\n"_s,        u"\n\n"_s,        u"a "_s,       u"\n- b"_s,
        u"\n1. c"_s,    u"\n  - d"_s,     u"\n  more"_s, u"\n> q"_s,
        u"**"_s,        u"\n\n```py\n"_s, u"\n```\n"_s,  u"\n# h\n"_s,
        u"\n\n---\n"_s, u"`"_s,           u"đ 😀"_s,      u"\n\n|a|b|\n|---|---|\n|1|2|\n\n"_s};
    QRandomGenerator random(11);
    for (int round = 0; round < 400; ++round) {
        QString source;
        for (int i = 0; i < 25; ++i)
            source += parts[random.bounded(int(parts.size()))];
        source += u'\n'; // a fence's end that may be on its way is held back
        Stream stream;
        for (qsizetype at = 0; at < source.size(); at += 3)
            stream.append(source.mid(at, 3));
        const QStringList whole = dumped(Markdown::parse(source));
        QVERIFY2(dumped(stream.blocks()) == whole,
                 qPrintable(source + u"\n=====\n"_s + dumped(stream.blocks()).join(u'\n')
                            + u"\n=====\n"_s + whole.join(u'\n')));
    }
}

void TestMarkdownStream::keepsTightListsTight()
{
    Stream stream;
    stream.append(u"text\n\n- a\n- b\n- c\n\nmore\n"_s);
    QList<bool> tight;
    for (const Markdown::Block &block : stream.blocks())
        tight += block.tight;
    QCOMPARE(tight, (QList<bool>{false, false, true, true, false}));
    QCOMPARE(stream.blocks(), Markdown::parse(stream.source()));
    Stream loose;
    loose.append(u"- a\n\n- b\n"_s);
    QCOMPARE(loose.blocks(), Markdown::parse(loose.source()));
}

void TestMarkdownStream::neverChangesWhatIsSettled()
{
    const QString source = ThreadSamples::engineering()[1].content;
    Stream stream;
    Markdown::Blocks before;
    for (const QChar character : source) {
        const int settled = stream.settled();
        stream.append(QString(character));
        QVERIFY(stream.settled() >= settled);
        QCOMPARE(stream.blocks().first(settled), before.first(settled));
        before = stream.blocks();
    }
    QVERIFY(stream.settled() > 8);
}

void TestMarkdownStream::readsEveryCharacterAFewTimesOnly_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addRow("paragraphs") << u"Some words in a paragraph of usual length.\n\n"_s;
    QTest::addRow("items") << u"- an item of a list without empty lines\n"_s;
    QTest::addRow("numbered items") << u"1. an item of a list without empty lines\n"_s;
    QTest::addRow("code") << u"```py\nx = 1\n\ny = 2\n```\n"_s;
}

void TestMarkdownStream::readsEveryCharacterAFewTimesOnly()
{
    QFETCH(QString, unit);
    const auto work = [&unit](int count) {
        Stream stream;
        for (int i = 0; i < count; ++i) {
            for (qsizetype at = 0; at < unit.size(); at += 4)
                stream.append(unit.mid(at, 4));
        }
        return stream.parsedCharacters();
    };
    const qint64 once = work(300);
    const qint64 twice = work(600);
    QVERIFY2(twice <= 2 * once + 1000, qPrintable(u"%1, %2"_s.arg(once).arg(twice)));
}

void TestMarkdownStream::showsAFenceWhileItGrows()
{
    Stream stream;
    stream.append(u"```py\nx = 1\n"_s);
    QCOMPARE(dumped(stream.blocks()), QStringList{u"code(py) x = 1"_s});
    const qint64 before = stream.parsedCharacters();
    for (int i = 0; i < 1000; ++i)
        stream.append(u"line\n"_s);
    QCOMPARE(stream.parsedCharacters(), before); // an open fence is not parsed at all
    QVERIFY(stream.blocks().first().text.shown.endsWith(u"line\nline"_s));
    stream.append(u"``"_s);
    QVERIFY(stream.blocks().first().text.shown.endsWith(u"line\nline"_s)); // the end on its way
    stream.append(u"`\nafter"_s);
    QCOMPARE(stream.blocks().size(), 2);
    QCOMPARE(stream.blocks().last().text.shown, u"after"_s);
}

QTEST_GUILESS_MAIN(TestMarkdownStream)
#include "tst_markdownstream.moc"
