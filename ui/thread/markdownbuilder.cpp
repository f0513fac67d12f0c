#include "ui/thread/markdownbuilder.h"

#include <climits>

namespace Markdown {

namespace {

using namespace Qt::Literals::StringLiterals;

} // namespace

Builder::Builder(const QByteArray &source, int offset)
    : m_writer(source, offset)
{
}

Blocks Builder::takeBlocks()
{
    close();
    return std::move(m_blocks);
}

void Builder::enterBlock(MD_BLOCKTYPE type, void *detail)
{
    if (type == MD_BLOCK_QUOTE) {
        enterNesting(Container::Quote);
    } else if (type == MD_BLOCK_UL) {
        const auto *list = static_cast<MD_BLOCK_UL_DETAIL *>(detail);
        enterNesting(Container::List);
        m_lists.append(List{.tight = list->is_tight != 0});
    } else if (type == MD_BLOCK_OL) {
        const auto *list = static_cast<MD_BLOCK_OL_DETAIL *>(detail);
        enterNesting(Container::List);
        m_lists.append(List{.ordered = true, .tight = list->is_tight != 0, .next = list->start});
    } else if (type == MD_BLOCK_LI) {
        enterItem(*static_cast<MD_BLOCK_LI_DETAIL *>(detail));
    } else if (type == MD_BLOCK_HR) {
        open(Block::Kind::Rule);
    } else if (type == MD_BLOCK_H) {
        open(Block::Kind::Heading);
        m_block.level = int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level);
    } else if (type == MD_BLOCK_CODE) {
        open(Block::Kind::Code);
        m_block.language = attributeText(static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->lang);
    } else if (type == MD_BLOCK_P) {
        open(Block::Kind::Paragraph);
    } else if (type == MD_BLOCK_TABLE) {
        enterTable(*static_cast<MD_BLOCK_TABLE_DETAIL *>(detail));
    } else if (type == MD_BLOCK_TR) {
        ++m_row;
        m_column = 0;
    } else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
        enterCell(*static_cast<MD_BLOCK_TD_DETAIL *>(detail));
    }
}

void Builder::leaveBlock(MD_BLOCKTYPE type)
{
    if (type == MD_BLOCK_QUOTE) {
        leaveNesting();
    } else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
        leaveNesting();
        m_lists.removeLast();
    } else if (type == MD_BLOCK_LI) {
        leaveItem();
    } else if (type == MD_BLOCK_CODE) {
        leaveCode();
    } else if (type == MD_BLOCK_TABLE) {
        leaveTable();
    } else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
        m_inCell = false;
        m_skipping = false;
        ++m_column;
    } else if (type == MD_BLOCK_HR || type == MD_BLOCK_H || type == MD_BLOCK_P) {
        close();
    }
}

void Builder::enterNesting(Container container)
{
    close();
    if (m_containers.size() < deepestNesting)
        m_containers.append(container);
    else
        ++m_tooDeep;
}

void Builder::leaveNesting()
{
    close();
    if (m_tooDeep > 0)
        --m_tooDeep;
    else
        m_containers.removeLast();
}

void Builder::enterItem(const MD_BLOCK_LI_DETAIL &item)
{
    close();
    List &list = m_lists.last();
    if (item.is_task != 0)
        m_marker = item.task_mark == ' ' ? u"☐"_s : u"☑"_s;
    else
        m_marker = list.ordered ? QString::number(list.next) + u'.' : u"•"_s;
    ++list.next;
}

void Builder::leaveItem()
{
    if (!m_marker.isEmpty())
        open(Block::Kind::Paragraph); // an item with nothing in it
    close();
}

void Builder::enterTable(const MD_BLOCK_TABLE_DETAIL &table)
{
    open(Block::Kind::Table);
    const unsigned columns = std::min<unsigned>(table.col_count, mostColumns);
    const unsigned rows = std::min<unsigned>(table.body_row_count, mostRows);
    m_block.columns.resize(columns, Align::Left);
    m_block.omittedColumns = int(table.col_count - columns);
    m_block.omittedRows = int(std::min<unsigned>(table.body_row_count - rows, INT_MAX));
    m_row = -1;
}

void Builder::leaveTable()
{
    const qsizetype columns = m_block.columns.size();
    while (columns > 0 && m_block.cells.size() % columns != 0)
        m_block.cells.append(Text{});
    close();
}

void Builder::enterCell(const MD_BLOCK_TD_DETAIL &cell)
{
    if (m_column >= m_block.columns.size() || m_row > mostRows) {
        m_skipping = true;
        return;
    }
    m_inCell = true;
    m_block.cells.append(Text{});
    if (cell.align == MD_ALIGN_CENTER)
        m_block.columns[m_column] = Align::Center;
    else if (cell.align == MD_ALIGN_RIGHT)
        m_block.columns[m_column] = Align::Right;
}

void Builder::leaveCode()
{
    Text &code = m_block.text;
    if (code.shown.endsWith(u'\n')) {
        code.shown.chop(1);
        if (!code.runs.isEmpty()) {
            --code.runs.last().length;
            --code.runs.last().sourceLength;
        }
    }
    close();
}

void Builder::open(Block::Kind kind)
{
    close();
    m_block = Block{.kind = kind, .containers = m_containers, .marker = m_marker};
    m_block.tight = !m_lists.isEmpty() && m_lists.last().tight && !m_blocks.isEmpty()
        && m_blocks.last().containers.contains(Container::List);
    m_marker.clear();
    m_open = true;
}

void Builder::close()
{
    if (m_open)
        m_blocks.append(std::move(m_block));
    m_open = false;
}

void Builder::enterSpan(MD_SPANTYPE type, void *detail)
{
    m_writer.enter(target(), type, detail);
}

void Builder::leaveSpan(MD_SPANTYPE type)
{
    m_writer.leave(target(), type);
}

void Builder::text(MD_TEXTTYPE type, QByteArrayView bytes)
{
    m_writer.write(target(), type, bytes);
}

/// The text that is being filled. Items of a tight list have no paragraphs of their own.
Text &Builder::target()
{
    if (m_skipping)
        return m_skipped = Text{};
    if (!m_open)
        open(Block::Kind::Paragraph);
    return m_inCell ? m_block.cells.last() : m_block.text;
}

} // namespace Markdown
