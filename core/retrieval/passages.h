#pragma once

#include <QString>
#include <QStringList>

namespace Core {

/// The text in pieces of about `size` characters, cut between paragraphs, else sentences, else
/// words. Never empty.
QStringList passagesOf(const QString &text, qsizetype size = 800);

/// The sentences of a text, in English and Vietnamese, without blanks around them. A line end
/// ends a sentence; a dot in a number, an abbreviation or an address does not.
QStringList splitSentences(const QString &text);

} // namespace Core
