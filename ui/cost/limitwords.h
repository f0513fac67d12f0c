#pragma once

#include "core/chat/spendlimit.h"
#include "core/cost/spendlimits.h"

#include <QString>

/// How limits of spending are said. Plain text.
namespace LimitWords {

QString scope(Core::SpendLimit::Scope scope); ///< "All spending", "One user"
QString period(Core::SpendLimit::Period period); ///< "a day"
QString title(const Core::SpendLimit &limit); ///< "User minh, a month"
QString state(const Core::SpendState &state); ///< "$12.30 of $50.00 (25%), $0.50 set aside"
QString rule(const Core::SpendLimit &limit); ///< what it does, and whose days it goes by
QString warning(const Core::SpendWarning &warning, Core::Money call); ///< a whole sentence

} // namespace LimitWords
