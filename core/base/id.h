#pragma once

#include <QString>

namespace Core {

/// A new random id: a UUID in its plain 36-character form.
QString newId();

/// The same UUID for the same `name` in the same `space`, always (UUID version 5). Gives
/// imported things stable ids, so that importing twice adds nothing.
QString derivedId(const QString &space, const QString &name);

/// `id` itself, in lower case, where it already is a UUID; else derivedId(space, id).
QString asUuid(const QString &space, const QString &id);

} // namespace Core
