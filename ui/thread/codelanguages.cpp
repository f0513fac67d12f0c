#include "ui/thread/codelanguages.h"

#include <QHash>

#include <algorithm>

namespace Code {

namespace {

using namespace Qt::Literals::StringLiterals;

QList<QStringView> sortedWords(QStringView words)
{
    QList<QStringView> list = words.split(u' ', Qt::SkipEmptyParts);
    std::ranges::sort(list);
    return list;
}

// One set for C, C++, C#, Java, Kotlin, Swift, Go, Rust and PHP: what is a keyword in one of
// them is seldom a name in another.
Grammar cLike()
{
    return {.lineComments = {u"//"},
            .blockComments = true,
            .quotes = u"\"'",
            .keywords = sortedWords(
                u"abstract as async auto await bool boolean break byte case catch chan char class "
                u"const constexpr continue crate default defer delete do double dyn else enum "
                u"explicit export extends extern false final finally float fn for foreach friend "
                u"fun func function go goto if impl implements import in inline int interface "
                u"internal is let long loop map match mod module move mut namespace new nil "
                u"noexcept null nullptr operator out override package private protected pub "
                u"public range readonly ref return sealed select self short signed sizeof static "
                u"std string struct super switch template this throw throws trait true try type "
                u"typedef typename uint union unsafe unsigned use using val var virtual void "
                u"volatile when where while yield")};
}

Grammar python()
{
    return {.lineComments = {u"#"},
            .tripleStrings = true,
            .quotes = u"\"'",
            .keywords = sortedWords(
                u"False None True and as assert async await break case class continue def del "
                u"elif else except finally for from global if import in is lambda match nonlocal "
                u"not or pass raise return self try while with yield")};
}

Grammar javaScript()
{
    return {.lineComments = {u"//"},
            .blockComments = true,
            .backquotes = true,
            .quotes = u"\"'",
            .keywords = sortedWords(
                u"any as async await boolean break case catch class const continue debugger "
                u"default delete do else enum export extends false finally for from function get "
                u"if implements import in instanceof interface let new null number of private "
                u"protected public readonly return set static string super switch this throw true "
                u"try type typeof undefined unknown var void while with yield")};
}

Grammar json()
{
    return {.lineComments = {u"//"},
            .blockComments = true,
            .quotes = u"\"",
            .keywords = sortedWords(u"false null true")};
}

Grammar sql()
{
    return {.lineComments = {u"--"},
            .blockComments = true,
            .caseless = true,
            .quotes = u"'\"",
            .keywords = sortedWords(
                u"add all alter and as asc begin between bigint boolean by cascade case check "
                u"column commit conflict constraint count create cross current_date "
                u"current_timestamp database date default delete desc distinct do drop else end "
                u"except exists explain false filter first following foreign from full function "
                u"grant group having if in index inner insert int integer intersect interval into "
                u"is join key last lateral left like limit not null nulls numeric offset on or "
                u"order outer over partition preceding primary references returning revoke right "
                u"rollback row rows select set sum table text then timestamp to trigger true "
                u"truncate unbounded union unique update using values varchar view when where "
                u"window with")};
}

Grammar shell()
{
    return {.lineComments = {u"#"},
            .quotes = u"\"'",
            .keywords = sortedWords(
                u"alias apt apt-get awk break case cat cd chmod chown continue cp curl do docker "
                u"done echo elif else esac eval exec exit export fi for function git grep if in "
                u"kubectl local ls mkdir mv npm pip printf python python3 read return rm sed set "
                u"shift source ssh sudo systemctl test then trap unset until while xargs")};
}

} // namespace

Language languageOf(QStringView name)
{
    static const QHash<QString, Language> languages = [] {
        QHash<QString, Language> known;
        const auto add = [&known](Language language, QStringView names) {
            for (const QStringView each : names.split(u' '))
                known.insert(each.toString(), language);
        };
        add(Language::CLike,
            u"c h cc cpp c++ cxx hpp cs csharp c# java kotlin kt swift go golang rust rs php dart "
            u"scala objc objective-c proto css scss");
        add(Language::Python, u"python py python3 ipython pycon yaml yml toml ruby rb");
        add(Language::JavaScript, u"javascript js jsx typescript ts tsx mjs node");
        add(Language::Json, u"json jsonc json5 jsonl geojson");
        add(Language::Sql, u"sql postgres postgresql psql sqlite mysql plsql tsql");
        add(Language::Shell, u"sh bash zsh shell console fish dockerfile makefile ini env");
        add(Language::Markup, u"html htm xml svg xhtml vue svelte xsl plist");
        return known;
    }();
    return languages.value(name.toString().toLower(), Language::Plain);
}

const Grammar &grammarOf(Language language)
{
    static const Grammar none;
    static const Grammar cLikeGrammar = cLike();
    static const Grammar pythonGrammar = python();
    static const Grammar javaScriptGrammar = javaScript();
    static const Grammar jsonGrammar = json();
    static const Grammar sqlGrammar = sql();
    static const Grammar shellGrammar = shell();
    switch (language) {
    case Language::CLike:
        return cLikeGrammar;
    case Language::Python:
        return pythonGrammar;
    case Language::JavaScript:
        return javaScriptGrammar;
    case Language::Json:
        return jsonGrammar;
    case Language::Sql:
        return sqlGrammar;
    case Language::Shell:
        return shellGrammar;
    case Language::Plain:
    case Language::Markup:
        return none;
    }
    Q_UNREACHABLE();
}

} // namespace Code
