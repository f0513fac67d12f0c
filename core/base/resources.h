#pragma once

#include <QByteArray>
#include <QString>

namespace Core {

/// A file that comes with the program, such as ":/prices.json". It is part of the program, so
/// it is always there.
QByteArray readResource(const QString &path);

} // namespace Core
