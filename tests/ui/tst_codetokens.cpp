#include "ui/thread/codetokens.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Code::Language;
using Code::State;
using Colors::Syntax;

namespace {

/// "k:int n:f s:"a" …": the tokens with a letter for what they are.
QString dumped(const QString &code, Language language, State begin = State::Plain)
{
    QStringList parts;
    const QHash<Syntax, QChar> letters{{Syntax::Keyword, u'k'},
                                       {Syntax::Name, u'n'},
                                       {Syntax::String, u's'},
                                       {Syntax::Number, u'd'},
                                       {Syntax::Comment, u'c'}};
    for (const Code::Token &token : Code::tokensOf(code, language, begin).tokens)
        parts += letters.value(token.syntax) + QString(u':') + code.mid(token.start, token.length);
    return parts.join(u' ');
}

} // namespace

Q_DECLARE_METATYPE(Code::Language)

class TestCodeTokens : public QObject
{
    Q_OBJECT

private slots:
    void knowsLanguages_data();
    void knowsLanguages();
    void reads_data();
    void reads();
    void readsPartsAsTheWhole_data();
    void readsPartsAsTheWhole();
    void staysWithinTheText_data();
    void staysWithinTheText();
};

void TestCodeTokens::knowsLanguages_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Language>("language");
    QTest::addRow("c++") << u"C++"_s << Language::CLike;
    QTest::addRow("py") << u"py"_s << Language::Python;
    QTest::addRow("ts") << u"tsx"_s << Language::JavaScript;
    QTest::addRow("sql") << u"PostgreSQL"_s << Language::Sql;
    QTest::addRow("bash") << u"bash"_s << Language::Shell;
    QTest::addRow("svg") << u"svg"_s << Language::Markup;
    QTest::addRow("json") << u"json"_s << Language::Json;
    QTest::addRow("none") << QString() << Language::Plain;
    QTest::addRow("unknown") << u"cobol"_s << Language::Plain;
}

void TestCodeTokens::knowsLanguages()
{
    QFETCH(QString, name);
    QFETCH(Language, language);
    QCOMPARE(Code::languageOf(name), language);
}

void TestCodeTokens::reads_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char *name, Language language, const QString &code,
                        const QString &tokens) {
        QTest::addRow("%s", name) << language << code << tokens;
    };
    row("C++", Language::CLike, u"int f(char c) { return 0x1F + 'a'; } // end"_s,
        u"k:int n:f k:char k:return d:0x1F s:'a' c:// end"_s);
    row("a comment over lines", Language::CLike, u"a /* b\nc */ int"_s, u"c:/* b\nc */ k:int"_s);
    row("escapes", Language::CLike, u"\"a\\\"b\" x"_s, u"s:\"a\\\"b\""_s);
    row("a string that ends with its line", Language::CLike, u"\"a\nint"_s, u"s:\"a k:int"_s);
    row("no comment in a string", Language::CLike, u"\"// no\""_s, u"s:\"// no\""_s);
    row("words in words", Language::CLike, u"integer printf(x)"_s, u"n:printf"_s);
    row("Python", Language::Python, u"def f(x): return None # why"_s,
        u"k:def n:f k:return k:None c:# why"_s);
    row("a string over lines", Language::Python, u"x = \"\"\"a\n'b'\"\"\" + 1"_s,
        u"s:\"\"\"a\n'b'\"\"\" d:1"_s);
    row("JavaScript", Language::JavaScript, u"const a = `x\n${y}`; // z"_s,
        u"k:const s:`x\n${y}` c:// z"_s);
    row("JSON", Language::Json, u"{\"a\": [1.5e3, true, \"b\"]}"_s,
        u"n:\"a\" d:1.5e3 k:true s:\"b\""_s);
    row("SQL", Language::Sql, u"SELECT count(*) FROM t -- all\nwhere a = 'x'"_s,
        u"k:SELECT k:count k:FROM c:-- all k:where s:'x'"_s);
    row("shell", Language::Shell, u"for f in *; do echo \"$f\" $#; done # x"_s,
        u"k:for k:in k:do k:echo s:\"$f\" k:done c:# x"_s);
    row("HTML", Language::Markup, u"<a href=\"x\">t</a><!-- c -->"_s,
        u"k:<a n:href s:\"x\" k:> k:</a k:> c:<!-- c -->"_s);
    row("other text", Language::Plain, u"int \"a\" // b"_s, QString());
}

void TestCodeTokens::reads()
{
    QFETCH(Language, language);
    QFETCH(QString, code);
    QFETCH(QString, tokens);
    QCOMPARE(dumped(code, language), tokens);
}

void TestCodeTokens::readsPartsAsTheWhole_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("tokens"); ///< of the second
    QTest::addRow("a comment") << Language::CLike << u"x /* a\n"_s << u"b */ int"_s
                               << u"c:b */ k:int"_s;
    QTest::addRow("a long string")
        << Language::Python << u"'''a\n"_s << u"def''' if"_s << u"s:def''' k:if"_s;
    QTest::addRow("a template string")
        << Language::JavaScript << u"`a\n"_s << u"if` if"_s << u"s:if` k:if"_s;
    QTest::addRow("a tag") << Language::Markup << u"<a\n"_s << u"b=\"c\">d"_s
                           << u"n:b s:\"c\" k:>"_s;
    QTest::addRow("a comment of markup")
        << Language::Markup << u"<!-- a\n"_s << u"b --><i>"_s << u"c:b --> k:<i k:>"_s;
    QTest::addRow("nothing") << Language::CLike << u"/* a */ \"b\"\n"_s << u"int"_s << u"k:int"_s;
}

void TestCodeTokens::readsPartsAsTheWhole()
{
    QFETCH(Language, language);
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, tokens);
    const State state = Code::tokensOf(first, language).end;
    QCOMPARE(dumped(second, language, state), tokens);
}

void TestCodeTokens::staysWithinTheText_data()
{
    QTest::addColumn<QString>("code");
    for (const QString &code : {u"\"\\"_s, u"'"_s, u"/*"_s, u"//"_s, u"'''"_s, u"`"_s, u"<"_s,
                                u"<!--"_s, u"<a b='"_s, u"1"_s, u"@"_s, u"\\\\\\"_s, u"#"_s,
                                u"--"_s, u"\"\n"_s, u"😀\"😀"_s, QString(u'"').repeated(999)})
        QTest::addRow("%s", qPrintable(code.left(12))) << code;
}

void TestCodeTokens::staysWithinTheText()
{
    QFETCH(QString, code);
    for (int language = 0; language <= int(Language::Markup); ++language) {
        for (int state = 0; state <= int(State::Tag); ++state) {
            const Code::Tokens tokens = Code::tokensOf(code, Language(language), State(state));
            int end = 0;
            for (const Code::Token &token : tokens.tokens) {
                QVERIFY(token.start >= end);
                QVERIFY(token.length > 0);
                end = token.start + token.length;
            }
            QVERIFY(end <= code.size());
        }
    }
}

QTEST_GUILESS_MAIN(TestCodeTokens)
#include "tst_codetokens.moc"
