#pragma once

#include <QString>

#include <string>
#include <vector>

namespace Core {

/// How a conversation's texts become terms. Decided for a conversation as a whole, because a
/// question typed without diacritics looks English.
enum class TextLanguage : quint8 {
    English, ///< stems without stop words; diacritics do not count
    Vietnamese, ///< syllables as written and folded, and folded pairs, which stand for words
};

/// How many words there are, and how many carry a letter that only Vietnamese has.
struct LetterCensus
{
    qint64 words = 0;
    qint64 vietnamese = 0;

    void add(const QString &text);
    TextLanguage language() const;
};

/// Terms of the text, in order, as UTF-8. Composed and decomposed letters are the same, so
/// are upper and lower case, 1.250.000 and 1250000. Characters of scripts that do not
/// separate words are terms by themselves and in pairs. No vocabulary: no terms.
std::vector<std::string> termsOf(const QString &text, TextLanguage language);

/// How many words of the text are stop words in neither language; counts up to `most` only.
int tellingWords(const QString &text, int most);

} // namespace Core
