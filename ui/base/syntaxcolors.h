#pragma once

#include <QColor>
#include <QPalette>

/// Colours of highlighted code, for light and dark; contrast at least 4.5:1 on
/// Colors::codeBackground().
namespace Colors {

enum class Syntax : quint8 { Keyword, Name, String, Number, Comment };

QColor syntax(Syntax syntax, const QPalette &palette);

} // namespace Colors
