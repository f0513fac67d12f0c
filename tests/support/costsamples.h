#pragma once

#include "core/cost/costfigures.h"

/// A team's requests of ninety days up to a Monday at noon, the same in every run: five models,
/// quiet nights and weekends, one model without a price, and one day on which one user made
/// far more than usual.
namespace CostSamples {

QTimeZone zone();
QDateTime now();
QList<Core::Charge> charges();
Core::CostQuery query(Core::CostPreset preset);
Core::CostDetails details(const Core::CostQuery &query); ///< of all those charges
QHash<QString, QString> titles();

} // namespace CostSamples
