#pragma once

#include "core/retrieval/analyser.h"
#include "core/retrieval/texttable.h"

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace Core {

/// Numbers the terms of texts, the same term with the same number. Many texts are made of few
/// words, so what there is to know of a word is found out once. For one thread of execution at a
/// time.
class TermBook
{
    Q_DISABLE_COPY_MOVE(TermBook)

public:
    TermBook() = default;

    /// What a word of a lowered text tells by itself.
    struct Word
    {
        bool isTelling = false; ///< tells()
        Spelling spelling = Spelling::Other;
        bool tellsTime = false;
    };
    Word word(QStringView lowered) { return known(lowered).word; }

    /// Numbers of the distinct terms that termsOf() makes of a lowered text, in the order of the
    /// terms.
    std::vector<int> numbersOf(const QString &lowered, TextLanguage language);

    int count() const { return int(m_terms.size()); } ///< all numbers are below
    void clear();

private:
    class Assembly;

    /// WordForms with numbers for the texts; -1: there is no such text.
    struct Forms
    {
        int bare = -1; ///< among bare words
        int character = -1;
        int exact = -1;
        int stem = -1;
        bool isPlainStop = false;
    };
    struct Known
    {
        Word word;
        std::array<std::optional<Forms>, 2> forms; ///< by TextLanguage, as far as asked for
    };

    Known &known(QStringView lowered);
    const Forms &formsOf(QStringView word, TextLanguage language);
    int number(const std::string &term);
    int bareNumber(const std::string &word);
    int pair(int first, int second);
    bool isBefore(int left, int right) const;

    TextTable<Known> m_words;
    std::unordered_map<std::string, int> m_numbers; ///< of terms
    std::vector<const std::string *> m_terms; ///< by number
    std::vector<quint64> m_beginnings; ///< of the terms, which tell most of them apart
    std::unordered_map<std::string, int> m_bareNumbers;
    std::vector<const std::string *> m_bareWords; ///< by number
    std::unordered_map<quint64, int> m_pairs; ///< terms, by two numbers of bare words
};

} // namespace Core
