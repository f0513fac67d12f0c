#pragma once

#include "core/context/strategies.h"

namespace Core {

/// "summary": at most `messages` messages go as they are. Of more, a stored summary goes for
/// those it covers, and at least the last half of `messages` behind it as they are. What no
/// stored summary covers is summarised on this machine by extracts, block by block; where that
/// does not work either the older messages are left out. The plan says so.
Strategy summaryFirst();

/// The text of the request that carries a summary, marked as one, so that nobody takes it for
/// the user's own words.
QString markedSummary(const Summary &summary);

/// Whether a message's text is a marked summary: such a text is never summarised again as if
/// the user had said it.
bool isMarkedSummary(const QString &text);

} // namespace Core
