#include "core/tokens/bytepair.h"

#include "core/tokens/heapmerge.h"
#include "core/tokens/shortmerge.h"
#include "core/tokens/stitch.h"

namespace Core {

namespace {

// What windows have in common is longer than most tokens. The strides divide by much, so that
// the windows of a ruled line are all the same.
constexpr std::size_t shortStride = 48;
constexpr std::size_t longWindow = 1536;
constexpr std::size_t longStride = 1024;
constexpr std::size_t together = 8;

/// The start of the character at `place`.
std::size_t characterStart(std::string_view text, std::size_t place)
{
    for (int i = 0; i < 3 && place > 0 && (text[place] & '\xc0') == '\x80'; ++i)
        --place;
    return place;
}

/// At most `size` bytes from `at` on, ending with a whole character.
std::string_view windowAt(std::string_view text, std::size_t at, std::size_t size)
{
    if (text.size() - at <= size)
        return text.substr(at);
    return text.substr(at, characterStart(text, at + size) - at);
}

void appendShort(const Vocabulary &vocabulary, std::string_view text, std::vector<TokenId> &tokens)
{
    ShortMerge merge;
    merge.begin(vocabulary, text);
    ShortMerge::finish(vocabulary, {&merge, 1});
    merge.appendTo(tokens);
}

void appendHeap(const Vocabulary &vocabulary, std::string_view text, std::vector<TokenId> &tokens)
{
    HeapMerge merge(vocabulary, text);
    merge.merge();
    merge.appendTo(tokens);
}

} // namespace

BytePair::BytePair(const Vocabulary &vocabulary)
    : m_vocabulary(vocabulary)
{
}

void BytePair::append(std::string_view piece, std::vector<TokenId> &tokens) const
{
    if (piece.size() <= ShortMerge::capacity)
        return appendShort(m_vocabulary, piece, tokens);
    const std::size_t before = tokens.size();
    if (appendShortWindows(piece, tokens))
        return;
    tokens.resize(before);
    if (appendLongWindows(piece, tokens))
        return;
    tokens.resize(before);
    appendHeap(m_vocabulary, piece, tokens);
}

bool BytePair::appendShortWindows(std::string_view piece, std::vector<TokenId> &tokens) const
{
    Stitch stitch(m_vocabulary, tokens);
    ShortMerge merges[together];
    std::vector<TokenId> found;
    for (std::size_t at = 0; stitch.end() < piece.size();) {
        std::size_t starts[together];
        std::size_t which[together]; // of the merges: the same window again is merged once
        std::size_t windows = 0;
        std::size_t count = 0;
        std::string_view window;
        for (bool isLast = false; windows < together && !isLast; ++windows) {
            const std::string_view next = windowAt(piece, at, ShortMerge::capacity);
            isLast = at + next.size() == piece.size();
            if (next != window)
                merges[count++].begin(m_vocabulary, next);
            window = next;
            starts[windows] = at;
            which[windows] = count - 1;
            at = isLast ? at : characterStart(piece, at + shortStride);
        }
        ShortMerge::finish(m_vocabulary, {merges, count});
        for (std::size_t i = 0; i < windows; ++i) {
            found.clear();
            merges[which[i]].appendTo(found);
            if (!stitch.add(starts[i], found))
                return false;
        }
    }
    return true;
}

bool BytePair::appendLongWindows(std::string_view piece, std::vector<TokenId> &tokens) const
{
    Stitch stitch(m_vocabulary, tokens);
    std::string_view window;
    std::vector<TokenId> found;
    for (std::size_t at = 0; stitch.end() < piece.size(); at += longStride) {
        const std::string_view next = windowAt(piece, at, longWindow);
        if (next != window) {
            found.clear();
            appendHeap(m_vocabulary, next, found);
        }
        window = next;
        if (!stitch.add(at, found))
            return false;
    }
    return true;
}

} // namespace Core
