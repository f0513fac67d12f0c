#pragma once

#include "core/context/contextplan.h"

#include <QByteArray>

namespace Core {

/// The array of the messages exactly as they are sent: the value of "messages" in a request
/// of the chat-completions protocol. Same plan, same bytes, so that prefix caches hit.
QByteArray requestToJson(const ContextPlan &plan);

/// The same behind what `out` holds; no second copy of a long request.
void appendRequest(QByteArray &out, const ContextPlan &plan);

/// The whole plan, in the shape that `skein context` prints.
QByteArray planToJson(const ContextPlan &plan);

/// `text` as a JSON string with its quotes. Lone surrogates become U+FFFD.
QByteArray jsonString(const QString &text);

} // namespace Core
