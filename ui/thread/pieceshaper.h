#pragma once

#include "ui/thread/piece.h"
#include "ui/thread/shapedpiece.h"
#include "ui/thread/textshaper.h"
#include "ui/thread/threadrow.h"

#include <QCoreApplication>
#include <QHash>

/// Lays out the pieces of one message: texts, where they stand and what can be clicked. Knows
/// no painter. References stay the caller's.
class PieceShaper
{
    Q_DECLARE_TR_FUNCTIONS(PieceShaper)

public:
    /// The columns of tables by block, measured once. Invalid when blocks change.
    using Columns = QHash<int, QList<int>>;

    PieceShaper(const ThreadRow &row, const Markdown::Blocks &blocks, const ThreadLook &look,
                int width, Columns &columns);

    ShapedPiece shape(const Piece &piece) const;

private:
    void shapeDivider(ShapedPiece &shaped, const QString &words) const;
    void shapeHead(ShapedPiece &shaped, const Piece &piece) const;
    void shapeFoot(ShapedPiece &shaped) const;
    void shapeParagraph(ShapedPiece &shaped, const Piece &piece) const;
    void shapeCode(ShapedPiece &shaped, const Piece &piece) const;
    void shapeTableRow(ShapedPiece &shaped, const Piece &piece) const;
    void shapeStackedRow(ShapedPiece &shaped, const Piece &piece) const;
    void shapeMore(ShapedPiece &shaped, const Piece &piece) const;
    void addSiblings(ShapedPiece &shaped) const;
    const QList<int> &columnsOf(const Piece &piece) const;

    const ThreadRow &m_row;
    const Markdown::Blocks &m_blocks;
    const ThreadLook &m_look;
    int m_width;
    Columns &m_columns;
};
