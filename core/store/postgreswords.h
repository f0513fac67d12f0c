#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Core::Postgres {

/// What skein.searched() makes of a text, as the server reads it: the words, folded. Only for
/// texts of characters that both fold alike, which are those of English, Vietnamese and most of
/// what western keyboards write; nothing for others.
std::optional<QByteArray> searchedWords(const QString &text);

} // namespace Core::Postgres
