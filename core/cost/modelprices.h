#pragma once

#include "core/chat/provider.h"
#include "core/cost/pricelist.h"

#include <vector>

namespace Core {

/// What one model of one provider costs, whenever: the rows of a price list are found once and
/// asked a million times. Answers as setPrice() does for the standard tier of service. A plain
/// value.
class ModelPrices
{
public:
    ModelPrices() = default;
    ModelPrices(const PriceList &prices, const Provider &provider, const QString &model);

    /// Nullptr where no price is known; good as long as this is.
    const Rates *at(qint64 ms, qint64 promptTokens) const;

private:
    struct Period
    {
        qint64 fromMs = 0;
        qint64 toMs = 0;
        qint64 promptAbove = 0;
        PriceHours hours;
        Rates rates;
    };

    std::vector<Period> m_periods; ///< the one that wins first
};

} // namespace Core
