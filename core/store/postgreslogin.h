#pragma once

#include "core/base/error.h"

#include <QString>

class QSqlError;

namespace Core::Postgres {

/// Why a server let nobody in. A driver has no code for it, only words, in whatever language the
/// server speaks: where they say nothing, it is asked once more, and for the code alone.
Error loginError(const QSqlError &error, const QString &url, const QString &place);

} // namespace Core::Postgres
