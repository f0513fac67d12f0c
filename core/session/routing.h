#pragma once

#include "core/chat/conversation.h"
#include "core/net/router.h"
#include "core/session/turn.h"

namespace Core {

/// Who is asked, why, and who else when that one fails.
struct Route
{
    Provider provider;
    QList<Provider> fallbacks;
    QString reason; ///< untranslated
    double bucket = 0; ///< from 0 to 1
    bool sticks = false; ///< drawn by weight: the conversation stays with it once it began
};

/// The router over the settings' providers, with weights as entered.
Router routerOf(const Settings &settings, const QString &experiment = {});

/// A conversation that has a provider stays with it; else the router assigns the user, or draws
/// with `random` (from 0 to 1, 1 excluded) where there is none; without weights it is the
/// settings' provider. Those with a weight stand in for each other. NotFound names the
/// providers there are.
Result<Route> routeFor(const Settings &settings, const Conversation &conversation,
                       const QUrl &practiceUrl, double random);

/// The turn that asks `text` along that route.
Turn turnAlong(const Route &route, const Settings &settings, const Conversation &conversation,
               const QString &text);

} // namespace Core
