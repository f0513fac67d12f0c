#pragma once

#include <QString>

/// A line of more than some thousand characters takes an editor seconds to lay out, with every
/// key again (1 MB without a blank: 30 s, measured with Qt 6.4.2). Such lines are broken for
/// the editor only: a mark that no text has stands before each break and is taken out again.
namespace SoftBreaks {

constexpr qsizetype longestLine = 4'000;

QString inserted(const QString &text);
QString removed(QString text);

} // namespace SoftBreaks
