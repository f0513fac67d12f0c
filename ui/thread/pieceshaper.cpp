#include "ui/thread/pieceshaper.h"

#include "ui/base/colors.h"
#include "ui/base/formats.h"
#include "ui/thread/messagetext.h"
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

PieceShaper::PieceShaper(const ThreadRow &row, const Markdown::Blocks &blocks,
                         const ThreadLook &look, int width, Columns &columns)
    : m_row(row)
    , m_blocks(blocks)
    , m_look(look)
    , m_width(width)
    , m_columns(columns)
{
}

ShapedPiece PieceShaper::shape(const Piece &piece) const
{
    ShapedPiece shaped;
    switch (piece.kind) {
    case Kind::Day:
        shapeDivider(shaped,
                     Formats::dateGroup(m_row.message.createdAt, QDateTime::currentDateTime()));
        break;
    case Kind::SummaryEnd:
        shapeDivider(shaped, tr("Summarised up to here"));
        shaped.zones = {{{0, 0, qreal(m_width), qreal(shaped.height)},
                         ZoneAction::OpenSummary,
                         tr("Show the summary that is sent in place of the messages above")}};
        break;
    case Kind::Head:
        shapeHead(shaped, piece);
        break;
    case Kind::Text:
        shapeParagraph(shaped, piece);
        break;
    case Kind::Code:
        shapeCode(shaped, piece);
        break;
    case Kind::TableRow:
        shapeTableRow(shaped, piece);
        break;
    case Kind::Rule:
        shaped.height = piece.gap + 9;
        break;
    case Kind::More:
        shapeMore(shaped, piece);
        break;
    case Kind::Foot:
        shapeFoot(shaped);
        break;
    }
    return shaped;
}

void PieceShaper::shapeDivider(ShapedPiece &shaped, const QString &words) const
{
    ShapedText text{.at = {0, 8}, .ofMessage = false, .quiet = true};
    text.layout = shapeWords(words,
                             {.font = m_look.small,
                              .width = m_width,
                              .lineHeight = m_look.smallLineHeight,
                              .align = Markdown::Align::Center});
    shaped.height = 16 + heightOf(*text.layout, m_look.smallLineHeight);
    shaped.texts.push_back(std::move(text));
}

void PieceShaper::shapeHead(ShapedPiece &shaped, const Piece &piece) const
{
    const QString name = MessageText::speaker(m_row.message);
    QStringList parts{name};
    if (m_row.message.createdAt.isValid())
        parts += Formats::clockTime(m_row.message.createdAt);
    if (const QString mark = MessageText::planMark(m_row); !mark.isEmpty())
        parts += mark;
    QTextCharFormat speaker = inColor(m_look.palette.color(QPalette::Text));
    speaker.setFontWeight(QFont::DemiBold);

    const TextShape shape{
        .font = m_look.small, .width = m_width, .lineHeight = m_look.smallLineHeight};
    const int top = piece.gap + ThreadLook::messageGap + ThreadLook::padding - 4;
    ShapedText text{.at = {0, qreal(top)}, .ofMessage = false, .quiet = true};
    text.layout = shapeWords(parts.join(u" · "_s), shape, {{0, int(name.size()), speaker}});
    shaped.height = top + heightOf(*text.layout, m_look.smallLineHeight) + 4;
    shaped.texts.push_back(std::move(text));
    if (m_row.message.reasoning.isEmpty())
        return;

    ShapedText toggle{.at = {0, qreal(shaped.height)}, .ofMessage = false, .quiet = true};
    const QString words =
        tr("The model's reasoning, %n characters", nullptr, int(m_row.message.reasoning.size()));
    toggle.layout = shapeWords(
        words, shape, {{0, int(words.size()), inColor(m_look.palette.color(QPalette::Link))}});
    const int height = heightOf(*toggle.layout, m_look.smallLineHeight);
    shaped.zones.append(
        {{0, qreal(shaped.height), toggle.layout->lineAt(0).naturalTextWidth(), qreal(height)},
         ZoneAction::ToggleReasoning,
         tr("Show or hide what the model thought aloud")});
    shaped.height += height + 4;
    shaped.texts.push_back(std::move(toggle));
}

void PieceShaper::shapeFoot(ShapedPiece &shaped) const
{
    addSiblings(shaped);
    const qreal left = shaped.zones.isEmpty() ? 0 : shaped.zones.last().rect.right() + 12;
    const QString status = MessageText::status(m_row.message.status);
    const QString facts = MessageText::foot(m_row);
    const bool quiet = m_row.message.status == Core::MessageStatus::Streaming
        || m_row.message.status == Core::MessageStatus::Stopped;
    const QString both =
        status.isEmpty() || facts.isEmpty() ? status + facts : status + u" · "_s + facts;
    int height = shaped.zones.isEmpty() ? 0 : m_look.smallLineHeight;
    if (!both.isEmpty()) {
        ShapedText text{.at = {left, 6}, .ofMessage = false, .quiet = true};
        QTextCharFormat told =
            inColor(quiet ? Colors::quietText(m_look.palette) : Colors::warning(m_look.palette));
        told.setFontWeight(QFont::DemiBold);
        text.layout = shapeWords(both,
                                 {.font = m_look.small,
                                  .width = m_width - int(left),
                                  .lineHeight = m_look.smallLineHeight},
                                 {{0, int(status.size()), told}});
        height = std::max(height, heightOf(*text.layout, m_look.smallLineHeight));
        shaped.texts.push_back(std::move(text));
    }
    shaped.height =
        (height > 0 ? height + 6 : 0) + ThreadLook::padding - 2 + ThreadLook::messageGap;
}

void PieceShaper::addSiblings(ShapedPiece &shaped) const
{
    const QString place = MessageText::siblings(m_row.siblings);
    if (place.isEmpty())
        return;
    const QFontMetricsF metrics(m_look.small);
    const qreal height = m_look.smallLineHeight;
    const qreal side = std::max<qreal>(height, 20);
    const qreal middle = std::ceil(metrics.horizontalAdvance(place)) + 8;
    const auto add = [&](const QString &words, qreal x, qreal width) {
        ShapedText text{.at = {x, 6}, .ofMessage = false, .quiet = true};
        text.layout = shapeWords(words,
                                 {.font = m_look.small,
                                  .width = int(width),
                                  .lineHeight = m_look.smallLineHeight,
                                  .align = Markdown::Align::Center});
        shaped.texts.push_back(std::move(text));
    };
    add(u"‹"_s, 0, side);
    add(place, side, middle);
    add(u"›"_s, side + middle, side);
    shaped.zones = {
        {{0, 6, side, height}, ZoneAction::PreviousSibling, tr("Previous version")},
        {{side + middle, 6, side, height}, ZoneAction::NextSibling, tr("Next version")}};
}

void PieceShaper::shapeParagraph(ShapedPiece &shaped, const Piece &piece) const
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
    if (block.marker.isEmpty() || !piece.first)
        return;
    ShapedText marker{.at = {qreal(piece.left - ThreadLook::listIndent), qreal(piece.gap)},
                      .ofMessage = false,
                      .quiet = true};
    shape.width = ThreadLook::listIndent - 6;
    shape.align = Markdown::Align::Right;
    shape.font = m_look.body;
    const int needed =
        int(std::ceil(QFontMetricsF(shape.font).horizontalAdvance(block.marker))) + 1;
    if (needed > shape.width) { // "1000." grows to the left
        marker.at.rx() -= needed - shape.width;
        shape.width = needed;
    }
    marker.layout = shapeWords(block.marker, shape);
    shaped.texts.push_back(std::move(marker));
}

void PieceShaper::shapeCode(ShapedPiece &shaped, const Piece &piece) const
{
    const Block &block = m_blocks[piece.block];
    const int width = m_width - piece.left;
    int y = piece.gap;
    if (piece.first) {
        ShapedText label{.at = {qreal(piece.left + ThreadLook::codePadding), qreal(y + 5)},
                         .ofMessage = false,
                         .quiet = true};
        const QString copy = tr("Copy");
        const TextShape shape{.font = m_look.small,
                              .width = width - 2 * ThreadLook::codePadding,
                              .lineHeight = m_look.smallLineHeight};
        const int copyWidth =
            int(std::ceil(QFontMetricsF(m_look.small).horizontalAdvance(copy))) + 24;
        TextShape labelShape = shape;
        labelShape.width -= copyWidth;
        label.layout = shapeWords(block.language.left(60), labelShape);
        const qreal right = piece.left + width - copyWidth - 2;
        shaped.zones.append(
            {{right, qreal(y + 2), qreal(copyWidth), qreal(m_look.smallLineHeight + 6)},
             ZoneAction::CopyCode,
             copy});
        y += heightOf(*label.layout, m_look.smallLineHeight) + 10;
        shaped.texts.push_back(std::move(label));
    }
    QList<QTextLayout::FormatRange> formats;
    const Code::Language language =
        piece.plain ? Code::Language::Plain : Code::languageOf(block.language);
    const QStringView code = QStringView(block.text.shown).sliced(piece.from, piece.length);
    for (const Code::Token &token : Code::tokensOf(code, language, piece.state).tokens)
        formats.append(
            {token.start, token.length, inColor(Colors::syntax(token.syntax, m_look.palette))});

    // The line break that a piece ends with would show as an empty line.
    const int length = piece.length - (code.endsWith(u'\n') && !piece.last ? 1 : 0);
    ShapedText text{.at = {qreal(piece.left + ThreadLook::codePadding), qreal(y)},
                    .from = piece.from};
    text.layout = shapeText(block.text, piece.from, length,
                            {.font = m_look.code,
                             .width = width - 2 * ThreadLook::codePadding,
                             .lineHeight = m_look.codeLineHeight,
                             .plain = true},
                            m_look, formats);
    shaped.height = y + heightOf(*text.layout, m_look.codeLineHeight)
        + (piece.last ? ThreadLook::codePadding : 0);
    shaped.texts.push_back(std::move(text));
}

const QList<int> &PieceShaper::columnsOf(const Piece &piece) const
{
    const auto known = m_columns.constFind(piece.block);
    if (known != m_columns.cend())
        return *known;
    const QList<int> natural = naturalWidths(m_blocks[piece.block], m_look);
    return *m_columns.insert(piece.block, columnWidths(natural, leastColumn, m_width - piece.left));
}

void PieceShaper::shapeTableRow(ShapedPiece &shaped, const Piece &piece) const
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
void PieceShaper::shapeStackedRow(ShapedPiece &shaped, const Piece &piece) const
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

void PieceShaper::shapeMore(ShapedPiece &shaped, const Piece &piece) const
{
    const Block &block = m_blocks[piece.block];
    QString words;
    if (block.kind == Block::Kind::Table)
        words = tr("%1 more rows and %2 more columns are not shown. Copy the message to see them.")
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
