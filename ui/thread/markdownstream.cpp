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

bool closesFence(QStringView line, const QString &fence)
{
    QStringView rest = line;
    for (int indent = 0; indent < 3 && rest.startsWith(u' '); ++indent)
        rest = rest.sliced(1);
    if (!rest.startsWith(fence))
        return false;
    while (rest.startsWith(fence.front()))
        rest = rest.sliced(1);
    return isBlank(rest);
}

bool isListItem(QStringView line)
{
    qsizetype marker = 0;
    while (marker < line.size() && marker < 9 && line[marker] >= u'0' && line[marker] <= u'9')
        ++marker;
    const bool number = marker > 0;
    if (marker == line.size())
        return false;
    const QChar sign = line[marker];
    const bool fits =
        number ? sign == u'.' || sign == u')' : sign == u'-' || sign == u'+' || sign == u'*';
    return fits && (marker + 1 == line.size() || line[marker + 1].isSpace());
}

bool isIndented(QStringView line)
{
    return line.startsWith(u' ') || line.startsWith(u'\t');
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
    if (!m_fence.isEmpty()) {
        growFence();
        return;
    }
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
    const QStringView fence = openingFence(line);
    const bool item = isListItem(line);
    const bool border = m_afterBlank ? !isIndented(line) : !fence.isEmpty() || (m_inList && item);
    if (border && begin > m_begin)
        settle(begin);
    if (begin == m_begin)
        m_inList = item;
    m_afterBlank = false;
    if (!fence.isEmpty()) {
        m_fence = fence.toString();
        m_fenceBegin = end;
    }
}

void Stream::settle(int end)
{
    const Blocks blocks = parseFrom(m_begin, end);
    m_blocks.resize(m_settled);
    m_blocks += blocks;
    m_settled = int(m_blocks.size());
    m_begin = end;
    m_tight = !m_afterBlank;
}

Blocks Stream::parseFrom(int begin, int end)
{
    m_parsed += end - begin;
    Blocks blocks = parse(QStringView(m_source).sliced(begin, end - begin), begin);
    if (!blocks.isEmpty() && m_settled > 0) {
        Block &first = blocks.first();
        first.tight =
            m_tight && !first.marker.isEmpty() && !m_blocks[m_settled - 1].containers.isEmpty();
    }
    return blocks;
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
