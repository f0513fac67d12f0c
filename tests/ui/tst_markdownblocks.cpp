#include "tests/support/blockdump.h"
#include "ui/thread/markdownblocks.h"

#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using Markdown::Block;
using Markdown::Blocks;

namespace {

qsizetype sizeOf(const Markdown::Text &text)
{
    qsizetype size = text.shown.size() + text.spans.size() + text.runs.size();
    for (const QString &link : text.links)
        size += link.size();
    return size;
}

/// How much is made of a text: what the tests call work.
qsizetype sizeOf(const Blocks &blocks)
{
    qsizetype size = 0;
    for (const Block &block : blocks) {
        size += 1 + sizeOf(block.text);
        for (const Markdown::Text &cell : block.cells)
            size += 1 + sizeOf(cell);
    }
    return size;
}

} // namespace

class TestMarkdownBlocks : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void keepsWhatLooksLikeHtml_data();
    void keepsWhatLooksLikeHtml();
    void showsImagesAsText_data();
    void showsImagesAsText();
    void boundsNestingAndTables();
    void showsHiddenCharacters();
    void knowsWhereTextComesFrom_data();
    void knowsWhereTextComesFrom();
    void mapsPositionsBothWays();
    void makesNoMoreThanAFewTimesItsInput_data();
    void makesNoMoreThanAFewTimesItsInput();
    void showsOtherTextAsItIs();
    void findsBareAddressesOnlyWhereTheyAreFew();
};

void TestMarkdownBlocks::reads_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("blocks");
    const auto row = [](const char *name, const QString &source, const QStringList &blocks) {
        QTest::addRow("%s", name) << source << blocks;
    };

    row("nothing", {}, {});
    row("blank lines", u" \n\n\t\n"_s, {});
    row("a paragraph", u"Hello."_s, {u"p Hello."_s});
    row("paragraphs", u"a\n\nb\n\n\nc"_s, {u"p a"_s, u"p b"_s, u"p c"_s});
    row("line breaks as they were typed", u"a\nb  \nc"_s, {u"p a⏎b⏎c"_s});
    row("headings", u"# One\n## Two ##\n###### Six\n####### seven"_s,
        {u"h1 One"_s, u"h2 Two"_s, u"h6 Six"_s, u"p ####### seven"_s});
    row("underlined headings", u"One\n===\nTwo\n---"_s, {u"h1 One"_s, u"h2 Two"_s});
    row("bold and italic", u"**b** *i* ***bi*** __b__ _i_"_s,
        {u"p [b:b] [i:i] [bi:bi] [b:b] [i:i]"_s});
    row("no emphasis within a word", u"snake_case_name 2*3*4"_s, {u"p snake_case_name 2[i:3]4"_s});
    row("struck text", u"~~gone~~"_s, {u"p [s:gone]"_s});
    row("code in a line", u"use `a*b*c` and ``x`y``"_s, {u"p use [c:a*b*c] and [c:x`y]"_s});
    row("looks within looks", u"**a `b` c**"_s, {u"p [b:a ][bc:b][b: c]"_s});
    row("a link", u"[here](https://a.example/x?y=1 \"t\")"_s,
        {u"p [→https://a.example/x?y=1:here]"_s});
    row("a bold link", u"**[here](https://a.example)**"_s, {u"p [b→https://a.example:here]"_s});
    row("a link by reference", u"[here][1]\n\n[1]: https://a.example"_s,
        {u"p [→https://a.example:here]"_s});
    row("bare addresses", u"https://a.example, www.b.example and me@c.example."_s,
        {u"p [→https://a.example:https://a.example], [→http://www.b.example:www.b.example] and "
         "[→mailto:me@c.example:me@c.example]."_s});
    row("a list", u"- a\n- b\n  - c\n- d"_s, {u"• p a"_s, u"• p b"_s, u"- • p c"_s, u"• p d"_s});
    row("a numbered list", u"3. a\n4. b\n\n   more"_s, {u"3. p a"_s, u"4. p b"_s, u"- p more"_s});
    row("tasks", u"- [ ] a\n- [x] b"_s, {u"☐ p a"_s, u"☑ p b"_s});
    row("an empty item", u"- \n- b"_s, {u"• p "_s, u"• p b"_s});
    row("code in a list", u"- a\n  ```sh\n  ls -l\n    x\n  ```\n- b"_s,
        {u"• p a"_s, u"- code(sh) ls -l↵  x"_s, u"• p b"_s});
    row("a heading in a list", u"- # a"_s, {u"• h1 a"_s});
    row("a quote", u"> a\n> > b\n\nc"_s, {u"> p a"_s, u"> > p b"_s, u"p c"_s});
    row("a list in a quote", u"> - a\n>   - b"_s, {u"> • p a"_s, u"> - • p b"_s});
    row("code", u"```python\nx = 1\n\n  y\n```\nafter"_s,
        {u"code(python) x = 1↵↵  y"_s, u"p after"_s});
    row("code with more behind the name", u"```cpp title=\"a\"\nx\n```"_s, {u"code(cpp) x"_s});
    row("code that never ends", u"~~~\na\n```\nb"_s, {u"code() a↵```↵b"_s});
    row("no code", u"```\n```"_s, {u"code() "_s});
    row("indented lines as text", u"a\n\n    b *c*"_s, {u"p a"_s, u"p b [i:c]"_s});
    row("a rule", u"a\n\n***\nb"_s, {u"p a"_s, u"rule"_s, u"p b"_s});
    row("a table", u"|a|b|\n|---|--:|\n|1|**2**|\n|3|"_s, {u"table 2x3 a|b|1|[b:2]|3|"_s});
    row("no table without a rule", u"|a|b|\n|1|2|"_s, {u"p |a|b|⏎|1|2|"_s});
    row("entities", u"&lt;b&gt; &amp;amp; &#233; &#x1F600; &nosuch; &#0;"_s,
        {u"p <b> &amp; é 😀 &nosuch; \ufffd"_s});
    row("escapes", u"\\*no\\* \\# 1\\. \\<"_s, {u"p *no* # 1. <"_s});
    row("Vietnamese", u"**Đổi trả** và _hoàn tiền_ 🙏"_s, {u"p [b:Đổi trả] và [i:hoàn tiền] 🙏"_s});
    row("CR LF", u"a\r\n\r\n- b\r\n- c\r\n"_s, {u"p a"_s, u"• p b"_s, u"• p c"_s});
    row("formulas as text", u"$x_1$ and \\(y\\)"_s, {u"p $x_1$ and (y)"_s});
}

void TestMarkdownBlocks::reads()
{
    QFETCH(QString, source);
    QFETCH(QStringList, blocks);
    QCOMPARE(dumped(Markdown::parse(source)), blocks);
}

void TestMarkdownBlocks::keepsWhatLooksLikeHtml_data()
{
    QTest::addColumn<QString>("source");
    for (const char *source :
         {"<b>bold</b>", "<script>alert(1)</script>", "<img src=/dev/zero>", "<!-- comment -->",
          "<a href=\"javascript:x\">y</a>", "<table><tr><td>", "<?php x ?>", "<![CDATA[x]]>",
          "a < b > c", "<style>* { display: none }</style>", "List<String>"})
        QTest::addRow("%s", source) << QString::fromLatin1(source);
}

void TestMarkdownBlocks::keepsWhatLooksLikeHtml()
{
    QFETCH(QString, source);
    const Blocks blocks = Markdown::parse(source);
    QCOMPARE(blocks.size(), 1);
    QCOMPARE(blocks.first().text.shown, source);
}

void TestMarkdownBlocks::showsImagesAsText_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("block");
    QTest::addRow("from the web") << u"![a cat](https://a.example/c.png?q=secret)"_s
                                  << u"p [g:[image: a cat — a.example]]"_s;
    QTest::addRow("device") << u"![a](/dev/zero)"_s << u"p [g:[image: a]]"_s;
    QTest::addRow("file") << u"![a](file:///etc/passwd)"_s << u"p [g:[image: a — file]]"_s;
    QTest::addRow("data") << u"![](data:image/png;base64,AA)"_s << u"p [g:[image:  — data]]"_s;
    QTest::addRow("resource") << u"![a](qrc:/x.png)"_s << u"p [g:[image: a — qrc]]"_s;
    QTest::addRow("odd host") << u"![a](https://bücher.example/)"_s
                              << u"p [g:[image: a — xn--bcher-kva.example]]"_s;
    QTest::addRow("in an image") << u"![a ![b](x) c](https://h.example)"_s
                                 << u"p [g:[image: a b c — h.example]]"_s;
    QTest::addRow("in a link") << u"[![a](https://h.example)](https://l.example)"_s
                               << u"p [g→https://l.example:[image: a — h.example]]"_s;
}

void TestMarkdownBlocks::showsImagesAsText()
{
    QFETCH(QString, source);
    QFETCH(QString, block);
    QCOMPARE(dumped(Markdown::parse(source)), QStringList{block});
}

void TestMarkdownBlocks::boundsNestingAndTables()
{
    const Blocks quotes = Markdown::parse(u">"_s.repeated(500) + u" a\n\nb"_s);
    QCOMPARE(quotes.size(), 2);
    QCOMPARE(quotes.first().containers.size(), Markdown::deepestNesting);
    QVERIFY(quotes.last().containers.isEmpty());

    const QString row = u"|x"_s.repeated(100) + u"|\n"_s;
    const Block wide = Markdown::parse(row + u"|---"_s.repeated(100) + u"|\n"_s + row).first();
    QCOMPARE(wide.columns.size(), Markdown::mostColumns);
    QCOMPARE(wide.omittedColumns, 100 - Markdown::mostColumns);
    QCOMPARE(wide.rowCount(), 2);

    const Block tall = Markdown::parse(u"|a|\n|---|\n"_s + u"|1|\n"_s.repeated(1500)).first();
    QCOMPARE(tall.rowCount(), 1 + Markdown::mostRows);
    QCOMPARE(tall.omittedRows, 500);
}

void TestMarkdownBlocks::showsHiddenCharacters()
{
    const QString source = u"```\na\u202eb\u0007c\u2066\td\n```\n\nx\u202ey"_s;
    const Blocks blocks = Markdown::parse(source);
    QCOMPARE(blocks.first().text.shown, u"a\ufffdb\ufffdc\ufffd\td"_s);
    QCOMPARE(blocks.last().text.shown, u"x\ufffdy"_s);
    QCOMPARE(Markdown::copiedCode(blocks.first()), u"abc\td"_s);
    QCOMPARE(Markdown::parse(QString(u'a') + QChar(0) + u'b').first().text.shown, u"a\ufffdb"_s);
    QCOMPARE(Markdown::parse(QString(u'a') + QChar(0xd83d) + u'b').first().text.shown.size(), 3);
}

void TestMarkdownBlocks::knowsWhereTextComesFrom_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("wanted"); ///< shown, and the same in the source
    QTest::addRow("plain") << u"Hello there"_s << u"there"_s;
    QTest::addRow("behind markup") << u"## **a** *b* there"_s << u"there"_s;
    QTest::addRow("behind other scripts") << u"đổi 😀 trả there"_s << u"there"_s;
    QTest::addRow("behind an entity") << u"a &amp; there"_s << u"there"_s;
    QTest::addRow("in a link") << u"see [there](https://x.example)"_s << u"there"_s;
    QTest::addRow("in code") << u"x\n\n```\nfirst\n  there\n```"_s << u"there"_s;
    QTest::addRow("in nested code") << u"- x\n  ```\n  first\n  there\n  ```"_s << u"there"_s;
    QTest::addRow("in a list") << u"1. a\n2. **b** there"_s << u"there"_s;
    QTest::addRow("in a cell") << u"|a|b|\n|---|---|\n|1|there|"_s << u"there"_s;
    QTest::addRow("on a further line") << u"a\nb\n there"_s << u"there"_s;
    QTest::addRow("in an image") << u"![there](x)"_s << u"there"_s;
}

void TestMarkdownBlocks::knowsWhereTextComesFrom()
{
    QFETCH(QString, source);
    QFETCH(QString, wanted);
    const Blocks blocks = Markdown::parse(source, 1000);
    const Block &last = blocks.last();
    const Markdown::Text &text = last.kind == Block::Kind::Table ? last.cells.last() : last.text;
    const int shown = int(text.shown.indexOf(wanted));
    QVERIFY(shown >= 0);
    const int expected = 1000 + int(source.indexOf(wanted));
    QCOMPARE(text.toSource(shown), expected);
    QCOMPARE(text.fromSource(expected), shown);
    QCOMPARE(text.fromSource(expected + 3), shown + 3);
}

void TestMarkdownBlocks::mapsPositionsBothWays()
{
    const QString source = u"a **b** &amp; c"_s;
    const Markdown::Text text = Markdown::parse(source).first().text;
    QCOMPARE(text.shown, u"a b & c"_s);
    QCOMPARE(text.toSource(0), 0);
    QCOMPARE(text.toSource(2), 4);
    QCOMPARE(text.fromSource(3), 2); // within the markup: where the text before it ends
    QCOMPARE(text.fromSource(10), 4); // within the entity: its character
    QCOMPARE(text.toSource(int(text.shown.size())), int(source.size()));
    QCOMPARE(text.fromSource(10'000), int(text.shown.size()));
    QCOMPARE(text.fromSource(-1), 0);
    QCOMPARE(Markdown::Text{}.toSource(3), -1);
}

void TestMarkdownBlocks::makesNoMoreThanAFewTimesItsInput_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("before");
    const auto row = [](const char *name, const QString &unit, const QString &before = {}) {
        QTest::addRow("%s", name) << unit << before;
    };
    row("words", u"lorem ipsum dolor "_s);
    row("one word", u"x"_s);
    row("emphasis that never ends", u"**a "_s);
    row("crossing emphasis", u"*a **b "_s);
    row("strikes", u"~~a"_s);
    row("backticks", u"`a "_s);
    row("opening brackets", u"["_s);
    row("links of links", u"[a]("_s);
    row("images of images", u"![a"_s);
    row("quotes", u"> "_s);
    row("list items", u"- "_s);
    row("items", u"- a\n"_s);
    row("entities", u"&lt;"_s);
    row("tags", u"<b>"_s);
    row("fences", u"```\n"_s);
    row("rules", u"---\n"_s);
    row("headings", u"# a\n"_s);
    row("cells", u"|a"_s, u"|a|\n|---|\n"_s);
    row("rows", u"|a|b|\n"_s, u"|a|b|\n|---|---|\n"_s);
    row("references to one long target", u"[a] "_s,
        u"[a]: https://a.example/"_s + u"x"_s.repeated(4000) + u"\n\n"_s);
    row("references to two long targets", u"[a] [b] "_s,
        u"[a]: https://a.example/"_s + u"x"_s.repeated(4000) + u"\n[b]: https://b.example/"_s
            + u"x"_s.repeated(4000) + u"\n\n"_s);
    row("addresses", u"https://a.example "_s);
    row("mails", u"a@b.c "_s);
    row("backslashes", u"\\"_s);
    row("zeros", QString(u'a') + QChar(0));
}

void TestMarkdownBlocks::makesNoMoreThanAFewTimesItsInput()
{
    QFETCH(QString, unit);
    QFETCH(QString, before);
    const QString source = before + unit.repeated(20'000 / unit.size());
    const QString twice = before + unit.repeated(40'000 / unit.size());
    const qsizetype once = sizeOf(Markdown::parse(source));
    const qsizetype both = sizeOf(Markdown::parse(twice));
    QVERIFY2(both <= 2 * once + 6 * source.size(), qPrintable(u"%1, %2"_s.arg(once).arg(both)));
    QVERIFY2(once <= 16 * source.size() + 100'000, qPrintable(QString::number(once)));
}

void TestMarkdownBlocks::showsOtherTextAsItIs()
{
    const QString source = u"{\"a\": \"**b**\"}\n\u0007"_s;
    const Blocks blocks = Markdown::verbatim(source, u"json"_s);
    QCOMPARE(dumped(blocks), QStringList{u"code(json) {\"a\": \"**b**\"}↵\ufffd"_s});
    QCOMPARE(blocks.first().text.toSource(5), 5);
}

void TestMarkdownBlocks::findsBareAddressesOnlyWhereTheyAreFew()
{
    const QString address = u"https://a.example "_s;
    QCOMPARE(Markdown::parse(address.repeated(1000)).first().text.links.size(), 1);
    const Markdown::Text many =
        Markdown::parse(address.repeated(5000) + u"[a](https://b.example)"_s).first().text;
    QCOMPARE(many.links, QStringList{u"https://b.example"_s});
}

QTEST_GUILESS_MAIN(TestMarkdownBlocks)
#include "tst_markdownblocks.moc"
