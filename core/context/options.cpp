#include "core/context/options.h"

#include <algorithm>

namespace Core {

using namespace Qt::Literals::StringLiterals;

const OptionInfo &omissionsOption()
{
    static const OptionInfo option{u"omissions"_s, false};
    return option;
}

int optionInt(const StrategyOptions &options, const OptionInfo &option)
{
    return int(optionNumber(options, option));
}

double optionNumber(const StrategyOptions &options, const OptionInfo &option)
{
    const QJsonValue value = options.value(option.name);
    return std::clamp(value.toDouble(option.standard.toDouble()), option.least, option.most);
}

bool optionBool(const StrategyOptions &options, const OptionInfo &option)
{
    return options.value(option.name).toBool(option.standard.toBool());
}

QString optionText(const StrategyOptions &options, const OptionInfo &option)
{
    return options.value(option.name).toString(option.standard.toString());
}

} // namespace Core
