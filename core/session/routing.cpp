#include "core/session/routing.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

Result<Assignment> assignmentFor(const Settings &settings, const Router &router,
                                 const Conversation &conversation, double random)
{
    if (!conversation.provider.isEmpty())
        return Assignment{conversation.provider, 0, u"the conversation's provider"_s};
    const auto drawn =
        conversation.userId.isEmpty() ? router.draw(random) : router.assign(conversation.userId);
    if (drawn)
        return drawn;
    return Assignment{settings.provider, 0, u"the provider of the settings"_s};
}

} // namespace

Router routerOf(const Settings &settings, const QString &experiment)
{
    QList<WeightedProvider> weighted;
    for (const Provider &provider : settings.providers)
        weighted.append({provider.name, provider.weight, provider.seat});
    return {weighted, settings.control,
            experiment.isEmpty() ? Router::defaultExperiment() : experiment};
}

Result<Route> routeFor(const Settings &settings, const Conversation &conversation,
                       const QUrl &practiceUrl, double random)
{
    const Router router = routerOf(settings);
    const auto assigned = assignmentFor(settings, router, conversation, random);
    if (!assigned)
        return assigned.error();
    const auto provider = providerByName(settings, assigned->provider, practiceUrl);
    if (!provider)
        return provider.error();
    const bool isWeighted = router.share(assigned->provider) > 0;
    Route route{.provider = *provider,
                .reason = assigned->reason,
                .bucket = assigned->bucket,
                .sticks = isWeighted && conversation.provider.isEmpty()};
    if (!isWeighted)
        return route;
    for (const QString &name : router.fallbacks(assigned->provider)) {
        if (const auto other = providerByName(settings, name, practiceUrl))
            route.fallbacks.append(*other);
    }
    return route;
}

Turn turnAlong(const Route &route, const Settings &settings, const Conversation &conversation,
               const QString &text)
{
    Turn turn = turnFor(settings, conversation, route.provider, text);
    turn.fallbacks = route.fallbacks;
    turn.routedBecause = route.reason;
    turn.sticks = route.sticks;
    return turn;
}

} // namespace Core
