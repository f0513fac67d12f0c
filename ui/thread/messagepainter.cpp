#include "ui/thread/messagepainter.h"

#include "ui/base/colors.h"
#include "ui/base/icons.h"
#include "ui/thread/threadlook.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace {

using Kind = Piece::Kind;

constexpr qreal radius = 8;

/// A rectangle whose upper and lower corners are round only where it begins and ends.
void fillRounded(QPainter &painter, const QRectF &rect, bool first, bool last, const QColor &color)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const qreal above = first ? 0 : 2 * radius;
    const qreal below = last ? 0 : 2 * radius;
    painter.drawRoundedRect(rect.adjusted(0, -above, 0, below), radius, radius);
    painter.restore();
}

} // namespace

SourceRange shownRange(const Markdown::Text &text, int from, int length, const SourceRange &range)
{
    if (range.isEmpty() || text.runs.isEmpty())
        return {};
    const int begin = std::clamp(text.fromSource(range.begin) - from, 0, length);
    const int end = std::clamp(text.fromSource(range.end) - from, 0, length);
    return {begin, end};
}

MessagePainter::MessagePainter(QPainter &painter, const ThreadLook &look, int columnLeft,
                               int columnWidth)
    : m_painter(painter)
    , m_look(look)
    , m_left(columnLeft)
    , m_width(columnWidth)
{
}

void MessagePainter::paintGround(const MessageLayout &message, int y, const MessageMarks &marks)
{
    int head = 0;
    while (message.piece(head).kind != Kind::Head)
        ++head;
    const qreal top = y + message.top(head) + ThreadLook::messageGap / 2.0;
    const qreal bottom = y + message.height() - ThreadLook::messageGap / 2.0;
    const QRectF bubble(m_left, top, m_width, bottom - top);
    m_painter.setRenderHint(QPainter::Antialiasing);
    if (message.row().message.role == Core::Role::User)
        fillRounded(m_painter, bubble, true, true, Colors::userBubble(m_look.palette));
    if (message.row().isLeftOut())
        m_painter.fillRect(QRectF(m_left - 10, top + 4, 3, bottom - top - 8),
                           Colors::quietText(m_look.palette));
    if (!marks.focused)
        return;
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(Colors::accent(m_look.palette), 1.5));
    m_painter.drawRoundedRect(bubble, radius, radius);
}

void MessagePainter::paintPiece(MessageLayout &message, int index, int y, const MessageMarks &marks)
{
    const ShapedPiece &shaped = message.shaped(index);
    const Piece &piece = message.piece(index);
    const int left = m_left + ThreadLook::padding;
    const int width = m_width - 2 * ThreadLook::padding;
    const QRectF rect(left + piece.left, y + piece.gap, width - piece.left,
                      shaped.height - piece.gap);
    const bool ofBlock = piece.block >= 0;
    if (ofBlock)
        paintQuotes(message, index, QRectF(left, y, width, shaped.height));
    if (piece.kind == Kind::Code)
        paintCode(piece, rect);
    else if (piece.kind == Kind::TableRow)
        paintTable(piece, shaped, rect.translated(-piece.left, 0));
    else if (piece.kind == Kind::Rule)
        m_painter.fillRect(QRectF(rect.left(), rect.center().y(), rect.width(), 1),
                           Colors::line(m_look.palette));
    else if (piece.kind == Kind::Day || piece.kind == Kind::SummaryEnd)
        paintDivider(shaped, QRectF(m_left, y, m_width, shaped.height));

    const QPointF at(left, y);
    paintZones(shaped, at, marks);
    for (const ShapedText &text : shaped.texts) {
        const Markdown::Text *source = nullptr;
        if (ofBlock && text.ofMessage) {
            const Markdown::Block &block = message.blocks()[piece.block];
            source = text.cell < 0 ? &block.text : &block.cells[text.cell];
        }
        paintText(text, source, at, marks);
    }
}

void MessagePainter::paintQuotes(const MessageLayout &message, int index, const QRectF &rect)
{
    const Piece &piece = message.piece(index);
    const Markdown::Block &block = message.blocks()[piece.block];
    const bool joins = !piece.first
        || (piece.block > 0
            && message.blocks()[piece.block - 1].containers.startsWith(Markdown::Container::Quote));
    qreal x = rect.left();
    for (const Markdown::Container container : block.containers) {
        if (container == Markdown::Container::Quote)
            m_painter.fillRect(QRectF(x + 2, rect.top() + (joins ? 0 : piece.gap), 3,
                                      rect.height() - (joins ? 0 : piece.gap)),
                               Colors::line(m_look.palette));
        x += container == Markdown::Container::Quote ? ThreadLook::quoteIndent
                                                     : ThreadLook::listIndent;
        if (x >= rect.left() + piece.left)
            break;
    }
}

void MessagePainter::paintCode(const Piece &piece, const QRectF &rect)
{
    fillRounded(m_painter, rect, piece.first, piece.last, Colors::codeBackground(m_look.palette));
}

void MessagePainter::paintTable(const Piece &piece, const ShapedPiece &shaped, const QRectF &rect)
{
    if (shaped.columns.isEmpty())
        return;
    const QColor line = Colors::line(m_look.palette);
    const QRectF row(rect.left() + piece.left, rect.top(), shaped.columns.last() - piece.left,
                     rect.height());
    if (piece.from == 0)
        m_painter.fillRect(row, Colors::codeBackground(m_look.palette));
    m_painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), line);
    if (piece.from == 0)
        m_painter.fillRect(QRectF(row.left(), row.top(), row.width(), 1), line);
}

void MessagePainter::paintDivider(const ShapedPiece &shaped, const QRectF &rect)
{
    const QTextLine line = shaped.texts.front().layout->lineAt(0);
    const qreal half = line.naturalTextWidth() / 2 + 12;
    const qreal y = std::floor(rect.center().y());
    const QColor color = Colors::line(m_look.palette);
    m_painter.fillRect(QRectF(rect.left(), y, rect.width() / 2 - half, 1), color);
    m_painter.fillRect(QRectF(rect.center().x() + half, y, rect.width() / 2 - half, 1), color);
}

void MessagePainter::paintZones(const ShapedPiece &shaped, const QPointF &at,
                                const MessageMarks &marks)
{
    for (const Zone &zone : shaped.zones) {
        const QRectF rect = zone.rect.translated(at);
        const bool hovered = marks.hovered && marks.hovered->rect == zone.rect
            && marks.hovered->action == zone.action;
        if (hovered && zone.action != ZoneAction::OpenSummary)
            fillRounded(m_painter, rect, true, true, Colors::hoverTint(m_look.palette));
        if (zone.action != ZoneAction::CopyCode)
            continue;
        const qreal side = 14;
        const QRectF icon(rect.left() + 4, rect.center().y() - side / 2, side, side);
        Icons::icon(Icons::Name::Copy).paint(&m_painter, icon.toRect());
        m_painter.setFont(m_look.small);
        m_painter.setPen(Colors::quietText(m_look.palette));
        m_painter.drawText(rect.adjusted(side + 8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                           zone.label);
    }
}

void MessagePainter::paintText(const ShapedText &text, const Markdown::Text *source,
                               const QPointF &at, const MessageMarks &marks)
{
    QList<QTextLayout::FormatRange> over;
    const int length = int(text.layout->text().size());
    const auto add = [&](const SourceRange &range, const QTextCharFormat &format) {
        const SourceRange shown = shownRange(*source, text.from, length, range);
        if (!shown.isEmpty())
            over.append({shown.begin, shown.end - shown.begin, format});
    };
    if (source) {
        QTextCharFormat hit;
        hit.setBackground(Colors::searchHit(m_look.palette));
        QTextCharFormat chosen;
        chosen.setBackground(m_look.palette.brush(QPalette::Highlight));
        chosen.setForeground(m_look.palette.brush(QPalette::HighlightedText));
        for (int i = 0; i < marks.hits.size(); ++i)
            add(marks.hits[i], i == marks.currentHit ? chosen : hit);
        add(marks.selection, chosen);
    }
    m_painter.setPen(text.quiet ? Colors::quietText(m_look.palette)
                                : m_look.palette.color(QPalette::Text));
    text.layout->draw(&m_painter, at + text.at, over);
}
