#pragma once

#include "ui/base/icons.h"

#include <QPalette>
#include <QRect>
#include <QStyle>

class QPainter;

/// What the rows of the list and of the search are painted with.
namespace RowPainting {

void ground(QPainter *painter, const QRect &rect, QStyle::State state, const QPalette &palette);
void text(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
          const QColor &colour); ///< on one line, elided
void tinted(QPainter *painter, Icons::Name name, const QRect &rect, const QColor &colour);
void pill(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
          const QPalette &palette);

} // namespace RowPainting
