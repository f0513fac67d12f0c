#pragma once

#include "core/context/contextplan.h"
#include "core/cost/pricelist.h"
#include "core/net/chatclient.h"
#include "core/session/turn.h"

namespace Core {

/// Whom a turn may ask, each in its own words: its provider first, then the fallbacks whose
/// window takes the plan. Keys are not filled in (null).
QList<ChatRequest::Alternative> candidatesOf(const Turn &turn, const ContextPlan &plan,
                                             const PriceList &prices);

} // namespace Core
