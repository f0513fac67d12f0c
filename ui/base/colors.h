#pragma once

#include "core/chat/message.h"
#include "core/context/contextplan.h"

#include <QColor>
#include <QPalette>

/// Every colour that is not straight from the palette, named once, for light and dark. Which
/// of the two holds is read off the palette, so a change of theme is a repaint.
namespace Colors {

bool isDark(const QPalette &palette);

QPalette lightPalette();
QPalette darkPalette();

QColor accent(const QPalette &palette);
QColor onAccent(const QPalette &palette); ///< text on a filling of the accent
QColor
accentTint(const QPalette &palette); ///< ground of the chosen row; ordinary text stands on it
QColor hoverTint(const QPalette &palette); ///< ground of the row under the pointer
QColor rail(const QPalette &palette); ///< ground of the frame's rail and status line
QColor surface(const QPalette &palette); ///< cards and panels on the window
QColor line(const QPalette &palette); ///< borders and separators
QColor quietText(const QPalette &palette); ///< second-rank text, contrast at least 4.5:1
QColor good(const QPalette &palette);
QColor warning(const QPalette &palette);
QColor bad(const QPalette &palette);
QColor userBubble(const QPalette &palette);
QColor codeBackground(const QPalette &palette);
QColor searchHit(const QPalette &palette);

QColor part(Core::Part part, const QPalette &palette); ///< of the meter
QColor verdict(Core::Verdict verdict, const QPalette &palette); ///< of strip and matrix
QColor reserve(const QPalette &palette); ///< the meter's reply reserve
QColor free(const QPalette &palette); ///< the meter's free part

/// Series of charts. The same name has the same colour in every chart; safe for colour-blind
/// eyes (Okabe and Ito 2008).
QColor series(const QString &name, const QPalette &palette);

} // namespace Colors
