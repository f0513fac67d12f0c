#pragma once

#include "core/base/error.h"
#include "core/chat/attempt.h"

#include <QByteArrayView>
#include <QDateTime>

namespace Core {

class WireJson;

/// Whether an object that came where an answer was due is the report of an error.
bool isProviderError(const WireJson &root);

/// The error that a provider's JSON reports. `status` is the one of HTTP; 0 inside a stream,
/// where the report itself may name one.
Error errorFrom(const WireJson &root, int status);

/// The error behind an answer with a status other than 200. `now` is for a Retry-After that
/// names a date.
Error errorFromReply(int status, const Headers &headers, QByteArrayView body, const QDateTime &now);

} // namespace Core
