#pragma once

#include <QList>
#include <QStringView>

#include <optional>

/// How well a text matches what was typed, and at which letters.
struct FuzzyMatch
{
    int score = 0; ///< more is better; only comparable for the same pattern
    QList<int> positions; ///< in the text, rising

    friend bool operator==(const FuzzyMatch &, const FuzzyMatch &) = default;
};

/// Matches every word of `pattern` as letters that occur in `text` in that order, with gaps:
/// "ncv" finds "New conversation". Case, accents and the order of the words do not matter.
/// Beginnings of words and letters in a row count more. Nothing where a word does not match.
std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);
