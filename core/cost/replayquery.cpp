#include "core/cost/replayquery.h"

#include "core/cost/pricelist.h"

#include <algorithm>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString asAsked = u"as-asked"_s;

bool hasProvider(const PriceList &prices, const QString &provider)
{
    return std::any_of(prices.rows().begin(), prices.rows().end(),
                       [&](const PriceRow &row) { return row.provider == provider; });
}

/// The first provider with a row of its own for the model.
QString pricedProvider(const PriceList &prices, const QString &model)
{
    for (const PriceRow &row : prices.rows()) {
        if (!prices.rowsFor(row.provider, model).isEmpty())
            return row.provider;
    }
    return {};
}

} // namespace

Result<ReplayWay> replayWay(const QString &strategy, const StrategyOptions &options, int budget)
{
    const auto found = strategyById(strategy);
    if (!found)
        return found.error();
    const auto checked = checkOptions(**found, options);
    if (!checked)
        return checked.error();
    return ReplayWay{strategy, *checked, strategy == "full"_L1 ? 0 : budget};
}

ReplayModel replayModel(const QString &text, const PriceList &prices)
{
    if (text == asAsked)
        return {};
    const qsizetype slash = text.indexOf(u'/');
    if (slash > 0 && hasProvider(prices, text.left(slash)))
        return {text.left(slash), text.mid(slash + 1)};
    return {pricedProvider(prices, text), text};
}

QString replayModelName(const ReplayModel &model)
{
    if (model.isAsAsked())
        return asAsked;
    return model.provider.isEmpty() ? model.model : model.provider + u'/' + model.model;
}

} // namespace Core
