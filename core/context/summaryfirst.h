#pragma once

#include "core/context/strategies.h"

namespace Core {

/// "summary": at most `messages` messages go as they are. Of more, a stored summary goes for
/// those it covers, and at least the last half of `messages` behind it as they are. What no
/// stored summary covers is summarised on this machine by extracts, block by block; where that
/// does not work either the older messages are left out. The plan says so.
Strategy summaryFirst();

/// "by": the model that is asked for summaries, of the turn's provider; empty: this machine.
/// Asking is the session's; a plan only takes what is stored.
const OptionInfo &summarisedByOption();

} // namespace Core
