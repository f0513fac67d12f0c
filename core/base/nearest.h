#pragma once

#include <QString>
#include <QStringList>

namespace Core {

/// The name that `word` was probably meant to be, or nothing where none is close.
QString nearestName(const QString &word, const QStringList &names);

} // namespace Core
