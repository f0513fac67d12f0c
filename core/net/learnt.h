#pragma once

#include "core/base/error.h"
#include "core/chat/provider.h"

#include <QByteArray>

#include <optional>

namespace Core {

/// What a refusal teaches about a provider: that it does not know `stream_options`, or wants
/// `max_completion_tokens` for `max_tokens`. Nothing where it teaches nothing new.
std::optional<Provider> learntFrom(const Error &error, const Provider &provider);

/// The same request as that provider understands it; the body itself where it already does, or
/// is not JSON. All else stays as it is, though fields may move.
QByteArray adaptedBody(const QByteArray &body, const Provider &provider);

} // namespace Core
