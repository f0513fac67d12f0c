#include "core/tokens/piecestarts.h"

#include "core/tokens/bytemasks.h"
#include "core/tokens/character.h"
#include "core/tokens/letterstarts.h"
#include "core/tokens/splitter.h"

#include <algorithm>
#include <bit>

// The patterns are written out in splitter.cpp. Here each of their rules is a few operations on
// 64 bytes at once. The sum of a mask and some of its bits carries through runs of ones: that is
// how a rule reaches the end of a run.

namespace Core {

namespace {

using Mask = std::uint64_t;

constexpr Mask bit(int place)
{
    return Mask(1) << place;
}

/// The bits below `place`, which may be 64.
constexpr Mask below(int place)
{
    return place < 64 ? bit(place) - 1 : ~Mask(0);
}

constexpr Mask after(Mask mask) ///< the bytes that come right after those of the mask
{
    return mask << 1;
}

constexpr Mask startsOf(Mask runs)
{
    return runs & ~after(runs);
}

/// From each of the bits to the end of the run that it is in.
constexpr Mask flooded(Mask runs, Mask bits)
{
    return (runs & ~(runs + bits)) | bits;
}

enum class Pattern { Cl100k, O200k };

/// What the bytes of a window are. All bytes of a longer character are of its kind.
struct Window
{
    int size = 64; ///< bytes that are told of; all masks are empty behind them
    Mask upper = 0;
    Mask caseless = 0; ///< letters without case, and marks that follow a letter
    Mask letter = 0;
    Mask digit = 0;
    Mask space = 0;
    Mask newline = 0;
    Mask blank = 0; ///< spaces and newlines, too
    Mask symbol = 0;
    Mask characterStart = 0;
    Mask apostrophe = 0;
    Mask slash = 0;
};

/// Makes the window smaller, so that what starts at `place` is left to the splitter.
void cutOff(Window &window, int place)
{
    const Mask kept = below(place);
    window.size = place;
    for (Mask *mask : {&window.upper, &window.caseless, &window.letter, &window.digit,
                       &window.space, &window.newline, &window.blank, &window.symbol,
                       &window.characterStart, &window.apostrophe, &window.slash})
        *mask &= kept;
}

/// Adds letters that are whole in the window and returns their bytes.
Mask addLetters(Window &window, const LetterStarts &letters)
{
    const auto whole = [&](int length) { // further ones would reach behind the end
        return below(window.size) >> (length - 1);
    };
    const Mask three = letters.ofThree & whole(3);
    const Mask starts = (letters.ofTwo & whole(2)) | three;
    const Mask span = starts | after(starts) | after(after(three));
    window.letter |= span;
    window.characterStart |= starts;
    return span;
}

/// Adds the characters of more than one byte. The first that is none of letter, mark after a
/// letter and symbol ends the window.
template <Pattern pattern>
void addLongCharacters(Window &window, Mask high, const char *bytes)
{
    const auto *first = reinterpret_cast<const unsigned char *>(bytes);
    const unsigned char *end = first + window.size;
    const Mask chinese = addLetters(window, chineseStarts(bytes));
    window.caseless |= chinese;
    high &= ~chinese;
    if (high != 0)
        high &= ~addLetters(window, smallLatinStarts(bytes));
    while (high != 0) {
        const int place = std::countr_zero(high);
        const Character character = longCharacterAt(first + place, end);
        const Mask span = (bit(character.length) - 1) << place;
        const bool isMark = character.is(CharacterClass::Mark);
        const bool goesOn = place > 0 && (window.letter >> (place - 1) & 1) != 0;
        const bool isUsual = character.length > 1
            && !character.is(CharacterClass::Number | CharacterClass::Blank)
            && (pattern == Pattern::Cl100k || !isMark || goesOn);
        if (!isUsual)
            return cutOff(window, place);
        const bool isLetter =
            character.is(CharacterClass::Letter) || (pattern == Pattern::O200k && isMark);
        const bool isUpper = character.is(CharacterClass::Upper);
        const bool isLower = character.is(CharacterClass::Lower);
        window.letter |= isLetter ? span : 0;
        window.upper |= isUpper ? span : 0;
        window.caseless |= isLetter && !isUpper && !isLower ? span : 0;
        window.symbol |= isLetter ? 0 : span;
        window.characterStart |= bit(place);
        high &= ~span;
    }
}

template <Pattern pattern>
Window windowOf(const char *bytes, int size)
{
    const ByteMasks masks = byteMasksOf(bytes);
    const Mask told = below(size);
    Window window;
    window.size = size;
    window.upper = masks.upper & told;
    window.letter = (masks.upper | masks.lower) & told;
    window.digit = masks.digit & told;
    window.space = masks.space & told;
    window.newline = masks.newline & told;
    window.blank = (masks.space | masks.control) & told;
    window.symbol = told & ~(window.letter | window.digit | window.blank | masks.high);
    window.characterStart = told & ~masks.high;
    window.apostrophe = masks.apostrophe & told;
    window.slash = masks.slash & told;
    if (const Mask high = masks.high & told; high != 0)
        addLongCharacters<pattern>(window, high, bytes);
    return window;
}

/// Gives newlines, and in o200k slashes after them, to the symbols before them.
template <Pattern pattern>
void takeTails(Window &window)
{
    if constexpr (pattern == Pattern::Cl100k) {
        const Mask firsts = window.newline & after(window.symbol);
        const Mask tail = flooded(window.newline, firsts);
        window.blank &= ~tail;
        window.newline &= ~tail;
    } else {
        const Mask runs = window.newline | window.slash;
        const Mask firsts = (startsOf(runs) & after(window.symbol)) | window.slash;
        const Mask newlines = window.newline & flooded(runs, firsts);
        const Mask tail = flooded(runs, newlines);
        window.blank &= ~newlines;
        window.newline &= ~newlines;
        window.symbol &= ~tail;
    }
}

Mask digitStarts(Mask digit)
{
    const Mask thirds = digit & after(digit) & after(after(digit));
    Mask starts = startsOf(digit);
    for (Mask next = starts; next != 0; starts |= next)
        next = (next << 3) & thirds;
    return starts;
}

/// A single symbol before a word belongs to it, unless a space makes it a piece of symbols.
Mask lettersAfterOneSymbol(const Window &window)
{
    const Mask starts = startsOf(window.symbol);
    const Mask laterOnes = window.symbol & window.characterStart & ~starts;
    const Mask firstOnes = window.symbol & ~laterOnes;
    const Mask ends = firstOnes + (starts & ~after(window.space));
    return ends & ~firstOnes & window.letter;
}

Mask blankStarts(const Window &window)
{
    const Mask afterNewline = window.blank & ~window.newline & after(window.newline);
    const Mask last = window.blank & ~window.newline & ~(window.blank >> 1);
    return startsOf(window.blank) | afterNewline | last;
}

/// Cuts off what cannot be told by what is in the window or by these rules.
template <Pattern pattern>
void cutOffTheUncertain(Window &window)
{
    // Newline, blanks, newline: the first newline ends no piece.
    const Mask inner = window.blank & ~window.newline;
    const Mask runs = inner & after(window.newline);
    Mask unsure = (inner + runs) & ~inner & window.newline;
    if constexpr (pattern == Pattern::O200k) // the pattern backtracks there
        unsure |= window.upper & after(window.caseless);
    if (unsure != 0)
        cutOff(window, std::countr_zero(unsure));
}

/// Moves the starts around contractions. Returns up to where the starts are certain.
template <Pattern pattern>
int applyContractions(const Window &window, const char *bytes, Mask &starts)
{
    // In cl100k a contraction is a piece, in o200k the end of a word.
    constexpr bool isPiece = pattern == Pattern::Cl100k;
    Mask candidates = window.apostrophe & (isPiece ? starts : after(window.letter));
    Mask ends = 0;
    for (; candidates != 0; candidates &= candidates - 1) {
        const int place = std::countr_zero(candidates);
        if (place + 3 >= window.size)
            return place;
        if (!isPiece && (ends & bit(place)) != 0)
            continue; // after another one it begins a word
        const int length = contractionLength(bytes + place, bytes + window.size);
        if (length == 0)
            continue;
        starts &= isPiece ? ~Mask(0) : ~bit(place);
        ends |= bit(place + length);
        starts |= ends;
    }
    return window.size;
}

template <Pattern pattern>
Mask pieceStarts(const char *bytes, int size)
{
    Window window = windowOf<pattern>(bytes, size);
    takeTails<pattern>(window);
    cutOffTheUncertain<pattern>(window);

    Mask words = startsOf(window.letter) & ~lettersAfterOneSymbol(window)
        & ~after(window.blank & ~window.newline);
    if constexpr (pattern == Pattern::O200k)
        words |= window.upper & after(window.letter & ~window.upper);
    const Mask symbols = startsOf(window.symbol) & ~after(window.space);
    Mask starts = words | symbols | blankStarts(window) | digitStarts(window.digit) | 1;
    starts &= below(applyContractions<pattern>(window, bytes, starts));

    // Blanks at the end of the window: all depends on what follows them.
    const bool endsBlank = window.size > 0 && (window.blank & bit(window.size - 1)) != 0;
    if (endsBlank)
        starts &= below(std::bit_width(startsOf(window.blank)));
    return starts | 1;
}

} // namespace

std::uint64_t cl100kPieceStarts(const char *bytes, int size)
{
    return pieceStarts<Pattern::Cl100k>(bytes, size);
}

std::uint64_t o200kPieceStarts(const char *bytes, int size)
{
    return pieceStarts<Pattern::O200k>(bytes, size);
}

} // namespace Core
