#pragma once

#include "core/chat/attempt.h"

#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace Core {

/// What an answer's headers ask to wait, in milliseconds: retry-after-ms, x-ms-retry-after-ms,
/// Retry-After in seconds or as a date, which counts from the answer's own Date, since the clock
/// here may be set wrong. Nothing for what cannot be meant: negative, not a number, or longer
/// than a week.
std::optional<qint64> retryAfterMs(const Headers &headers, const QDateTime &now);

/// The value of a header by its name in any case; empty where there is none.
QByteArray headerValue(const Headers &headers, QByteArrayView name);

} // namespace Core
