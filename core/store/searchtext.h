#pragma once

#include <QString>
#include <QStringList>

namespace Core {

/// The words of a search as text is indexed: folded, without anything that is no letter and
/// no digit. At most 32.
QStringList searchWords(const QString &typed);

/// The part of `text` that shows most of `words`, in one line, the matching words between
/// U+0002 and U+0003, with "…" where text is left out. The last of `words` matches words that
/// begin with it. Without a match, the beginning.
QString snippet(const QString &text, const QStringList &words);

} // namespace Core
