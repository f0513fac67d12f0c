#include "core/tokens/splitter.h"

#include "core/tokens/character.h"

// The patterns, as the vocabularies' maker published them; every function below is named after
// the alternative that it tries.
//
// cl100k_base:
//   contraction  '(?i:[sdmt]|ll|ve|re)
//   word         [^\r\n\p{L}\p{N}]?+\p{L}++
//   number       \p{N}{1,3}+
//   symbols       ?[^\s\p{L}\p{N}]++[\r\n]*+
//   blanks       \s++$|\s*[\r\n]|\s+(?!\S)|\s
// o200k_base:
//   word
//   [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?
//                and the same with + and * exchanged
//   number       \p{N}{1,3}
//   symbols       ?[^\s\p{L}\p{N}]+[\r\n/]*
//   blanks       \s*[\r\n]+|\s+(?!\S)|\s+

namespace Core {

namespace {

using namespace CharacterClass;
using Byte = unsigned char;

constexpr unsigned upperRun = Upper | OtherLetter | Mark;
constexpr unsigned lowerRun = Lower | OtherLetter | Mark;
constexpr unsigned noSymbol = Letter | Number | Blank;

/// Skips ASCII letters, eight at once, of the cases that are wanted.
const Byte *skipLetters(const Byte *at, const Byte *end, unsigned wanted)
{
    constexpr std::uint64_t each = 0x0101010101010101;
    const bool isBoth = (wanted & Upper) != 0 && (wanted & Lower) != 0;
    const std::uint64_t toLower = isBoth ? each * 0x20 : 0;
    const unsigned first = (wanted & Lower) != 0 ? 'a' : 'A';
    for (; end - at >= 8; at += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        // The sums set the highest bit of bytes from the first letter on, and of those behind the
        // last.
        const std::uint64_t letters = (bytes | toLower) + each * (0x80 - first);
        const std::uint64_t behind = (bytes | toLower) + each * (0x80 - first - 26);
        if ((letters & ~behind & ~bytes & each * 0x80) != each * 0x80)
            break;
    }
    return at;
}

/// Skips the Unified Ideographs from U+5000 to U+9FFF, all of them letters without case.
const Byte *skipIdeographs(const Byte *at, const Byte *end)
{
    for (; end - at >= 4; at += 3) {
        std::uint32_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        if ((bytes & 0xc0c0f0) != 0x8080e0 || *at < 0xe5 || *at > 0xe9)
            break;
    }
    return at;
}

const Byte *skipRun(const Byte *at, const Byte *end, unsigned wanted)
{
    if ((wanted & Lower) != 0)
        at = skipLetters(at, end, wanted);
    if ((wanted & OtherLetter) != 0)
        at = skipIdeographs(at, end);
    while (at < end) {
        const Character character = characterAt(at, end);
        if (!character.is(wanted))
            break;
        at += character.length;
    }
    return at;
}

const Byte *numberEnd(const Byte *at, const Byte *end)
{
    for (int digits = 0; digits < 3 && at < end; ++digits) {
        const Character character = characterAt(at, end);
        if (!character.is(Number))
            break;
        at += character.length;
    }
    return at;
}

/// The end of symbols after an optional space, without what may follow them; `at` if none.
const Byte *symbolsEnd(const Byte *at, const Byte *end)
{
    const Byte *first = at + (*at == ' ' ? 1 : 0);
    while (first < end) {
        const Character character = characterAt(first, end);
        if (character.is(noSymbol))
            break;
        first += character.length;
    }
    return first - at == 1 && *at == ' ' ? at : first;
}

enum class AtTheEnd {
    Together, ///< the blanks that end the text are one piece
    LinesApart, ///< its last newline ends a piece
};

const Byte *blanksEnd(const Byte *at, const Byte *end, AtTheEnd atTheEnd)
{
    const Byte *afterNewline = nullptr;
    const Byte *lastBlank = at;
    const Byte *run = at;
    while (run < end) {
        const Character character = characterAt(run, end);
        if (!character.is(Blank))
            break;
        lastBlank = run;
        run += character.length;
        if (character.is(Newline))
            afterNewline = run;
    }
    if (run == end && atTheEnd == AtTheEnd::Together)
        return run;
    if (afterNewline)
        return afterNewline;
    // The last blank before a word belongs to the word, unless it is alone.
    return run == end || lastBlank == at ? run : lastBlank;
}

/// The end of an o200k word whose letters start at `letters`, before its contraction;
/// `letters` if there is none. The pattern backtracks out of the upper-case run to its last
/// character that may also be lower case, unless plain lower case follows.
const Byte *casedWordEnd(const Byte *letters, const Byte *end)
{
    const Byte *afterEither = nullptr;
    const Byte *run = skipLetters(letters, end, Upper);
    while (run < end) {
        if (const Byte *behind = skipIdeographs(run, end); behind != run) {
            afterEither = run = behind;
            continue;
        }
        const Character character = characterAt(run, end);
        if (character.is(Lower))
            return skipRun(run, end, lowerRun);
        if (!character.is(upperRun))
            break;
        run += character.length;
        if (character.is(lowerRun))
            afterEither = run;
    }
    return afterEither ? afterEither : run;
}

/// The end of an o200k word before its contraction; `at` if there is none.
const Byte *o200kWordEnd(const Byte *at, const Byte *end, Character first)
{
    if (first.is(Letter))
        return casedWordEnd(at, end);
    if (first.is(Newline | Number))
        return at;
    const Byte *letters = at + first.length;
    const Byte *word = casedWordEnd(letters, end);
    if (!first.is(Mark))
        return word == letters ? at : word;
    // A mark may introduce a word or be its first letter.
    const bool hasLower = word > letters && skipRun(letters, word, Upper) != word;
    return hasLower ? word : letters;
}

const char *chars(const Byte *at)
{
    return reinterpret_cast<const char *>(at);
}

} // namespace

int contractionLength(const char *at, const char *end)
{
    if (end - at < 2 || *at != '\'')
        return 0;
    const auto lower = [at](int i) { return at[i] | 0x20; };
    const int first = lower(1);
    if (first == 's' || first == 't' || first == 'm' || first == 'd')
        return 2;
    if (end - at < 3)
        return 0;
    const int second = lower(2);
    if ((second == 'e' && (first == 'r' || first == 'v')) || (second == 'l' && first == 'l'))
        return 3;
    const bool isLongS = at[1] == '\xc5' && at[2] == '\xbf'; // U+017F, an s to a caseless pattern
    return isLongS ? 3 : 0;
}

const char *cl100kPieceEnd(const char *from, const char *until)
{
    const auto *at = reinterpret_cast<const Byte *>(from);
    const auto *end = reinterpret_cast<const Byte *>(until);
    if (const int contraction = contractionLength(from, until); contraction != 0)
        return from + contraction;

    const Character first = characterAt(at, end);
    if (first.is(Letter))
        return chars(skipRun(at, end, Letter));
    if (first.is(Number))
        return chars(numberEnd(at, end));
    if (!first.is(Newline)) {
        const Byte *letters = at + first.length;
        if (const Byte *word = skipRun(letters, end, Letter); word != letters)
            return chars(word);
    }
    if (const Byte *symbols = symbolsEnd(at, end); symbols != at) {
        while (symbols < end && (*symbols == '\r' || *symbols == '\n'))
            ++symbols;
        return chars(symbols);
    }
    return chars(blanksEnd(at, end, AtTheEnd::Together));
}

const char *o200kPieceEnd(const char *from, const char *until)
{
    const auto *at = reinterpret_cast<const Byte *>(from);
    const auto *end = reinterpret_cast<const Byte *>(until);
    const Character first = characterAt(at, end);
    if (const Byte *word = o200kWordEnd(at, end, first); word != at) {
        return chars(word) + contractionLength(chars(word), until);
    }
    if (first.is(Number))
        return chars(numberEnd(at, end));
    if (const Byte *symbols = symbolsEnd(at, end); symbols != at) {
        while (symbols < end && (*symbols == '\r' || *symbols == '\n' || *symbols == '/'))
            ++symbols;
        return chars(symbols);
    }
    return chars(blanksEnd(at, end, AtTheEnd::LinesApart));
}

} // namespace Core
