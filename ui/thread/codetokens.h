#pragma once

#include "ui/base/syntaxcolors.h"

#include <QList>
#include <QStringView>

/// Highlighting of code by hand-written rules: enough for reading, wrong in places only a
/// compiler would notice, and linear whatever it is given.
namespace Code {

enum class Language : quint8 { Plain, CLike, Python, JavaScript, Json, Sql, Shell, Markup };

/// The language that the word behind a fence means; Plain for words that are not known.
Language languageOf(QStringView name);

struct Token
{
    int start = 0;
    int length = 0;
    Colors::Syntax syntax = Colors::Syntax::Keyword;

    friend bool operator==(const Token &, const Token &) = default;
};

/// What a stretch of code ends in, so that the next one can be read without it.
enum class State : quint8 { Plain, BlockComment, TripleSingle, TripleDouble, Backquote, Tag };

struct Tokens
{
    QList<Token> tokens; ///< in order, disjoint
    State end = State::Plain;
};

Tokens tokensOf(QStringView code, Language language, State begin = State::Plain);

} // namespace Code
