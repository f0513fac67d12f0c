#include "core/tokens/runningcount.h"

#include "core/tokens/character.h"

#include <algorithm>

namespace Core {

namespace {

using namespace CharacterClass;

constexpr qsizetype blockSize = 192; // UTF-16 units; a block ends at the first border behind them
constexpr qsizetype reach = 2; // of the border on each side of it: a surrogate pair

unsigned classesBefore(QStringView text, qsizetype place)
{
    const QChar last = text[place - 1];
    if (last.isLowSurrogate() && place > 1 && text[place - 2].isHighSurrogate())
        return classesOf(QChar::surrogateToUcs4(text[place - 2], last));
    return classesOf(last.unicode());
}

unsigned classesAt(QStringView text, qsizetype place)
{
    const QChar first = text[place];
    if (first.isHighSurrogate() && place + 1 < text.size() && text[place + 1].isLowSurrogate())
        return classesOf(QChar::surrogateToUcs4(first, text[place + 1]));
    return classesOf(first.unicode());
}

/// Whether a piece ends here in both patterns, and those before and behind are the same if the
/// text ended or began here. Many ends of pieces are none of these, but every few words there
/// is one.
bool isBorder(QStringView text, qsizetype place)
{
    const unsigned before = classesBefore(text, place);
    const unsigned behind = classesAt(text, place);
    if ((before & Number) != 0)
        return (behind & Number) == 0;
    if ((before & Newline) != 0)
        return (behind & (Letter | Number)) != 0;
    // What follows the letters of a word in its piece are marks and contractions.
    return (before & Letter) != 0 && (behind & (Letter | Mark)) == 0 && text[place] != u'\'';
}

} // namespace

RunningCount::RunningCount(Encoding encoding)
    : m_tokenizer(encoding)
{
}

std::vector<RunningCount::Block> RunningCount::blocksOf(qsizetype from, qsizetype to) const
{
    std::vector<Block> blocks;
    const QStringView text(m_text);
    while (from < to) {
        qsizetype end = std::min(from + blockSize, to);
        while (end < to && !isBorder(text, end))
            ++end;
        blocks.push_back({end - from, m_tokenizer.count(text.sliced(from, end - from))});
        from = end;
    }
    return blocks;
}

void RunningCount::setText(QStringView text)
{
    const QStringView before(m_text);
    const auto [first, firstBefore] =
        std::mismatch(text.begin(), text.end(), before.begin(), before.end());
    const qsizetype begin = first - text.begin();
    const QStringView rest = text.sliced(begin);
    const QStringView restBefore = before.sliced(begin);
    const auto [last, lastBefore] =
        std::mismatch(rest.rbegin(), rest.rend(), restBefore.rbegin(), restBefore.rend());
    const qsizetype same = last - rest.rbegin();
    if (begin < text.size() || begin < before.size())
        replace(begin, restBefore.size() - same, rest.chopped(same));
}

void RunningCount::replace(qsizetype position, qsizetype removed, QStringView added)
{
    // Blocks whose borders are out of the change's reach stay.
    auto first = m_blocks.begin();
    qsizetype from = 0;
    for (; first != m_blocks.end() && from + first->size + reach <= position; ++first)
        from += first->size;
    auto last = first;
    qsizetype to = from;
    for (; last != m_blocks.end() && (last == first || to < position + removed + reach); ++last) {
        to += last->size;
        m_count -= last->tokens;
    }
    m_text.replace(position, removed, added.data(), added.size());
    const std::vector<Block> blocks = blocksOf(from, to - removed + added.size());
    for (const Block &block : blocks)
        m_count += block.tokens;
    const auto place = m_blocks.erase(first, last);
    m_blocks.insert(place, blocks.begin(), blocks.end());
}

} // namespace Core
