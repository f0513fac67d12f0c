#include "ui/thread/blockshaper.h"

#include "ui/base/colors.h"
#include "ui/base/formats.h"
#include "ui/base/syntaxcolors.h"
#include "ui/thread/tablecolumns.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace {

using namespace Qt::Literals::StringLiterals;
using Markdown::Block;
using Kind = Piece::Kind;

constexpr int leastColumn = 64;

QTextCharFormat inColor(const QColor &color)
{
    QTextCharFormat format;
    format.setForeground(color);
    return format;
}

int widthOf(const QFont &font, const Markdown::Text &text)
{
    qreal widest = 0;
    const auto lines = QStringView(text.shown).split(QChar(QChar::LineSeparator));
    for (const QStringView line : lines)
        widest = std::max(widest, QFontMetricsF(font).horizontalAdvance(line.left(400).toString()));
    return int(std::ceil(widest));
}

/// The natural width of every column: of its head and its longest cell, with room to spare for
/// a cell of other letters.
QList<int> naturalWidths(const Block &table, const ThreadLook &look)
{
    const qsizetype count = table.columns.size();
    QFont bold = look.body;
    bold.setWeight(QFont::DemiBold);
    QList<int> widths;
    for (qsizetype column = 0; column < count; ++column) {
        qsizetype longest = column;
        for (qsizetype cell = column + count; cell < table.cells.size(); cell += count) {
            if (longest == column
                || table.cells[cell].shown.size() > table.cells[longest].shown.size())
                longest = cell;
        }
        const int text = std::max(widthOf(bold, table.cells[column]),
                                  widthOf(look.body, table.cells[longest]) * 27 / 25);
        widths.append(text + 2 * ThreadLook::cellPadding);
    }
    return widths;
}

} // namespace

BlockShaper::BlockShaper(const Markdown::Blocks &blocks, const ThreadLook &look, int width,
                         Columns &columns)
    : m_blocks(blocks)
    , m_look(look)
    , m_width(width)
    , m_columns(columns)
{
}

ShapedPiece BlockShaper::shape(const Piece &piece) const
{
    ShapedPiece shaped;
    if (piece.kind == Kind::Code)
        shapeCode(shaped, piece);
    else if (piece.kind == Kind::TableRow)
        shapeTableRow(shaped, piece);
    else if (piece.kind == Kind::Rule)
        shaped.height = piece.gap + 9;
    else if (piece.kind == Kind::More)
        shapeMore(shaped, piece);
    else
        shapeParagraph(shaped, piece);
    return shaped;
}

void BlockShaper::shapeParagraph(ShapedPiece &shaped, const Piece &piece) const
{
    const Block &block = m_blocks[piece.block];
    const bool heading = block.kind == Block::Kind::Heading;
    TextShape shape{.font = heading ? m_look.heading(block.level) : m_look.body,
                    .width = m_width - piece.left,
                    .lineHeight = m_look.lineHeight,
                    .plain = piece.plain};
    if (heading)
        shape.lineHeight = int(std::ceil(QFontMetricsF(shape.font).height() * 1.2));
    ShapedText text{.at = {qreal(piece.left), qreal(piece.gap)}, .from = piece.from};
    text.layout = shapeText(block.text, piece.from, piece.length, shape, m_look);
    shaped.height = piece.gap + heightOf(*text.layout, shape.lineHeight);
    shaped.texts.push_back(std::move(text));
    if (!block.marker.isEmpty() && piece.first)
        addMarker(shaped, piece, shape.lineHeight);
}

/// The sign of a list item, in the indent before its text; "1000." grows to the left.
void BlockShaper::addMarker(ShapedPiece &shaped, const Piece &piece, int lineHeight) const
{
    constexpr int distance = 6;
    const QString &sign = m_blocks[piece.block].marker;
    const int needed = int(std::ceil(QFontMetricsF(m_look.body).horizontalAdvance(sign))) + 1;
    const int width = std::max(ThreadLook::listIndent - distance, needed);
    ShapedText marker{.at = {qreal(piece.left - distance - width), qreal(piece.gap)},
                      .ofMessage = false,
                      .quiet = true};
    marker.layout = shapeWords(sign,
                               {.font = m_look.body,
                                .width = width,
                                .lineHeight = lineHeight,
                                .align = Markdown::Align::Right});
    shaped.texts.push_back(std::move(marker));
}

void BlockShaper::shapeCode(ShapedPiece &shaped, const Piece &piece) const
{
    const Block &block = m_blocks[piece.block];
    const int y = piece.gap + (piece.first ? addCodeHead(shaped, piece) : 0);
    // The line break that a piece ends with would show as an empty line.
    const QStringView code = QStringView(block.text.shown).sliced(piece.from, piece.length);
    const int length = piece.length - (code.endsWith(u'\n') && !piece.last ? 1 : 0);
    ShapedText text{.at = {qreal(piece.left + ThreadLook::codePadding), qreal(y)},
                    .from = piece.from};
    text.layout = shapeText(block.text, piece.from, length,
                            {.font = m_look.code,
                             .width = m_width - piece.left - 2 * ThreadLook::codePadding,
                             .lineHeight = m_look.codeLineHeight,
                             .plain = true},
                            m_look, highlights(piece));
    shaped.height = y + heightOf(*text.layout, m_look.codeLineHeight)
        + (piece.last ? ThreadLook::codePadding : 0);
    shaped.texts.push_back(std::move(text));
}

/// The language and the button to copy. Returns the height of both.
int BlockShaper::addCodeHead(ShapedPiece &shaped, const Piece &piece) const
{
    constexpr int iconWidth = 24;
    const QString copy = tr("Copy");
    const int width = m_width - piece.left;
    const int copyWidth =
        int(std::ceil(QFontMetricsF(m_look.small).horizontalAdvance(copy))) + iconWidth;
    ShapedText label{.at = {qreal(piece.left + ThreadLook::codePadding), qreal(piece.gap + 5)},
                     .ofMessage = false,
                     .quiet = true};
    label.layout = shapeWords(m_blocks[piece.block].language.left(60),
                              {.font = m_look.small,
                               .width = width - 2 * ThreadLook::codePadding - copyWidth,
                               .lineHeight = m_look.smallLineHeight});
    const int height = heightOf(*label.layout, m_look.smallLineHeight) + 10;
    const QRectF button(piece.left + width - copyWidth - 2, piece.gap + 2, copyWidth,
                        m_look.smallLineHeight + 6);
    shaped.zones.append({button, ZoneAction::CopyCode, copy});
    shaped.texts.push_back(std::move(label));
    return height;
}

QList<QTextLayout::FormatRange> BlockShaper::highlights(const Piece &piece) const
{
    if (piece.plain)
        return {};
    const Block &block = m_blocks[piece.block];
    const QStringView code = QStringView(block.text.shown).sliced(piece.from, piece.length);
    const Code::Tokens read = Code::tokensOf(code, Code::languageOf(block.language), piece.state);
    QList<QTextLayout::FormatRange> formats;
    for (const Code::Token &token : read.tokens)
        formats.append(
            {token.start, token.length, inColor(Colors::syntax(token.syntax, m_look.palette))});
    return formats;
}

const QList<int> &BlockShaper::columnsOf(const Piece &piece) const
{
    const auto known = m_columns.constFind(piece.block);
    if (known != m_columns.cend())
        return *known;
    const QList<int> natural = naturalWidths(m_blocks[piece.block], m_look);
    return *m_columns.insert(piece.block, columnWidths(natural, leastColumn, m_width - piece.left));
}

void BlockShaper::shapeTableRow(ShapedPiece &shaped, const Piece &piece) const
{
    const QList<int> &columns = columnsOf(piece);
    if (columns.isEmpty())
        return shapeStackedRow(shaped, piece);
    const Block &block = m_blocks[piece.block];
    int x = piece.left;
    int lines = m_look.lineHeight;
    for (qsizetype column = 0; column < columns.size(); ++column) {
        const int cell = int(piece.from * columns.size() + column);
        TextShape shape{.font = m_look.body,
                        .width = columns[column] - 2 * ThreadLook::cellPadding,
                        .lineHeight = m_look.lineHeight,
                        .align = block.columns[column]};
        if (piece.from == 0)
            shape.font.setWeight(QFont::DemiBold);
        const Markdown::Text &text = block.cells[cell];
        ShapedText shapedText{.at = {qreal(x + ThreadLook::cellPadding),
                                     qreal(piece.gap + ThreadLook::cellPadding / 2)},
                              .cell = cell};
        shapedText.layout = shapeText(
            text, 0, int(std::min<qsizetype>(text.shown.size(), longestBlock)), shape, m_look);
        lines = std::max(lines, heightOf(*shapedText.layout, m_look.lineHeight));
        shaped.texts.push_back(std::move(shapedText));
        x += columns[column];
        shaped.columns.append(x);
    }
    shaped.height = piece.gap + lines + ThreadLook::cellPadding;
}

/// A table too wide for the column: each row becomes lines of "head: cell".
void BlockShaper::shapeStackedRow(ShapedPiece &shaped, const Piece &piece) const
{
    const Block &block = m_blocks[piece.block];
    const int count = int(block.columns.size());
    const int width = m_width - piece.left;
    const int third = width / 3;
    int y = piece.gap + ThreadLook::cellPadding / 2;
    if (piece.from == 0) { // the heads are repeated beside every cell
        shaped.height = piece.gap;
        return;
    }
    for (int column = 0; column < count; ++column) {
        const int cell = piece.from * count + column;
        TextShape shape{.font = m_look.body, .width = third - 12, .lineHeight = m_look.lineHeight};
        ShapedText head{.at = {qreal(piece.left), qreal(y)}, .ofMessage = false, .quiet = true};
        head.layout =
            shapeText(block.cells[column], 0, int(block.cells[column].shown.size()), shape, m_look);
        shape.width = width - third;
        ShapedText value{.at = {qreal(piece.left + third), qreal(y)}, .cell = cell};
        value.layout =
            shapeText(block.cells[cell], 0, int(block.cells[cell].shown.size()), shape, m_look);
        y += std::max(heightOf(*head.layout, m_look.lineHeight),
                      heightOf(*value.layout, m_look.lineHeight));
        shaped.texts.push_back(std::move(head));
        shaped.texts.push_back(std::move(value));
    }
    shaped.columns = {width};
    shaped.height = y + ThreadLook::cellPadding / 2;
}

void BlockShaper::shapeMore(ShapedPiece &shaped, const Piece &piece) const
{
    const Block &block = m_blocks[piece.block];
    QString words;
    if (block.kind == Block::Kind::Table)
        words = tr("Not shown: %1 more rows, %2 more columns. Copy the message to see them.")
                    .arg(Formats::number(block.omittedRows), Formats::number(block.omittedColumns));
    else
        words = tr("Show more: %1 characters are hidden").arg(Formats::number(piece.length));
    const TextShape shape{
        .font = m_look.small, .width = m_width - piece.left, .lineHeight = m_look.smallLineHeight};
    ShapedText text{.at = {qreal(piece.left), qreal(piece.gap)}, .ofMessage = false, .quiet = true};
    QList<QTextLayout::FormatRange> formats;
    if (block.kind != Block::Kind::Table)
        formats = {{0, int(words.size()), inColor(m_look.palette.color(QPalette::Link))}};
    text.layout = shapeWords(words, shape, formats);
    const int height = heightOf(*text.layout, m_look.smallLineHeight);
    if (block.kind != Block::Kind::Table)
        shaped.zones.append({{qreal(piece.left), qreal(piece.gap),
                              text.layout->lineAt(0).naturalTextWidth(), qreal(height)},
                             ZoneAction::ShowMore,
                             words});
    shaped.height = piece.gap + height;
    shaped.texts.push_back(std::move(text));
}
