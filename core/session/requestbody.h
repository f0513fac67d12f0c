#pragma once

#include "core/context/contextplan.h"
#include "core/session/turn.h"

#include <QByteArray>

namespace Core {

/// The JSON of a chat-completions request, exactly as it is sent: the plan's messages and the
/// turn's parameters. Same input, same bytes. The answer's limit goes by the name that the
/// provider understands; the usage of a stream is asked for where it may be.
QByteArray requestBody(const Turn &turn, const ContextPlan &plan);

} // namespace Core
