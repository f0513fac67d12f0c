#pragma once

#include "core/base/result.h"
#include "core/net/httpexchange.h"

#include <QFuture>

#include <memory>

namespace Core {

/// Sends `call` and gives the body of a good answer, up to 16 MiB; a refusal becomes its typed
/// error. Cancelled where `owner` dies first. `clock` outlives the call.
QFuture<Result<QByteArray>> fetchDocument(std::shared_ptr<NetworkPool> pool, const Clock &clock,
                                          const HttpCall &call, QObject *owner);

} // namespace Core
