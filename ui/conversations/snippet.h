#pragma once

#include <QList>
#include <QString>

/// Part of a text: where it begins and how long it is.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// A passage with the words that were searched for.
struct Snippet
{
    QString text; ///< on one line
    QList<TextRange> hits;

    friend bool operator==(const Snippet &, const Snippet &) = default;
};

/// Reads a snippet of the store, in which the words stand between U+0002 and U+0003. Marks that
/// do not close reach to the end; nothing of the marks is left in the text.
Snippet parsedSnippet(const QString &marked);

/// The snippet from shortly before its first hit, so that a narrow row shows it.
Snippet fromFirstHit(const Snippet &snippet, qsizetype before);
