#pragma once

#include "ui/thread/threadrow.h"

#include <QString>

/// The words around a message. Plain text.
namespace MessageText {

/// "You", "Assistant", or the name of the speaker or of somebody else who wrote it.
QString speaker(const ThreadRow &row);

/// What became of the message in the last request, or nothing where it was simply sent.
QString planMark(const ThreadRow &row);

/// Why it was not sent as it is: one sentence for the tool tip. Empty where it was.
QString planReason(const ThreadRow &row);

/// How the message ended, where it did not end well or has not ended. Empty otherwise.
QString status(Core::MessageStatus status);

/// Tokens, cost, model and time to first token, as far as they are known.
QString foot(const ThreadRow &row);

/// "2/3"; empty for a message without siblings.
QString siblings(const SiblingPlace &place);

/// Everything about a message in one text, for screen readers.
QString spoken(const ThreadRow &row);

} // namespace MessageText
