#include "core/tokens/bytepair.h"

#include "core/tokens/asciimerge.h"
#include "core/tokens/heapmerge.h"
#include "core/tokens/shortmerge.h"
#include "core/tokens/stitch.h"

#include <algorithm>

namespace Core {

namespace {

// What windows have in common is longer than most tokens. The strides divide by much, so that the
// windows of a ruled line are all the same.
constexpr std::size_t shortStride = 48;
constexpr std::size_t shortOverlap = 9; // of windows in which much was joined beforehand
constexpr std::size_t mostOverlap = 27; // where windows had nothing in common
constexpr std::size_t shortGrain = 4;
constexpr std::size_t ruledStride = 16;
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

bool repeatsAfter(std::string_view window, std::size_t period)
{
    return window.size() > period
        && window.substr(period) == window.substr(0, window.size() - period);
}

/// How far behind this window the next one begins, with as much in common at the least. Of a ruled
/// line the next one is to be the same, and to have a token in common, of which many are sixteen
/// bytes.
std::size_t strideOf(std::string_view window, std::size_t overlap)
{
    if (repeatsAfter(window, ruledStride))
        return std::max((window.size() - ruledStride) / ruledStride, std::size_t(1)) * ruledStride;
    if (window.size() <= ShortMerge::capacity && overlap == shortOverlap)
        return shortStride;
    const std::size_t most = window.size() - overlap;
    const bool isRuled = most >= shortStride && repeatsAfter(window, shortStride);
    const std::size_t grain = isRuled ? shortStride : shortGrain;
    return most / grain * grain;
}

/// Tokens and the bytes of each.
struct Found
{
    void clear()
    {
        tokens.clear();
        lengths.clear();
    }
    bool addTo(Stitch &stitch, std::size_t start) const
    {
        return stitch.add(start, tokens, lengths);
    }

    std::vector<TokenId> tokens;
    std::vector<std::uint8_t> lengths;
};

void findByHeap(const Vocabulary &vocabulary, std::string_view text, Found &found)
{
    HeapMerge merge(vocabulary, text);
    merge.merge();
    found.clear();
    merge.appendTo(found.tokens);
    for (const TokenId token : found.tokens)
        found.lengths.push_back(std::uint8_t(vocabulary.length(token)));
}

/// Two windows at once have more in common with what is before.
bool addByHeap(const Vocabulary &vocabulary, std::string_view text, Stitch &stitch,
               std::size_t start)
{
    Found found;
    findByHeap(vocabulary, text, found);
    return found.addTo(stitch, start);
}

/// Takes tokens.
struct Append
{
    explicit Append(std::vector<TokenId> &to)
        : tokens(to)
    {
    }
    void add(const AsciiMerge &merge) { merge.appendTo(tokens); }
    void add(const std::vector<TokenId> &some)
    {
        tokens.insert(tokens.end(), some.begin(), some.end());
    }

    std::vector<TokenId> &tokens;
};

/// Only counts them.
struct Count
{
    void add(const AsciiMerge &merge) { count += merge.count(); }
    void add(const std::vector<TokenId> &some) { count += some.size(); }

    std::size_t count = 0;
};

} // namespace

BytePair::BytePair(const Vocabulary &vocabulary)
    : m_vocabulary(vocabulary)
{
}

void BytePair::append(std::string_view piece, std::vector<TokenId> &tokens) const
{
    if (piece.size() > ShortMerge::capacity && isAscii(piece)) {
        Append sink(tokens);
        return mergeAscii(piece, sink);
    }
    appendWindows(piece, tokens);
}

std::size_t BytePair::count(std::string_view piece) const
{
    if (isAscii(piece)) {
        Count sink;
        mergeAscii(piece, sink);
        return sink.count;
    }
    std::vector<TokenId> tokens;
    appendWindows(piece, tokens);
    return tokens.size();
}

/// Cuts the piece at borders that nothing can be merged over, and hands parts of it on.
template <typename Sink>
void BytePair::mergeAscii(std::string_view piece, Sink &sink) const
{
    AsciiMerge merge(m_vocabulary);
    while (!piece.empty()) {
        const std::size_t size = merge.add(piece);
        piece.remove_prefix(size);
        if (size != 0 && merge.hasRoom() && !piece.empty()) [[likely]]
            continue;
        merge.finish();
        sink.add(merge);
        merge.clear();
        if (size == 0) {
            std::vector<TokenId> tokens;
            appendWindows(piece, tokens);
            sink.add(tokens);
            break;
        }
    }
}

void BytePair::appendWindows(std::string_view piece, std::vector<TokenId> &tokens) const
{
    if (piece.size() <= ShortMerge::capacity) {
        ShortMerge merge;
        std::vector<std::uint8_t> lengths;
        if (merge.begin(m_vocabulary, piece) == piece.size()) {
            ShortMerge::finish(m_vocabulary, {&merge, 1});
            return merge.appendTo(tokens, lengths);
        }
    }
    const std::size_t before = tokens.size();
    if (appendShortWindows(piece, tokens))
        return;
    tokens.resize(before);
    if (appendLongWindows(piece, tokens))
        return;
    tokens.resize(before);
    HeapMerge merge(m_vocabulary, piece);
    merge.merge();
    merge.appendTo(tokens);
}

bool BytePair::appendShortWindows(std::string_view piece, std::vector<TokenId> &tokens) const
{
    struct Window
    {
        std::size_t start = 0;
        std::size_t size = 0;
        std::size_t merge = 0; // the same window again is merged once
    };
    Stitch stitch(tokens);
    ShortMerge merges[together];
    Found found;
    std::size_t previous = 0;
    std::size_t overlap = shortOverlap;
    for (std::size_t at = 0; stitch.end() < piece.size();) {
        Window windows[together];
        std::size_t count = 0;
        std::size_t distinct = 0;
        std::string_view text;
        for (bool isLast = false; count < together && !isLast; ++count) {
            const std::string_view rest = piece.substr(at);
            if (text.empty() || !rest.starts_with(text))
                text = rest.substr(0, merges[distinct++].begin(m_vocabulary, rest));
            windows[count] = {at, text.size(), distinct - 1};
            isLast = text.size() == rest.size();
            at = isLast ? at : characterStart(piece, at + strideOf(text, overlap));
        }
        ShortMerge::finish(m_vocabulary, {merges, distinct});
        for (std::size_t i = 0; i < count; ++i) {
            const Window &window = windows[i];
            found.clear();
            merges[window.merge].appendTo(found.tokens, found.lengths);
            const std::string_view both =
                piece.substr(previous, window.start + window.size - previous);
            if (!found.addTo(stitch, window.start)) {
                if (repeatsAfter(both, ruledStride) // quicker in long windows
                    || !addByHeap(m_vocabulary, both, stitch, previous))
                    return false;
                overlap = std::min(overlap + shortOverlap, mostOverlap);
            }
            previous = window.start;
        }
    }
    return true;
}

bool BytePair::appendLongWindows(std::string_view piece, std::vector<TokenId> &tokens) const
{
    Stitch stitch(tokens);
    std::string_view window;
    Found found;
    for (std::size_t at = 0; stitch.end() < piece.size(); at += longStride) {
        const std::string_view next = windowAt(piece, at, longWindow);
        if (next != window)
            findByHeap(m_vocabulary, next, found);
        window = next;
        if (!found.addTo(stitch, at))
            return false;
    }
    return true;
}

} // namespace Core
