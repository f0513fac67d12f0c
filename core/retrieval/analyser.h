#pragma once

#include <QString>

#include <functional>
#include <string>
#include <vector>

namespace Core {

/// How a conversation's texts become terms. Decided for a conversation as a whole, because a
/// question typed without diacritics looks English.
enum class TextLanguage : quint8 {
    English, ///< stems without stop words; diacritics do not count
    Vietnamese, ///< syllables as written and folded, and folded pairs, which stand for words
};

/// What the spelling of a word says about its language.
enum class Spelling : quint8 {
    Vietnamese, ///< has a letter that only Vietnamese has
    Syllable, ///< could be Vietnamese, typed without marks
    Plain, ///< other letters of ASCII
    Other,
};
Spelling spellingOf(QStringView word); ///< of a word in lower case

/// How many words there are, by spelling.
struct SpellingCensus
{
    qint64 words = 0;
    qint64 vietnamese = 0;
    qint64 syllables = 0;
    qint64 plain = 0;

    void add(Spelling spelling);
    void add(const QString &text);
    void add(const SpellingCensus &other);
    TextLanguage language() const;
};

/// Terms of the text, in order, as UTF-8. Composed and decomposed letters are the same, so
/// are upper and lower case, 1.250.000 and 1250000. Characters of scripts that do not
/// separate words are terms by themselves and in pairs. No vocabulary: no terms.
std::vector<std::string> termsOf(const QString &text, TextLanguage language);

/// What termsOf() makes its terms of.
struct WordForms
{
    std::string bare; ///< folded
    std::string exact; ///< as written; of a Vietnamese syllable only
    std::string stem; ///< of the bare word, unless it is a stop word
    bool isCharacter = false; ///< of a script that does not separate words
    bool isStop = false;
    bool isPlainStop = false; ///< in a text typed without marks
};
WordForms formsOf(QStringView word, TextLanguage language);

/// Hands out the words of a text, as loweredText() makes it, as termsOf() takes them: numbers in
/// one piece, amounts without their currency, none that is too long to be a word.
void eachTermWord(const QString &lowered, const std::function<void(QStringView)> &take);

bool tells(QStringView word); ///< it is a stop word in neither language
bool hasVietnameseLetter(QStringView text); ///< one that only Vietnamese has

/// How many words of the text are stop words in neither language; counts up to `most` only.
int tellingWords(const QString &text, int most);

} // namespace Core
