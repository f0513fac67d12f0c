#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <vector>

/// What a click on a part of a message does.
enum class ZoneAction : quint8 {
    CopyCode,
    ShowMore,
    PreviousSibling,
    NextSibling,
    OpenSummary,
    ToggleReasoning,
};

/// A part of a piece that can be clicked.
struct Zone
{
    QRectF rect; ///< within the piece
    ZoneAction action = ZoneAction::CopyCode;
    QString label; ///< what it says
};

/// A text of a piece, laid out.
struct ShapedText
{
    std::unique_ptr<QTextLayout> layout;
    QPointF at; ///< within the piece
    int from = 0; ///< first character in the text it is cut from
    int cell = -1; ///< of the table; -1: the text of the block
    bool ofMessage = true; ///< can be selected
    bool quiet = false;
};

/// A piece with its texts laid out. Dropped when it leaves the screen.
struct ShapedPiece
{
    std::vector<ShapedText> texts;
    QList<Zone> zones;
    QList<int> columns; ///< right edges of a table's columns
    int height = 0; ///< with the gap
};
