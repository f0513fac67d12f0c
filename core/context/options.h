#pragma once

#include "core/context/strategies.h"

namespace Core {

/// "omissions": marks in the request where messages were left out. Every strategy has it.
const OptionInfo &omissionsOption();

/// The value of the option, its default where it is not given or of another type; numbers are
/// held between the option's bounds.
int optionInt(const StrategyOptions &options, const OptionInfo &option);
double optionNumber(const StrategyOptions &options, const OptionInfo &option);
bool optionBool(const StrategyOptions &options, const OptionInfo &option);
QString optionText(const StrategyOptions &options, const OptionInfo &option);

} // namespace Core
