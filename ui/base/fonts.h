#pragma once

#include <QFont>

/// The four sizes of text, 12, 13, 15 and 20 pixels at a plain screen, as shares of the
/// application's font, so that they grow with the system's text size.
namespace Fonts {

QFont small();
QFont body();
QFont title();
QFont heading();
QFont mono(); ///< for code, JSON and ids

QFont semibold(QFont font);

} // namespace Fonts
