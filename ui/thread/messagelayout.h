#pragma once

#include "ui/thread/blockshaper.h"
#include "ui/thread/markdownstream.h"
#include "ui/thread/sourcerange.h"
#include "ui/thread/threadrow.h"

#include <map>
#include <optional>

/// What lies at a point of a message.
struct MessageHit
{
    int source = -1; ///< nearest position in the source text; -1: none
    QString link; ///< target of the link there, unchecked
    QString codeOf; ///< text of the code block there, where the copy button was hit
    std::optional<Zone> zone;
};

/// One message cut into pieces at one width. Pieces are laid out when they are asked for and
/// forgotten when they leave the screen; until a piece is laid out its height is a guess.
class MessageLayout
{
    Q_DISABLE_COPY_MOVE(MessageLayout)

public:
    MessageLayout(const ThreadRow &row, const ThreadLook &look, int width);

    /// Takes over a changed row. Where its text only grew, what stands before stays laid out.
    void setRow(const ThreadRow &row);
    const ThreadRow &row() const { return m_row; }

    int count() const { return int(m_pieces.size()); }
    const Piece &piece(int index) const { return m_pieces[index]; }
    const Markdown::Blocks &blocks() const { return m_blocks; }
    int top(int index) const { return m_tops[index]; }
    int height() const { return m_tops.last(); }
    int pieceAt(int y) const;

    /// Lays out a piece if it is not. Its height is exact afterwards.
    const ShapedPiece &shaped(int index);
    /// Forgets what is laid out before `first` and behind `last`; heights stay.
    void release(int first, int last);
    int shapedCount() const { return int(m_shaped.size()); }
    /// How often the whole text was read: what the tests call work.
    int readings() const { return m_readings; }

    /// `point` is relative to the text column and the message's top.
    MessageHit hit(const QPointF &point);
    /// The piece that shows the position in the source.
    int pieceOf(int source) const;
    /// Where that position is, relative to the message's top.
    int yOf(int source);

    void showMore();
    void toggleReasoning();

private:
    void rebuild();
    void grow(const QString &text);
    void setPieces(QList<Piece> pieces, int keptBlocks, const Markdown::Blocks &before);
    QList<Piece> frameBefore() const;
    Piece footPiece() const;
    Markdown::Blocks wholeBlocks() const;
    void measure(int from);
    const Markdown::Text &textOf(const Piece &piece, const ShapedText &text) const;
    void hitTexts(MessageHit &hit, const Piece &piece, const ShapedPiece &shaped,
                  const QPointF &at);

    ThreadRow m_row;
    const ThreadLook &m_look;
    int m_width;
    int m_shown = longestBlock;
    bool m_reasoningShown = false;
    int m_readings = 0;
    std::optional<Markdown::Stream> m_stream; ///< while the message grows
    Markdown::Blocks m_blocks;
    QList<Piece> m_pieces;
    QList<int> m_tops; ///< one more than pieces
    std::map<int, ShapedPiece> m_shaped;
    BlockShaper::Columns m_columns;
};
