#pragma once

#include <QByteArray>
#include <QList>
#include <QStringView>

/// `json` with line breaks and indents, and every name, number and string byte for byte as it
/// was, in its order. What does not begin like a JSON document is answered as it is. Linear.
QByteArray prettyJson(const QByteArray &json);

/// A part of a line of JSON, to be coloured.
struct JsonToken
{
    enum class Kind : quint8 { Name, String, Number, Word }; ///< Word: true, false, null

    qsizetype start = 0;
    qsizetype length = 0;
    Kind kind = Kind::String;

    friend bool operator==(const JsonToken &, const JsonToken &) = default;
};

enum class LineStart : quint8 { Fresh, InString }; ///< InString: a long string goes on here

/// The tokens of a line, or of a piece of one. Marks of punctuation are not among them.
QList<JsonToken> jsonTokens(QStringView line, LineStart start = LineStart::Fresh);
