#pragma once

#include "core/chat/attempt.h"

#include <QString>

/// The request as a command for a POSIX shell. The key is not in it: the shell puts in
/// $SKEIN_KEY. A body that is too long for an argument is handed in on standard input.
QString curlCommand(const Core::Attempt &attempt);

/// `text` as one word of a POSIX shell.
QString shellQuoted(const QString &text);
