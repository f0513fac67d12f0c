#pragma once

#include "core/chat/message.h"

namespace Core {

/// "User", "Lan (user)": who speaks, for people.
QString speakerOf(const Message &message);

/// "2026-02-03 02:15 UTC", or empty.
QString timeWords(const QDateTime &time);

/// "interrupted", "failed", …: what is to be said of a message that is not complete, or empty.
QString statusWords(const Message &message);

} // namespace Core
