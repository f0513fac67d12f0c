#include "ui/thread/markdownbuilder.h"

#include "ui/thread/entities.h"

#include <QUrl>

#include <climits>

namespace Markdown {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype longestLink = 8 * 1024;

QString attributeText(const MD_ATTRIBUTE &attribute)
{
    QString text;
    for (int i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET begin = attribute.substr_offsets[i];
        const QByteArrayView part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
        if (attribute.substr_types[i] == MD_TEXT_ENTITY)
            text += entityText(part);
        else
            text += QString::fromUtf8(part);
    }
    return text;
}

/// Where an image would have come from: its host, or its scheme where there is none.
QString originOf(const QString &source)
{
    const QUrl url(source.left(longestLink), QUrl::TolerantMode);
    if (!url.host().isEmpty())
        return QString::fromLatin1(url.host(QUrl::FullyEncoded).toLatin1());
    return url.scheme();
}

QString shownText(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes);
    for (QChar &character : text)
        character = visible(character);
    return text;
}

} // namespace

Utf16Positions::Utf16Positions(const QByteArray &bytes, int offset)
    : m_bytes(bytes)
    , m_position(offset)
{
}

int Utf16Positions::at(qsizetype byte)
{
    for (; m_byte < byte; ++m_byte)
        m_position += unitsAt(m_byte);
    while (m_byte > byte)
        m_position -= unitsAt(--m_byte);
    return m_position;
}

int Utf16Positions::unitsAt(qsizetype byte) const
{
    const auto code = uchar(m_bytes[byte]);
    if ((code & 0xc0) == 0x80)
        return 0;
    return code >= 0xf0 ? 2 : 1;
}

Builder::Builder(const QByteArray &source, int offset)
    : m_bytes(source)
    , m_positions(m_bytes, offset)
    , m_linkBudget(64 * 1024 + 4 * source.size())
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
    if (!m_open)
        open(Block::Kind::Paragraph); // items of a tight list have no paragraphs
    if (int *counter = counterOf(type))
        ++*counter;
    else if (type == MD_SPAN_A)
        enterLink(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
    else if (type == MD_SPAN_IMG)
        enterImage(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src);
}

void Builder::leaveSpan(MD_SPANTYPE type)
{
    if (int *counter = counterOf(type))
        --*counter;
    else if (type == MD_SPAN_A)
        m_links.removeLast();
    else if (type == MD_SPAN_IMG)
        leaveImage();
}

int *Builder::counterOf(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM:
        return &m_italic;
    case MD_SPAN_STRONG:
        return &m_bold;
    case MD_SPAN_DEL:
        return &m_strike;
    case MD_SPAN_CODE:
        return &m_code;
    default:
        return nullptr;
    }
}

void Builder::enterLink(const MD_ATTRIBUTE &target)
{
    const bool affordable = target.size <= longestLink && target.size <= m_linkBudget;
    m_links.append(affordable ? attributeText(target) : QString());
    m_linkBudget -= affordable ? target.size : 0;
}

void Builder::enterImage(const MD_ATTRIBUTE &target)
{
    m_images.append(target.size <= longestLink ? attributeText(target) : QString());
    if (m_images.size() == 1)
        append(u'[' + tr("image:") + u' ', -1, 0);
}

void Builder::leaveImage()
{
    const QString origin = originOf(m_images.last());
    if (m_images.size() == 1)
        append(origin.isEmpty() ? u"]"_s : u" — "_s + origin + u']', -1, 0);
    m_images.removeLast();
}

void Builder::text(MD_TEXTTYPE type, QByteArrayView bytes)
{
    if (m_skipping)
        return;
    if (!m_open)
        open(Block::Kind::Paragraph);
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        return appendMade(QChar(QChar::LineSeparator));
    if (type == MD_TEXT_NULLCHAR)
        return appendMade(QChar(QChar::ReplacementCharacter));

    const qsizetype begin = bytes.data() - m_bytes.constData();
    if (begin < 0 || begin >= m_bytes.size()) { // the parser's own: line ends and blanks
        for (const char made : bytes)
            appendMade(QLatin1Char(made));
        return;
    }
    const int source = m_positions.at(begin);
    const int length = m_positions.at(begin + bytes.size()) - source;
    append(type == MD_TEXT_ENTITY ? entityText(bytes) : shownText(bytes), source, length);
}

Styles Builder::styles() const
{
    Styles styles;
    styles.setFlag(Style::Bold, m_bold > 0);
    styles.setFlag(Style::Italic, m_italic > 0);
    styles.setFlag(Style::Strike, m_strike > 0);
    styles.setFlag(Style::Code, m_code > 0);
    styles.setFlag(Style::Image, !m_images.isEmpty());
    styles.setFlag(Style::Link, !m_links.isEmpty() && !m_links.last().isEmpty());
    return styles;
}

/// A character that the parser made of one in the source, which it does not point at. It
/// stands right behind what came before.
void Builder::appendMade(QChar character)
{
    const int source = target().sourceEnd();
    append(QString(character), source, source < 0 ? 0 : 1);
}

void Builder::append(const QString &shown, int source, int sourceLength)
{
    if (shown.isEmpty())
        return;
    Text &text = target();
    const int start = int(text.shown.size());
    const int length = int(shown.size());
    text.shown += shown;
    appendSpan(start, length);
    if (source >= 0)
        appendRun({start, length, source, sourceLength});
}

void Builder::appendRun(const SourceRun &run)
{
    QList<SourceRun> &runs = target().runs;
    if (!runs.isEmpty() && run.length == run.sourceLength) {
        SourceRun &last = runs.last();
        const bool joins = last.length == last.sourceLength && last.start + last.length == run.start
            && last.source + last.length == run.source;
        if (joins) {
            last.length += run.length;
            last.sourceLength += run.length;
            return;
        }
    }
    runs.append(run);
}

void Builder::appendSpan(int start, int length)
{
    const Styles now = styles();
    if (!now)
        return;
    Text &text = target();
    int link = -1;
    if (now.testFlag(Style::Link)) {
        if (text.links.isEmpty() || text.links.last() != m_links.last())
            text.links.append(m_links.last());
        link = int(text.links.size()) - 1;
    }
    if (!text.spans.isEmpty()) {
        Span &last = text.spans.last();
        if (last.styles == now && last.link == link && last.start + last.length == start) {
            last.length += length;
            return;
        }
    }
    text.spans.append({start, length, now, link});
}

} // namespace Markdown
