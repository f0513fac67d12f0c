#pragma once

#include "core/chat/charge.h"
#include "core/chat/provider.h"
#include "core/cost/pricelist.h"

namespace Core {

/// The tokens of a usage in buckets that do not overlap, so that none is charged twice.
/// Providers report details that exceed the whole or each other (LiteLLM #6215, PR #37407);
/// such are clipped into it, and `clipped` says so.
struct TokenBuckets
{
    qint64 input = 0; ///< neither read from nor written to the cache
    qint64 cachedRead = 0;
    qint64 cacheWrite = 0;
    qint64 output = 0; ///< without reasoning
    qint64 reasoning = 0;
    bool clipped = false;

    friend bool operator==(const TokenBuckets &, const TokenBuckets &) = default;
};

TokenBuckets tokenBuckets(const Usage &usage);

/// What the usage costs at these rates: exact, saturating, never negative.
Money costOf(const Usage &usage, const Rates &rates);

/// The rows that can hold for the model at the provider by its own name, then those by the
/// preset that it was made from; the first one that holds is the one.
QList<PriceRow> priceRows(const PriceList &prices, const Provider &provider, const QString &model);

/// Sets amount, basis, rates and price row of `charge` from its usage, which is brought within
/// reason, its model and its time: the provider's own figure where it is believable (not negative,
/// at most ten times what the price list says, or at most 100 USD where the list says nothing:
/// tokscale #771 showed a figure in other units), else usage times the row in force, else unpriced.
void setPrice(Charge &charge, const Provider &provider, const PriceList &prices);
/// The same with the rows that priceRows() gives for the provider and the model.
void setPrice(Charge &charge, const QList<PriceRow> &rows);

/// What a request of `prompt` tokens, `cached` of them from the cache, and an answer of
/// `completion` tokens would cost now; nothing where no price is known.
std::optional<Money> forecast(const PriceList &prices, const Provider &provider,
                              const QString &model, const QDateTime &when, const Usage &usage);

} // namespace Core
