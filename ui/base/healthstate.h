#pragma once

#include "core/net/health.h"
#include "ui/base/statelight.h"

/// How a provider has answered lately.
enum class HealthState { Unknown, Good, Slow, Failing, Unreachable };

HealthState healthState(const Core::ProviderHealth &health);
StateLight::State lightFor(HealthState state);
