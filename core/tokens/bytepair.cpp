#include "core/tokens/bytepair.h"

#include "core/tokens/heapmerge.h"
#include "core/tokens/shortmerge.h"

namespace Core {

namespace {

// A window this long is merged at once; of its tokens those are kept that end so long before
// its end. Text behind a token that far away changes it in no text that was ever seen.
constexpr std::size_t windowBytes = 48;
constexpr std::size_t margin = 16;

/// At most so many bytes of the text, ending with a whole character.
std::string_view windowOf(std::string_view text, std::size_t size)
{
    if (text.size() <= size)
        return text;
    for (int i = 0; i < 3 && (text[size] & '\xc0') == '\x80'; ++i)
        --size;
    return text.substr(0, size);
}

void appendShort(const Vocabulary &vocabulary, std::string_view text, std::vector<TokenId> &tokens)
{
    ShortMerge merge;
    merge.begin(vocabulary, text);
    while (merge.step(vocabulary)) { }
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
    if (piece.size() > ShortMerge::capacity)
        appendWindows(piece, tokens);
    else
        appendShort(m_vocabulary, piece, tokens);
}

/// Merges a long piece a window at a time. Merging has one result, and it is the one row of
/// tokens in which no two neighbours would merge differently by themselves. So windows that have
/// a token in common fit together, if both find it.
void BytePair::appendWindows(std::string_view piece, std::vector<TokenId> &tokens) const
{
    const std::size_t before = tokens.size();
    std::vector<TokenId> found;
    std::string_view merged;
    std::size_t size = windowBytes;
    for (std::size_t at = 0;;) {
        const std::string_view window = windowOf(piece.substr(at), size);
        if (window != merged) { // the same over and over, as of a long line, is merged once
            found.clear();
            if (window.size() > ShortMerge::capacity)
                appendHeap(m_vocabulary, window, found);
            else
                appendShort(m_vocabulary, window, found);
            merged = window;
        }
        if (at > 0 && found.front() != tokens.back()) {
            tokens.resize(before);
            return appendHeap(m_vocabulary, piece, tokens);
        }
        const bool isLast = at + window.size() == piece.size();
        std::size_t kept = 0;
        std::size_t lastStart = 0;
        for (std::size_t end = 0; kept < found.size(); ++kept) {
            const std::size_t start = end;
            end += m_vocabulary.bytes(found[kept]).size();
            if (!isLast && end + margin > window.size())
                break;
            lastStart = start;
        }
        if (kept < 2 && !isLast) {
            size *= 2;
            continue;
        }
        tokens.insert(tokens.end(), found.begin() + (at > 0 ? 1 : 0),
                      found.begin() + std::ptrdiff_t(kept));
        if (isLast)
            return;
        at += lastStart;
        size = windowBytes;
    }
}

} // namespace Core
