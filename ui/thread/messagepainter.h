#pragma once

#include "ui/thread/messagelayout.h"

#include <QList>

class QPainter;

/// What is painted over and under the texts of one message.
struct MessageMarks
{
    SourceRange selection;
    QList<SourceRange> hits; ///< of the search, in order
    int currentHit = -1; ///< index into `hits`
    bool focused = false;
    std::optional<Zone> hovered;
};

/// Paints one message. Decides nothing about where things are.
class MessagePainter
{
public:
    MessagePainter(QPainter &painter, const ThreadLook &look, int columnLeft, int columnWidth);

    /// The bubble and the rule at the side of a message that stands at `y`.
    void paintGround(const MessageLayout &message, int y, const MessageMarks &marks);
    void paintPiece(MessageLayout &message, int index, int y, const MessageMarks &marks);

private:
    void paintQuotes(const MessageLayout &message, int index, const QRectF &rect);
    void paintCode(const Piece &piece, const QRectF &rect);
    void paintTable(const Piece &piece, const ShapedPiece &shaped, const QRectF &rect);
    void paintDivider(const ShapedPiece &shaped, const QRectF &rect);
    void paintZones(const ShapedPiece &shaped, const QPointF &at, const MessageMarks &marks);
    void paintText(const ShapedText &text, const Markdown::Text *source, const QPointF &at,
                   const MessageMarks &marks);

    QPainter &m_painter;
    const ThreadLook &m_look;
    int m_left; ///< of the bubble
    int m_width;
};

/// Where a range of the source is within a text of which `length` characters from `from` on
/// are laid out; empty where it is elsewhere.
SourceRange shownRange(const Markdown::Text &text, int from, int length, const SourceRange &range);
