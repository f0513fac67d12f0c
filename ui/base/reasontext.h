#pragma once

#include "core/context/contextplan.h"
#include "core/tokens/tokencounter.h"

#include <QString>

/// The one place where verdicts, reasons and notices of a plan become words. Plain text.

/// "Kept", "Summarised", …
QString verdictText(Core::Verdict verdict);

/// Why, as the rest of a sentence without a full stop: "among the last 20 messages".
QString reasonText(const Core::Reason &reason);

/// "Kept: among the last 20 messages"
QString verdictWithReason(Core::Verdict verdict, const Core::Reason &reason);

/// A whole sentence.
QString noticeText(const Core::Notice &notice);

/// "System", "History", …
QString partText(Core::Part part);

/// "System", "User", "Assistant", "Tool": who wrote a message.
QString roleText(Core::Role role);

/// How far a token count can be trusted; empty where it is exact.
QString exactnessText(Core::Exactness exactness);

/// "Sliding window" for "sliding"; an id that is not known is its own name.
QString strategyName(const QString &id);

/// What the strategy does, in one sentence; empty for an id that is not known.
QString strategyText(const QString &id);
