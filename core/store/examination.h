#pragma once

#include "core/base/result.h"
#include "core/store/conversationstore.h"

#include <QList>

namespace Core {

class Database;

/// Looks at everything that can be wrong with a store: the file itself, references, the hash
/// of every message, the chain of the ledger, every kept sum, the index of the text. Each
/// check is one finding, sound or not. With `repair`, what can be computed again is; that
/// needs the connection that writes. Messages and charges are never changed.
Result<QList<StoreFinding>> examine(Database &database, bool repair);

/// Copies the store that `database` sees into `path`, looks whether the copy is whole, and
/// only then puts it in its place.
Result<void> backUp(Database &database, const QString &path);

} // namespace Core
