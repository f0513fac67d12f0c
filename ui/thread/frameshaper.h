#pragma once

#include "ui/thread/piece.h"
#include "ui/thread/shapedpiece.h"
#include "ui/thread/textshaper.h"
#include "ui/thread/threadrow.h"

#include <QCoreApplication>

/// Lays out what stands around a message: its day, where the summary ends, who wrote it, and
/// the quiet line below. References stay the caller's.
class FrameShaper
{
    Q_DECLARE_TR_FUNCTIONS(FrameShaper)

public:
    FrameShaper(const ThreadRow &row, const ThreadLook &look, int width);

    ShapedPiece shape(const Piece &piece) const;

private:
    void shapeDivider(ShapedPiece &shaped, const QString &words) const;
    void shapeHead(ShapedPiece &shaped, const Piece &piece) const;
    void addReasoningToggle(ShapedPiece &shaped) const;
    void shapeFoot(ShapedPiece &shaped) const;
    void addSiblings(ShapedPiece &shaped) const;
    TextShape smallShape(int width) const;

    const ThreadRow &m_row;
    const ThreadLook &m_look;
    int m_width;
};
