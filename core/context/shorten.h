#pragma once

#include "core/chat/message.h"
#include "core/tokens/tokencounter.h"

namespace Core {

/// The message with the middle of its content left out, visibly, so that it has at most
/// `limit` tokens; counted. Beginning and end stay, because a question stands in either.
/// Where even the mark does not fit, the content is the mark alone.
Message shortened(const Message &message, int limit, const TokenCounter &counter);

/// Where a text may be cut at or before `position` without splitting a character. Prefers
/// white space close by.
qsizetype cutBefore(QStringView text, qsizetype position);

} // namespace Core
