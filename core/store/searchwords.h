#pragma once

#include <QString>

namespace Core {

/// The words as an FTS5 expression: each folded and quoted, so that nothing a user types is
/// syntax; the last one may be a prefix. Empty where there is no word in it.
QString matchExpression(const QString &words);

/// The part of `text` around its first matching word, on one line, with every matching word
/// between U+0002 and U+0003.
QString markedSnippet(const QString &text, const QString &words);

} // namespace Core
