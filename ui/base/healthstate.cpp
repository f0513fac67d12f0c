#include "ui/base/healthstate.h"

HealthState healthState(const Core::ProviderHealth &health)
{
    constexpr double manyErrors = 0.2;
    constexpr double slowMs = 10'000;
    if (health.requests == 0)
        return HealthState::Unknown;
    if (health.errorRate() == 1)
        return HealthState::Unreachable;
    if (health.errorRate() > manyErrors)
        return HealthState::Failing;
    return health.firstToken.quantile(0.95).value_or(0) > slowMs ? HealthState::Slow
                                                                 : HealthState::Good;
}

StateLight::State lightFor(HealthState state)
{
    switch (state) {
    case HealthState::Unknown:
        return StateLight::State::Unknown;
    case HealthState::Good:
        return StateLight::State::Good;
    case HealthState::Slow:
        return StateLight::State::Warning;
    case HealthState::Failing:
    case HealthState::Unreachable:
        return StateLight::State::Bad;
    }
    Q_UNREACHABLE();
}
