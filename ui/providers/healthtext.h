#pragma once

#include "core/net/health.h"

#include <QString>

/// How a provider has answered, in a sentence: requests, errors by class, times with the number
/// they were taken from. A percentile of fewer than 100 is marked as rough.
QString healthText(const Core::ProviderHealth &health);

/// "5.00% of new users"; nothing assigned is said as such.
QString shareText(double share);
