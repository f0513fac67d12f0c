#include "ui/thread/markdownstream.h"

#include <algorithm>

namespace Markdown {

namespace {

using namespace Qt::Literals::StringLiterals;

bool isBlank(QStringView line)
{
    return std::ranges::all_of(line, [](QChar c) { return c == u' ' || c == u'\t' || c == u'\r'; });
}

/// The fence characters that the line begins with, "```" or "~~~~", or nothing.
QStringView openingFence(QStringView line)
{
    if (!line.startsWith("```"_L1) && !line.startsWith("~~~"_L1))
        return {};
    qsizetype length = 3;
    while (length < line.size() && line[length] == line[0])
        ++length;
    if (line[0] == u'`' && line.sliced(length).contains(u'`'))
        return {}; // code within a line
    return line.first(length);
}

/// The line without the few blanks that a fence may have before it.
QStringView unindented(QStringView line)
{
    for (int indent = 0; indent < 3 && line.startsWith(u' '); ++indent)
        line = line.sliced(1);
    return line;
}

bool closesFence(QStringView line, const QString &fence)
{
    QStringView rest = unindented(line);
    if (!rest.startsWith(fence))
        return false;
    while (rest.startsWith(fence.front()))
        rest = rest.sliced(1);
    return isBlank(rest);
}

/// The sign that makes the line an item of a list, such as '-' or the '.' of "1."; null if it
/// is none.
QChar itemSign(QStringView line)
{
    qsizetype marker = 0;
    while (marker < line.size() && marker < 9 && line[marker] >= u'0' && line[marker] <= u'9')
        ++marker;
    const bool number = marker > 0;
    if (marker == line.size())
        return {};
    const QChar sign = line[marker];
    const bool fits =
        number ? sign == u'.' || sign == u')' : sign == u'-' || sign == u'+' || sign == u'*';
    const bool ends = marker + 1 == line.size() || line[marker + 1].isSpace();
    return fits && ends ? sign : QChar();
}

/// The number of an item that stands in no other list; -1 for all other blocks.
int numberOf(const Block &block)
{
    const bool numbered = block.containers.size() == 1 && block.marker.endsWith(u'.');
    return numbered ? block.marker.chopped(1).toInt() : -1;
}

bool isIndented(QStringView line)
{
    return line.startsWith(u' ') || line.startsWith(u'\t');
}

/// Whether the blocks are one item of a list that stands in no other, and nothing else.
bool isOneItem(const Blocks &blocks)
{
    return !blocks.isEmpty() && std::ranges::all_of(blocks, [&blocks](const Block &block) {
        const bool begins = block.containers.size() == 1 && !block.marker.isEmpty();
        return block.containers.startsWith(Container::List)
            && begins == (&block == &blocks.first());
    });
}

} // namespace

void Stream::append(const QString &text)
{
    m_source += text;
    for (qsizetype end = m_source.indexOf(u'\n', m_scanned); end >= 0;
         end = m_source.indexOf(u'\n', m_scanned)) {
        const int begin = m_scanned;
        m_scanned = int(end) + 1;
        scanLine(QStringView(m_source).sliced(begin, end - begin), begin, m_scanned);
    }
    if (!m_fence.isEmpty() && !m_fenceIndented)
        return growFence();
    m_blocks.resize(m_settled);
    m_blocks += parseFrom(m_begin, int(m_source.size()));
}

void Stream::scanLine(QStringView line, int begin, int end)
{
    if (!m_fence.isEmpty()) {
        if (!closesFence(line, m_fence))
            return;
        m_fence.clear();
        settle(end);
        m_afterBlank = false;
        return;
    }
    if (isBlank(line)) {
        m_afterBlank = true;
        return;
    }
    // Within a list an indented fence is part of the item, which the margin ends.
    const QStringView fence = openingFence(m_item.isNull() ? unindented(line) : line);
    const QChar item = itemSign(line);
    const bool freeLine = m_afterBlank && !isIndented(line);
    const bool border = freeLine || !fence.isEmpty() || (!m_item.isNull() && !item.isNull());
    if (border && begin > m_begin) {
        settle(begin);
        m_continues = m_afterOneItem && !item.isNull() && item == m_item;
    }
    if (begin == m_begin)
        m_item = item;
    m_afterBlank = false;
    if (!fence.isEmpty()) {
        m_fence = fence.toString();
        m_fenceBegin = end;
        m_fenceIndented = isIndented(line);
    }
}

void Stream::settle(int end)
{
    const Blocks blocks = parseFrom(m_begin, end);
    m_blocks.resize(m_settled);
    m_blocks += blocks;
    m_settled = int(m_blocks.size());
    for (const Block &block : blocks) {
        if (const int number = numberOf(block); number >= 0)
            m_lastNumber = number;
    }
    m_begin = end;
    m_tight = !m_afterBlank;
    m_continues = false;
    m_afterOneItem = isOneItem(blocks);
}

Blocks Stream::parseFrom(int begin, int end)
{
    m_parsed += end - begin;
    Blocks blocks = parse(QStringView(m_source).sliced(begin, end - begin), begin);
    if (!blocks.isEmpty() && m_settled > 0) {
        const bool behindList = m_blocks[m_settled - 1].containers.startsWith(Container::List);
        blocks.first().tight = m_tight && behindList && !blocks.first().marker.isEmpty();
        if (m_continues)
            countOn(blocks);
    }
    return blocks;
}

/// Items count on from those settled before, whatever numbers they were written with.
void Stream::countOn(Blocks &blocks) const
{
    int next = m_lastNumber + 1;
    for (Block &block : blocks) {
        if (block.containers.isEmpty())
            return;
        if (numberOf(block) >= 0)
            block.marker = QString::number(next++) + u'.';
    }
}

void Stream::growFence()
{
    if (m_blocks.size() <= m_settled || m_blocks.last().kind != Block::Kind::Code
        || m_blocks.last().text.runs.isEmpty()) {
        const QStringView info = QStringView(m_source)
                                     .sliced(m_begin, m_fenceBegin - m_begin)
                                     .sliced(m_fence.size())
                                     .trimmed();
        Block block{.kind = Block::Kind::Code};
        block.language =
            info.left(info.indexOf(u' ') < 0 ? info.size() : info.indexOf(u' ')).toString();
        block.text.runs = {{.source = m_fenceBegin}};
        m_blocks.resize(m_settled);
        m_blocks.append(block);
    }
    Text &text = m_blocks.last().text;
    int end = int(m_source.size());
    // The closing fence may be on its way, and the last line break is not part of the code.
    if (closesFence(QStringView(m_source).sliced(m_scanned), m_fence.left(1)))
        end = m_scanned;
    if (end > m_fenceBegin && m_source[end - 1] == u'\n')
        --end;
    const int shown = std::min(int(text.shown.size()), end - m_fenceBegin);
    text.shown.truncate(shown);
    for (int i = m_fenceBegin + shown; i < end; ++i)
        text.shown += visible(m_source[i]);
    text.runs.first().length = text.runs.first().sourceLength = int(text.shown.size());
}

} // namespace Markdown
