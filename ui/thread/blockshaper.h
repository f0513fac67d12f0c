#pragma once

#include "ui/thread/piece.h"
#include "ui/thread/shapedpiece.h"
#include "ui/thread/textshaper.h"

#include <QCoreApplication>
#include <QHash>

/// Lays out the pieces of a message's blocks: texts, where they stand and what can be clicked.
/// Knows no painter. References stay the caller's.
class BlockShaper
{
    Q_DECLARE_TR_FUNCTIONS(BlockShaper)

public:
    /// The columns of tables by block, measured once. Invalid when blocks change.
    using Columns = QHash<int, QList<int>>;

    BlockShaper(const Markdown::Blocks &blocks, const ThreadLook &look, int width,
                Columns &columns);

    ShapedPiece shape(const Piece &piece) const;

private:
    void shapeParagraph(ShapedPiece &shaped, const Piece &piece) const;
    void addMarker(ShapedPiece &shaped, const Piece &piece, int lineHeight) const;
    void shapeCode(ShapedPiece &shaped, const Piece &piece) const;
    int addCodeHead(ShapedPiece &shaped, const Piece &piece) const;
    QList<QTextLayout::FormatRange> highlights(const Piece &piece) const;
    void shapeTableRow(ShapedPiece &shaped, const Piece &piece) const;
    void shapeStackedRow(ShapedPiece &shaped, const Piece &piece) const;
    void shapeMore(ShapedPiece &shaped, const Piece &piece) const;
    const QList<int> &columnsOf(const Piece &piece) const;

    const Markdown::Blocks &m_blocks;
    const ThreadLook &m_look;
    int m_width;
    Columns &m_columns;
};
