#include "core/retrieval/syllable.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace Core {

namespace {

using namespace std::string_view_literals;

constexpr qsizetype longest = 7; ///< "nghieng"

// The parts a syllable is put together from (Đoàn Thiện Thuật, Ngữ âm tiếng Việt), without their
// marks and each in order, for the search.
constexpr std::array beginnings{"b"sv,   "c"sv,  "ch"sv, "d"sv,  "g"sv,  "gh"sv, "gi"sv,
                                "h"sv,   "k"sv,  "kh"sv, "l"sv,  "m"sv,  "n"sv,  "ng"sv,
                                "ngh"sv, "nh"sv, "p"sv,  "ph"sv, "qu"sv, "r"sv,  "s"sv,
                                "t"sv,   "th"sv, "tr"sv, "v"sv,  "x"sv};
constexpr std::array middles{"a"sv,   "ai"sv,  "ao"sv,  "au"sv,  "ay"sv,  "e"sv,  "eo"sv,  "eu"sv,
                             "i"sv,   "ia"sv,  "ie"sv,  "ieu"sv, "iu"sv,  "o"sv,  "oa"sv,  "oai"sv,
                             "oao"sv, "oay"sv, "oe"sv,  "oeo"sv, "oi"sv,  "oo"sv, "u"sv,   "ua"sv,
                             "uai"sv, "uau"sv, "uay"sv, "ue"sv,  "ui"sv,  "uo"sv, "uoi"sv, "uou"sv,
                             "uu"sv,  "uy"sv,  "uya"sv, "uye"sv, "uyu"sv, "y"sv,  "ye"sv,  "yeu"sv};
constexpr std::array endings{""sv, "c"sv, "ch"sv, "m"sv, "n"sv, "ng"sv, "nh"sv, "p"sv, "t"sv};

static_assert(std::is_sorted(beginnings.begin(), beginnings.end()));
static_assert(std::is_sorted(middles.begin(), middles.end()));
static_assert(std::is_sorted(endings.begin(), endings.end()));

template <typename Parts>
bool isOneOf(const Parts &parts, std::string_view part)
{
    return std::binary_search(parts.begin(), parts.end(), part);
}

bool isVowel(char letter)
{
    return "aeiouy"sv.find(letter) != std::string_view::npos;
}

/// Vowels between what may stand before and behind them.
bool isSyllable(std::string_view word, size_t beginning)
{
    size_t end = beginning;
    while (end < word.size() && isVowel(word[end]))
        ++end;
    return isOneOf(middles, word.substr(beginning, end - beginning))
        && isOneOf(endings, word.substr(end));
}

} // namespace

bool isPlainSyllable(QStringView word)
{
    std::array<char, size_t(longest)> letters;
    if (word.size() > longest)
        return false;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const char16_t letter = word[i].unicode();
        if (letter < u'a' || letter > u'z')
            return false;
        letters[size_t(i)] = char(letter);
    }
    const std::string_view plain(letters.data(), size_t(word.size()));
    size_t vowels = 0;
    while (vowels < plain.size() && !isVowel(plain[vowels]))
        ++vowels;
    if (vowels == 0 || isOneOf(beginnings, plain.substr(0, vowels))) {
        if (isSyllable(plain, vowels))
            return true;
    }
    // The vowel of "gi" and "qu" belongs to what stands before.
    return vowels + 1 < plain.size() && isOneOf(beginnings, plain.substr(0, vowels + 1))
        && isSyllable(plain, vowels + 1);
}

} // namespace Core
