#include "core/tokens/bytepair.h"

#include <array>

namespace Core {

namespace {

constexpr std::size_t shortPiece = 48; ///< up to here scanning for the lowest rank is quickest

/// Merges in place: `parts` are the tokens so far, `ranks` the rank of each with the next one.
void appendShort(const Vocabulary &vocabulary, std::string_view piece, std::vector<TokenId> &tokens)
{
    std::array<TokenId, shortPiece> parts;
    std::array<TokenId, shortPiece> ranks;
    std::size_t count = piece.size();
    for (std::size_t i = 0; i < count; ++i)
        parts[i] = vocabulary.ofByte(static_cast<unsigned char>(piece[i]));
    for (std::size_t i = 0; i + 1 < count; ++i)
        ranks[i] = vocabulary.merged(parts[i], parts[i + 1]);

    while (count > 1) {
        std::size_t lowest = 0;
        for (std::size_t i = 1; i + 1 < count; ++i)
            lowest = ranks[i] < ranks[lowest] ? i : lowest;
        if (ranks[lowest] == Vocabulary::none)
            break;
        parts[lowest] = ranks[lowest];
        --count;
        for (std::size_t i = lowest + 1; i < count; ++i)
            parts[i] = parts[i + 1];
        for (std::size_t i = lowest + 1; i + 1 < count; ++i)
            ranks[i] = ranks[i + 1];
        if (lowest > 0)
            ranks[lowest - 1] = vocabulary.merged(parts[lowest - 1], parts[lowest]);
        if (lowest + 1 < count)
            ranks[lowest] = vocabulary.merged(parts[lowest], parts[lowest + 1]);
    }
    tokens.insert(tokens.end(), parts.begin(), parts.begin() + std::ptrdiff_t(count));
}

/// Merging has one result, and in it every two neighbours stay apart. So taking the longest
/// token at each place and stepping back where neighbours would merge differently finds it.
/// The tokens up to a place are the only ones that can end there; a place that led nowhere
/// once is therefore never tried again, which keeps this linear.
void appendLong(const Vocabulary &vocabulary, std::string_view piece, std::vector<TokenId> &tokens)
{
    const std::size_t before = tokens.size();
    std::vector<bool> isDead(piece.size() + 1, false);
    std::size_t at = 0;
    TokenId next = vocabulary.longestPrefix(piece, piece.size() + 1);
    while (at < piece.size()) {
        const std::size_t length = vocabulary.lengthOf(next);
        const bool fits = !isDead[at + length]
            && (tokens.size() == before || staysApart(vocabulary, tokens.back(), next));
        if (fits) {
            tokens.push_back(next);
            at += length;
            if (at < piece.size())
                next = vocabulary.longestPrefix(piece.substr(at), piece.size() - at + 1);
        } else if (length > 1) {
            next = vocabulary.longestPrefix(piece.substr(at), length);
        } else {
            isDead[at] = true;
            next = tokens.back();
            tokens.pop_back();
            at -= vocabulary.lengthOf(next);
        }
    }
}

} // namespace

bool staysApart(const Vocabulary &vocabulary, TokenId left, TokenId right)
{
    // Walks down the right edge of `left` and the left edge of `right`, undoing the later
    // merge first. A merge across the border counts if it comes before the one undone last.
    TokenId limit = Vocabulary::none;
    for (;;) {
        const TokenId across = vocabulary.merged(left, right);
        if (across < limit)
            return false;
        const bool leftIsByte = vocabulary.lengthOf(left) == 1;
        const bool rightIsByte = vocabulary.lengthOf(right) == 1;
        if (leftIsByte && rightIsByte)
            return true;
        if (!leftIsByte && (rightIsByte || left > right)) {
            limit = left;
            left = vocabulary.rightHalf(left);
        } else {
            limit = right + 1; // of two equal merges the left one comes first
            right = vocabulary.leftHalf(right);
        }
    }
}

void appendPiece(const Vocabulary &vocabulary, std::string_view piece, std::vector<TokenId> &tokens)
{
    if (const TokenId whole = vocabulary.find(piece); whole != Vocabulary::none)
        tokens.push_back(whole);
    else if (piece.size() <= shortPiece)
        appendShort(vocabulary, piece, tokens);
    else
        appendLong(vocabulary, piece, tokens);
}

} // namespace Core
