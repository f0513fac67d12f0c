#include "core/cost/modelprices.h"

#include "core/cost/chargecalculator.h"

#include <limits>

namespace Core {

namespace {

qint64 msOf(const QDateTime &time, qint64 otherwise)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : otherwise;
}

} // namespace

ModelPrices::ModelPrices(const PriceList &prices, const Provider &provider, const QString &model)
{
    for (const PriceRow &row : priceRows(prices, provider, model)) {
        if (!row.tier.isEmpty())
            continue;
        m_periods.push_back({msOf(row.from, std::numeric_limits<qint64>::min()),
                             msOf(row.to, std::numeric_limits<qint64>::max()), row.promptAbove,
                             row.hours, row.rates});
    }
}

const Rates *ModelPrices::at(qint64 ms, qint64 promptTokens) const
{
    for (const Period &period : m_periods) {
        if (ms >= period.fromMs && ms < period.toMs
            && (period.promptAbove == 0 || promptTokens > period.promptAbove)
            && period.hours.hold(ms))
            return &period.rates;
    }
    return nullptr;
}

} // namespace Core
