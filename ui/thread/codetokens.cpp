#include "ui/thread/codelanguages.h"

#include <algorithm>

namespace Code {

namespace {

using namespace Qt::Literals::StringLiterals;
using Colors::Syntax;

bool isWordStart(QChar c)
{
    return c.isLetter() || c == u'_' || c == u'$' || c == u'@';
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// Reads code from left to right, one token at a time.
class Reader
{
public:
    Reader(QStringView code, const Grammar &grammar, Language language)
        : m_code(code)
        , m_grammar(grammar)
        , m_language(language)
    {
    }

    Tokens read(State begin)
    {
        continueFrom(begin);
        while (m_at < m_code.size())
            step();
        return m_result;
    }

private:
    void continueFrom(State state);
    void step();
    bool comment();
    bool string();
    void word();
    void number();
    void markup();
    void insideTag();
    bool startsWith(QStringView what) const { return m_code.sliced(m_at).startsWith(what); }
    void through(qsizetype from, QStringView end, Syntax syntax, State open);
    void token(qsizetype from, Syntax syntax)
    {
        m_result.tokens.append({int(from), int(m_at - from), syntax});
    }

    QStringView m_code;
    const Grammar &m_grammar;
    Language m_language;
    qsizetype m_at = 0;
    Tokens m_result;
};

void Reader::continueFrom(State state)
{
    switch (state) {
    case State::Plain:
        return;
    case State::BlockComment:
        return through(0, m_language == Language::Markup ? u"-->" : u"*/", Syntax::Comment, state);
    case State::TripleSingle:
        return through(0, u"'''", Syntax::String, state);
    case State::TripleDouble:
        return through(0, u"\"\"\"", Syntax::String, state);
    case State::Backquote:
        return through(0, u"`", Syntax::String, state);
    case State::Tag:
        return insideTag();
    }
}

/// A token that began at `from` and ends with `end`, or with the code and stays open.
void Reader::through(qsizetype from, QStringView end, Syntax syntax, State open)
{
    const qsizetype found = m_code.indexOf(end, m_at);
    m_at = found < 0 ? m_code.size() : found + end.size();
    m_result.end = found < 0 ? open : State::Plain;
    if (m_at > from)
        token(from, syntax);
}

void Reader::step()
{
    if (m_language == Language::Markup)
        return markup();
    const QChar c = m_code[m_at];
    if (comment() || string())
        return;
    if (isWordStart(c))
        word();
    else if (c.isDigit())
        number();
    else
        ++m_at;
}

bool Reader::comment()
{
    const qsizetype from = m_at;
    if (m_grammar.blockComments && startsWith(u"/*")) {
        m_at += 2;
        through(from, u"*/", Syntax::Comment, State::BlockComment);
        return true;
    }
    for (const QStringView start : m_grammar.lineComments) {
        // '#' within a word, as in $# or a#b, begins no comment.
        const bool free = start != u"#" || m_at == 0 || m_code[m_at - 1].isSpace();
        if (!free || !startsWith(start))
            continue;
        const qsizetype end = m_code.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_code.size() : end;
        token(from, Syntax::Comment);
        return true;
    }
    return false;
}

bool Reader::string()
{
    const QChar quote = m_code[m_at];
    const qsizetype from = m_at;
    if (m_grammar.backquotes && quote == u'`') {
        ++m_at;
        through(from, u"`", Syntax::String, State::Backquote);
        return true;
    }
    if (!m_grammar.quotes.contains(quote))
        return false;
    const bool isDouble = quote == u'"';
    const QStringView triple = isDouble ? u"\"\"\"" : u"'''";
    if (m_grammar.tripleStrings && startsWith(triple)) {
        m_at += 3;
        through(from, triple, Syntax::String, isDouble ? State::TripleDouble : State::TripleSingle);
        return true;
    }
    ++m_at;
    while (m_at < m_code.size() && m_code[m_at] != quote && m_code[m_at] != u'\n')
        m_at += m_code[m_at] == u'\\' ? 2 : 1;
    m_at = std::min(m_at + 1, m_code.size());
    if (m_code[m_at - 1] == u'\n')
        --m_at; // an apostrophe or an open string ends with its line
    // The key of an object is a name.
    const bool key = m_language == Language::Json && m_code.sliced(m_at).trimmed().startsWith(u':');
    token(from, key ? Syntax::Name : Syntax::String);
    return true;
}

void Reader::word()
{
    const qsizetype from = m_at;
    ++m_at;
    while (m_at < m_code.size() && isWordPart(m_code[m_at]))
        ++m_at;
    const QStringView word = m_code.sliced(from, m_at - from);
    const QString lower = m_grammar.caseless ? word.toString().toLower() : QString();
    const QStringView wanted = m_grammar.caseless ? QStringView(lower) : word;
    if (std::ranges::binary_search(m_grammar.keywords, wanted))
        token(from, Syntax::Keyword);
    else if (m_at < m_code.size() && m_code[m_at] == u'(')
        token(from, Syntax::Name);
}

void Reader::number()
{
    const qsizetype from = m_at;
    while (m_at < m_code.size() && (m_code[m_at].isLetterOrNumber() || m_code[m_at] == u'.'))
        ++m_at;
    token(from, Syntax::Number);
}

void Reader::markup()
{
    const qsizetype from = m_at;
    if (startsWith(u"<!--")) {
        m_at += 4;
        through(from, u"-->", Syntax::Comment, State::BlockComment);
        return;
    }
    if (m_code[m_at] != u'<') {
        const qsizetype next = m_code.indexOf(u'<', m_at);
        m_at = next < 0 ? m_code.size() : next;
        return;
    }
    ++m_at;
    while (m_at < m_code.size() && (isWordPart(m_code[m_at]) || u"/!?:-."_s.contains(m_code[m_at])))
        ++m_at;
    token(from, Syntax::Keyword);
    insideTag();
}

/// Attributes, up to the tag's end.
void Reader::insideTag()
{
    while (m_at < m_code.size()) {
        const qsizetype from = m_at;
        const QChar c = m_code[m_at++];
        if (c == u'>') {
            token(from, Syntax::Keyword);
            m_result.end = State::Plain;
            return;
        }
        if (c == u'"' || c == u'\'') {
            const qsizetype end = m_code.indexOf(c, m_at);
            m_at = end < 0 ? m_code.size() : end + 1;
            token(from, Syntax::String);
        } else if (isWordStart(c)) {
            while (m_at < m_code.size() && (isWordPart(m_code[m_at]) || m_code[m_at] == u'-'))
                ++m_at;
            token(from, Syntax::Name);
        }
    }
    m_result.end = State::Tag;
}

} // namespace

Tokens tokensOf(QStringView code, Language language, State begin)
{
    if (language == Language::Plain)
        return {};
    return Reader(code, grammarOf(language), language).read(begin);
}

} // namespace Code
